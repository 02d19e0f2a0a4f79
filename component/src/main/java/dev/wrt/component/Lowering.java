package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.component.abi.Lower;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;

/// An activation that lowers values into a component instance, which may have to allocate memory
/// for them.
///
/// `LiftLowerContext.reallocate`: while its `realloc` runs an instance can't be left, so it can't
/// block either, and one lowering of a tree is under way at a time. That function is a task of its
/// own in the specification; all that can be seen of it are empty context slots.
abstract class Lowering extends Activation {
  private boolean reallocating;

  /// Where the values go.
  abstract Destination destination();

  /// The values have been lowered.
  abstract Next lowered(Driver driver, Lower lower);

  /// Where values go.
  ///
  /// @param instance the component instance
  /// @param realloc its allocator, null where values take no memory
  record Destination(
      ComponentInstance instance,
      @org.checkerframework.checker.nullness.qual.Nullable FuncInst realloc) {}

  /// Goes on lowering, up to the next `realloc` or to the end.
  final Next lower(Driver driver) {
    Lower lower = driver.tree().lower;
    return switch (lower.step()) {
      case CALL_REALLOC -> callRealloc(driver, lower);
      case FAULT -> driver.fail(lower.fault());
      case DONE -> {
        Fault denied = driver.tree().crossed(destination().instance(), Point.LOWER);
        yield denied == null ? lowered(driver, lower) : driver.fail(denied);
      }
    };
  }

  private Next callRealloc(Driver driver, Lower lower) {
    Destination into = destination();
    FuncInst realloc =
        Invariant.present(into.realloc(), "validation asks for realloc where memory is allocated");
    long[] args = new long[4];
    for (int i = 0; i < args.length; i++) {
      args[i] = lower.reallocArgument(i);
    }
    Fault denied = driver.event(into.instance(), Point.REALLOC, "func", args[3]);
    if (denied != null) {
      return driver.fail(denied);
    }
    into.instance().mayLeave = false;
    driver.enterRealloc();
    reallocating = true;
    return driver.enter(this, realloc, args);
  }

  /// Whether it was `realloc` that has returned; then the lowering can go on.
  final boolean reallocated(Driver driver, Machine machine) {
    if (!reallocating) {
      return false;
    }
    reallocating = false;
    destination().instance().mayLeave = true;
    driver.leaveRealloc();
    driver.tree().lower.reallocated(machine.result(0));
    return true;
  }

  /// The flat values that a lowering has given.
  static long[] flat(Lower lower) {
    int count = lower.flatCount();
    if (count == 0) {
      return Task.NO_VALUES;
    }
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = lower.flat(i);
    }
    return values;
  }
}
