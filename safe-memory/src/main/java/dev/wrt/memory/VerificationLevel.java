package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import java.util.List;

// [impl->req~memory-levels~1]
/// How much a memory does to notice that its data were changed behind its API. The levels are
/// ordered: each detects what the ones before it detect.
public enum VerificationLevel {
  /// Bounds only; no digest, no cost.
  OFF("off", "none"),
  /// Stores keep the digest; every k-th access verifies its block.
  SAMPLED("sampling", "sampled"),
  /// Stores keep the digest; touched blocks are verified at each boundary.
  STANDARD("standard", "basic"),
  /// `STANDARD`, and each access verifies what it reads.
  FULL("full", "critical"),
  /// `FULL`, and a located single-word error is repaired and reported.
  REDUNDANT("redundant", "redundant");

  private final String word;
  private final String alias;

  VerificationLevel(String word, String alias) {
    this.word = word;
    this.alias = alias;
  }

  /// The word that selects this level on the command line and names it in statistics.
  public String word() {
    return word;
  }

  /// Whether this level does all that another one does.
  ///
  /// @param other the level to compare with
  public boolean includes(VerificationLevel other) {
    return compareTo(other) >= 0;
  }

  /// The level that a word of the command line selects; an unknown one is refused with the words
  /// that exist.
  ///
  /// @param word such as `standard`
  public static Result<VerificationLevel> parse(String word) {
    for (VerificationLevel level : values()) {
      if (List.of(level.word, level.alias).contains(word)) {
        return Result.ok(level);
      }
    }
    return Result.err(
        new Fault.HostFault(
            MemoryCode.UNKNOWN_LEVEL,
            word,
            "off, none, sampling, sampled, standard, basic, full, critical, redundant"));
  }
}
