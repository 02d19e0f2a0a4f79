package dev.wrt.component;

/// A call of an export, or an instantiation, that can stop when fuel runs out and go on later.
public interface Execution {
  /// Runs until the call has returned or failed, or fuel has run out.
  Outcome run();

  /// Fuel that is left.
  long fuel();

  /// Adds fuel.
  ///
  /// @param amount at least 0
  void addFuel(long amount);

  /// Gives the call up. If guest frames are on the stack they are unwound, and the linked
  /// components can't be entered any more.
  void abandon();
}
