package dev.wrt.tests.faults;

import dev.wrt.memory.VerificationLevel;
import java.util.Comparator;

/// One line of the table.
///
/// @param level the level
/// @param area where
/// @param fault what
record Cell(VerificationLevel level, Area area, FaultClass fault) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::level).thenComparing(Cell::area).thenComparing(Cell::fault);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
