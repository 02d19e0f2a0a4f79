package dev.wrt.bounded;

import java.util.stream.LongStream;

/// The seeds of the property tests: a fixed row of them, or the one of `-Dseed=n` for a replay.
final class Seeds {
  private static final int SEEDS = 12;

  private Seeds() {}

  static LongStream seeds() {
    Long replay = Long.getLong("seed");
    return replay == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(replay);
  }
}
