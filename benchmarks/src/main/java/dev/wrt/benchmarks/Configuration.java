package dev.wrt.benchmarks;

import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;

/// What a process measures.
///
/// @param name for people
/// @param strategy memory strategy of wrt; empty for jco
/// @param verification verification level of wrt; empty for jco
record Configuration(String name, String strategy, String verification) {
  /// jco on Node.
  static final Configuration JCO = new Configuration("jco", "", "");

  /// The memory strategies by name.
  static final List<String> STRATEGIES = List.of("zero-copy", "bounded-copy", "full-isolation");

  /// wrt in all its forms.
  static List<Configuration> ofWrt() {
    List<Configuration> all = new ArrayList<>();
    for (String strategy : STRATEGIES) {
      for (VerificationLevel level : VerificationLevel.values()) {
        all.add(of(strategy, level.word()));
      }
    }
    return all;
  }

  /// One form of wrt.
  static Configuration of(String strategy, String verification) {
    return new Configuration(strategy + ", " + verification, strategy, verification);
  }
}
