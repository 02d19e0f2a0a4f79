package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Values;

/// Watches and decides calls and events of components.
///
/// The contract: for each `before` that was entered there is exactly one `after` or `aborted`, and
/// in a chain these come in the reverse order of the `before`s, also when the call traps, is denied
/// by a later interceptor, is answered by one, or was suspended in between. The hooks are paired in
/// the call's own frame rather than nested around it, because a suspended call can't sit on the
/// Java stack.
///
/// A hook that throws is a defect of the host; it ends the call like a broken invariant.
public interface Interceptor {
  /// Its name, as in configuration and in `PolicyFault`.
  String name();

  /// Whether calls at this site concern it; asked once per site, at link time.
  default boolean watches(CallSite site) {
    return true;
  }

  /// Whether events at this point concern it; asked once, when the chain is made.
  default boolean watches(Point point) {
    return true;
  }

  /// A call is about to be made.
  ///
  /// @param site where
  /// @param arguments the arguments, already lifted
  default Verdict before(CallSite site, Values arguments) {
    return Verdict.CONTINUE;
  }

  /// A call whose `before` was entered has returned.
  ///
  /// @param site where
  /// @param results the results; empty, or one value
  default Verdict after(CallSite site, Values results) {
    return Verdict.CONTINUE;
  }

  /// A call whose `before` was entered has ended without results.
  ///
  /// @param site where
  /// @param fault why: a trap, a denial, a fault of the host function, exhaustion
  default void aborted(CallSite site, Fault fault) {}

  /// Something happens at a point that is not a call.
  default Verdict onEvent(Event event) {
    return Verdict.CONTINUE;
  }
}
