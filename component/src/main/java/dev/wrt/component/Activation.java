package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.engine.Machine;

/// One entry of the driver's stack: something that is under way and may wait for core code.
///
/// An activation never calls another and never runs core code itself. It asks the driver to, and is
/// asked again when that is done; so however deep guests nest, the Java stack does not.
abstract class Activation {
  /// What the driver does next.
  enum Next {
    /// Goes on with whatever is on top of the stack, core code that was entered included.
    AGAIN,
    /// The activation on top is done.
    DONE,
    /// The current thread has blocked: its segment of the stack is taken off.
    BLOCKED,
    /// The execution fails with the driver's fault.
    FAILED,
    /// Fuel has run out.
    SUSPENDED
  }

  /// Whether core code that this activation has entered has not returned yet.
  boolean inCore;

  /// Goes on as far as possible without core code and without other activations.
  abstract Next step(Driver driver);

  /// The core code that this activation entered has returned; one that enters none has nothing to
  /// do.
  ///
  /// @param driver the driver
  /// @param machine holds the results until this method returns
  void coreReturned(Driver driver, Machine machine) {}

  /// The execution fails: ends what this activation has opened, if anything. Called again if it
  /// throws.
  void aborted(Fault fault) {}

  /// Whether guest code has run, or may have, in a component instance that this activation entered.
  abstract boolean hasEntered();
}
