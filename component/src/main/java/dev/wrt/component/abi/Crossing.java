package dev.wrt.component.abi;

/// The passage of one direction of a call: arguments, or results. Every byte that {@link Lift}
/// reads from a guest's memory and {@link Lower} writes to one goes through it.
///
/// Packed values that were lifted through it may be views, which end when it is closed.
public final class Crossing implements AutoCloseable {
  Crossing() {}

  /// Makes what is lifted from now on until {@link #close} own its bytes, at the price of a copy:
  /// for results that the embedder keeps.
  public void outlive() {}

  /// Ends the passage: views end, buffers go back. It may then be used for the next one.
  @Override
  public void close() {}
}
