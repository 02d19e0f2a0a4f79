package dev.wrt.memory;

import dev.wrt.bounded.Invariant;

/// A verification level with its parameter.
///
/// @param level what is done
/// @param sampleEvery at `SAMPLED`, one access in so many verifies its block; at least 1
public record Verification(VerificationLevel level, int sampleEvery) {
  /// One access in so many is verified at `SAMPLED` when nothing else is said.
  public static final int SAMPLE_EVERY = 64;

  /// Checks the parameter.
  public Verification {
    Invariant.check(sampleEvery >= 1, "a sampling interval is at least 1");
  }

  /// A level with the usual sampling interval.
  ///
  /// @param level what is done
  public static Verification of(VerificationLevel level) {
    return new Verification(level, SAMPLE_EVERY);
  }

  /// Level `SAMPLED`.
  ///
  /// @param every one access in so many is verified, at least 1
  public static Verification sampled(int every) {
    return new Verification(VerificationLevel.SAMPLED, every);
  }
}
