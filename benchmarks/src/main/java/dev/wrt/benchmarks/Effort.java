package dev.wrt.benchmarks;

import java.util.List;

/// How long a process measures each case.
///
/// @param warmMillis how long it calls before it measures
/// @param batches how often it measures; the median counts
/// @param batchMillis how long a batch takes, about
record Effort(int warmMillis, int batches, int batchMillis) {
  /// Enough for figures.
  static final Effort FULL = new Effort(1500, 31, 10);

  /// Just enough to see that everything works.
  static final Effort SMOKE = new Effort(0, 1, 0);

  /// As arguments of a process.
  List<String> arguments() {
    return List.of(
        Integer.toString(warmMillis), Integer.toString(batches), Integer.toString(batchMillis));
  }

  /// From the arguments of a process.
  static Effort of(String warmMillis, String batches, String batchMillis) {
    return new Effort(
        Integer.parseInt(warmMillis), Integer.parseInt(batches), Integer.parseInt(batchMillis));
  }
}
