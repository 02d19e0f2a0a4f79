package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import java.util.List;

/// A part of a {@link Store} that has digests of its own and can say what they have shown.
interface CheckedArea {
  /// What was verified so far.
  AreaReport report();

  /// The latest repairs, at most 16, the oldest first.
  List<Fault.IntegrityFault> repairs();
}
