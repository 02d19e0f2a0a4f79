package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
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
final class DebugMessageCall extends Lowering {
  private final CoreCallee.ErrorContext canon;
  private final String message;
  private final long ptr;
  private @Nullable Crossing passage;

  /// @param canon the definition
  /// @param message the message
  /// @param ptr where the guest wants pointer and length
  DebugMessageCall(CoreCallee.ErrorContext canon, String message, long ptr) {
    this.canon = canon;
    this.message = message;
    this.ptr = ptr;
  }

  @Override
  Next step(Driver driver) {
    Tree tree = driver.tree();
    if (passage == null) {
      Result<Layout> string = tree.streams.message(tree.layouts);
      if (!(string instanceof Result.Ok<Layout> layout)) {
        return driver.fail(((Result.Err<Layout>) string).fault());
      }
      Crossing taken = canon.instance().passages.take(driver.current().task.caller.meter());
      passage = taken;
      tree.lower.start(
          ErrorContextBuiltins.side(driver, canon, taken),
          layout.value(),
          Values.of(new Value.Str(message)),
          FuncLayout.MAX_FLAT_RESULTS,
          ptr);
    }
    return lower(driver);
  }

  @Override
  Destination destination() {
    return new Destination(canon.instance(), canon.options().realloc());
  }

  @Override
  Next lowered(Driver driver, Lower lower) {
    giveBack();
    driver.answer(driver.tree().machine);
    return Next.DONE;
  }

  private void giveBack() {
    Crossing taken = passage;
    if (taken != null) {
      passage = null;
      canon.instance().passages.giveBack(taken);
    }
  }

  @Override
  void coreReturned(Driver driver, Machine machine) {
    Invariant.check(reallocated(driver, machine), "a message enters realloc only");
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
