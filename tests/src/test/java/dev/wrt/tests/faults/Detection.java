package dev.wrt.tests.faults;

import dev.wrt.memory.VerificationLevel;
import java.util.Locale;
import java.util.Map;

/// The table as comma-separated values.
final class Detection {
  /// The columns.
  static final String HEADER =
      "level,area,fault_class,injected,detected,repaired,masked,silent,latency_fuel_median,"
          + "latency_fuel_max,silent_upper_95,trapped,crashed,detected_by_scrub\n";

  private Detection() {}

  /// The word for a level in tables.
  static String label(VerificationLevel level) {
    return level.word();
  }

  /// A line for each cell.
  static String csv(Map<Cell, Tally> table) {
    StringBuilder csv = new StringBuilder(HEADER);
    table.forEach((cell, tally) ->
        csv.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%d,%d,%d,%d,%d,%d,%d,%.3e,%d,%d,%d%n",
                label(cell.level()),
                cell.area().label,
                cell.fault().label,
                tally.injected(),
                tally.count(Verdict.DETECTED),
                tally.count(Verdict.REPAIRED),
                tally.count(Verdict.MASKED),
                tally.count(Verdict.SILENT),
                tally.latency(0.5),
                tally.latency(1),
                ClopperPearson.upper95(tally.count(Verdict.SILENT), tally.injected()),
                tally.count(Verdict.TRAPPED),
                tally.count(Verdict.CRASHED),
                tally.scrubbed())));
    return csv.toString();
  }
}
