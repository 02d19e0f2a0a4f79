package dev.wrt.engine;

/// A part of a {@link Store} that has digests of its own and can say what they have shown.
interface CheckedArea {
  /// What was verified so far.
  AreaReport report();
}
