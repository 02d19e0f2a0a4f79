package dev.wrt.tests.faults;

import java.util.Map;
import java.util.TreeMap;

/// What has become of the faults of one class in one area at one level.
final class Tally {
  private final long[] counts = new long[Verdict.values().length];
  private final Map<Long, Long> latencies = new TreeMap<>();
  private long scrubbed;
  private String firstSilent = "";
  private String firstCrash = "";

  /// Counts an injection.
  ///
  /// @param replay how to repeat it
  void add(Verdict verdict, Trial trial, String replay) {
    counts[verdict.ordinal()]++;
    if (verdict == Verdict.DETECTED) {
      latencies.merge(trial.latency(), 1L, Long::sum);
      scrubbed += trial.scrubbed() ? 1 : 0;
    } else if (verdict == Verdict.SILENT && firstSilent.isEmpty()) {
      firstSilent = replay;
    } else if (verdict == Verdict.CRASHED && firstCrash.isEmpty()) {
      firstCrash = replay + " " + trial.crash();
    }
  }

  /// Adds what another one has counted.
  void add(Tally other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    other.latencies.forEach((latency, n) -> latencies.merge(latency, n, Long::sum));
    scrubbed += other.scrubbed;
    firstSilent = firstSilent.isEmpty() ? other.firstSilent : firstSilent;
    firstCrash = firstCrash.isEmpty() ? other.firstCrash : firstCrash;
  }

  /// How many have ended so.
  long count(Verdict verdict) {
    return counts[verdict.ordinal()];
  }

  /// How many faults there were.
  long injected() {
    long injected = 0;
    for (Verdict verdict : Verdict.values()) {
      injected += verdict == Verdict.NONE ? 0 : count(verdict);
    }
    return injected;
  }

  /// How many of the detected ones only the verification of everything has shown.
  long scrubbed() {
    return scrubbed;
  }

  /// The fuel within which a share of the detected ones was detected.
  ///
  /// @param share from 0 to 1
  long latency(double share) {
    long wanted = (long) Math.ceil(share * count(Verdict.DETECTED));
    long seen = 0;
    for (Map.Entry<Long, Long> entry : latencies.entrySet()) {
      seen += entry.getValue();
      if (seen >= wanted) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /// How many were detected after each amount of fuel.
  Map<Long, Long> latencies() {
    return latencies;
  }

  /// How to repeat the first silent one; empty if there is none.
  String firstSilent() {
    return firstSilent;
  }

  /// How to repeat the first that an exception came out of; empty if there is none.
  String firstCrash() {
    return firstCrash;
  }
}
