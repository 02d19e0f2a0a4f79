package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.Layout;
import dev.wrt.component.abi.Lower;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.engine.Machine;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `canon error-context.debug-message` under way: the message goes to memory that the guest's
/// `realloc` gives.
final class DebugMessageCall extends Activation {
  private final CoreCallee.ErrorContext canon;
  private final String message;
  private final int ptr;
  private final Reallocation reallocation;
  private @Nullable Crossing passage;

  /// @param canon the definition
  /// @param message the message
  /// @param ptr where the guest wants pointer and length
  DebugMessageCall(CoreCallee.ErrorContext canon, String message, int ptr) {
    this.canon = canon;
    this.message = message;
    this.ptr = ptr;
    this.reallocation = new Reallocation(canon.instance(), canon.options());
  }

  @Override
  Next step(Driver driver) {
    Tree tree = canon.instance().tree;
    Lower lower = tree.lower;
    if (passage == null) {
      Result<Layout> string = tree.streams.message(tree.layouts);
      if (!(string instanceof Result.Ok<Layout> layout)) {
        return driver.fail(((Result.Err<Layout>) string).fault());
      }
      Crossing taken = canon.instance().passages.take();
      passage = taken;
      lower.start(
          ErrorContextBuiltins.side(driver, canon, taken),
          layout.value(),
          Values.of(new Value.Str(message)),
          FuncLayout.MAX_FLAT_RESULTS,
          ptr);
    }
    return switch (lower.step()) {
      case CALL_REALLOC -> reallocation.call(driver, this, "error-context");
      case FAULT -> driver.fail(lower.fault());
      case DONE -> {
        giveBack();
        driver.answer(tree.machine);
        yield Next.DONE;
      }
    };
  }

  private void giveBack() {
    Crossing taken = passage;
    if (taken != null) {
      passage = null;
      canon.instance().passages.giveBack(taken);
    }
  }

  @Override
  void coreReturned(Machine machine) {
    reallocation.returned(machine);
  }

  @Override
  void aborted(Fault fault) {
    giveBack();
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
