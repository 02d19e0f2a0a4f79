package dev.wrt.tests.faults;

import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the levels promise, from `promises.csv`, and whether a campaign has found it so.
final class Promises {
  private static final String NEVER = "never";
  private static final String ALL = "*";

  /// One line.
  ///
  /// @param area where
  /// @param fault what, or all
  /// @param from the level from which on nothing is silent
  /// @param repaired whether one wrong word is put right at `REDUNDANT`
  /// @param reason why, or why not
  record Promise(String area, String fault, String from, boolean repaired, String reason) {
    private boolean fits(Cell cell) {
      return area.equals(cell.area().label)
          && (fault.equals(ALL) || fault.equals(cell.fault().label));
    }

    /// Whether nothing may be silent at a level.
    boolean holdsAt(VerificationLevel level) {
      return !from.equals(NEVER)
          && level.includes(VerificationLevel.valueOf(from.toUpperCase(Locale.ROOT)));
    }
  }

  private final List<Promise> promises = new ArrayList<>();

  /// Reads them.
  Promises() {
    try (InputStream in = Promises.class.getResourceAsStream("promises.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("area,"))
          .map(line -> line.split(",", 5))
          .map(p -> new Promise(p[0], p[1], p[2], p[3].equals("yes"), p[4]))
          .forEach(promises::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All of them.
  List<Promise> all() {
    return promises;
  }

  /// What is promised for a cell.
  Promise of(Cell cell) {
    return promises.stream()
        .filter(promise -> promise.fits(cell))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is said in promises.csv about " + cell));
  }

  /// Where a campaign has found something else, a line each.
  List<String> broken(Map<Cell, Tally> table) {
    List<String> broken = new ArrayList<>();
    table.forEach((cell, tally) -> check(cell, tally, broken));
    return broken;
  }

  private void check(Cell cell, Tally tally, List<String> broken) {
    Promise promise = of(cell);
    if (tally.injected() == 0) {
      broken.add(cell + ": nothing was injected");
    }
    if (!promise.holdsAt(cell.level())) {
      return;
    }
    if (tally.count(Verdict.SILENT) > 0) {
      broken.add(tally.count(Verdict.SILENT) + " silent, -Dfaults.replay=" + tally.firstSilent());
    }
    if (tally.count(Verdict.CRASHED) > 0) {
      broken.add(tally.count(Verdict.CRASHED) + " crashed, -Dfaults.replay=" + tally.firstCrash());
    }
    boolean repairing = cell.level() == VerificationLevel.REDUNDANT && promise.repaired();
    if (repairing && tally.count(Verdict.DETECTED) > 0) {
      broken.add(tally.count(Verdict.DETECTED) + " not repaired, " + cell);
    }
  }
}
