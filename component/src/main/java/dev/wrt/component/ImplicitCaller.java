package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The caller of a function that no component calls by name: a destructor, a start function. It
/// passes core values as they are, takes no results, and nobody watches it.
///
/// @param instance the component instance on whose behalf the function is called; null for the host
/// @param depth number of component-level calls that are open, this one included
/// @param meter see {@link Caller#meter}
/// @param flat the core arguments
record ImplicitCaller(@Nullable ComponentInstance instance, int depth, CallMeter meter, long[] flat)
    implements Caller {
  @Override
  public HookRun hooks() {
    return HookRun.of(Hooks.NONE, depth, java.util.List.of());
  }

  @Override
  public BorrowScope scope() {
    throw new Invariant.Violation("a core value is not lent");
  }

  @Override
  public Result<Values> start(Driver driver, Crossing crossing) {
    return Result.ok(Values.NONE);
  }

  @Override
  public void cancelled(Fault why) {
    throw new Invariant.Violation("a synchronous function can't be cancelled");
  }
}
