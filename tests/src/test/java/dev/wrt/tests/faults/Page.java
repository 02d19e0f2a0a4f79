package dev.wrt.tests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/// The table as a web page: `detection.html` with the figures in it, which needs nothing else.
final class Page {
  private static final String PLACE = "/*DATA*/";
  private static final int BUCKETS = 24;

  private Page() {}

  /// The page.
  static String of(Map<Cell, Tally> table, Promises promises) {
    StringJoiner rows = new StringJoiner(",\n", "[", "]");
    table.forEach((cell, tally) -> rows.add(row(cell, tally, promises)));
    StringJoiner reasons = new StringJoiner(",\n", "[", "]");
    for (Promises.Promise promise : promises.all()) {
      reasons.add(
          String.format(
              "{\"area\":\"%s\",\"fault\":\"%s\",\"from\":\"%s\",\"repaired\":%b,\"reason\":\"%s\"}",
              promise.area(),
              promise.fault(),
              promise.from(),
              promise.repaired(),
              promise.reason().replace("\"", "\\\"")));
    }
    String data =
        "{\"guests\":"
            + Guests.values().length
            + ",\"rows\":"
            + rows
            + ",\"promises\":"
            + reasons
            + "}";
    return template().replace(PLACE, data);
  }

  private static String template() {
    try (InputStream in = Page.class.getResourceAsStream("detection.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(Cell cell, Tally tally, Promises promises) {
    StringJoiner row = new StringJoiner(",", "{", "}");
    row.add("\"level\":\"" + Detection.label(cell.level()) + "\"");
    row.add("\"area\":\"" + cell.area().label + "\"");
    row.add("\"fault\":\"" + cell.fault().label + "\"");
    row.add("\"promised\":" + promises.of(cell).holdsAt(cell.level()));
    row.add("\"injected\":" + tally.injected());
    for (Verdict verdict : Verdict.values()) {
      if (verdict != Verdict.NONE) {
        row.add("\"" + verdict.name().toLowerCase(Locale.ROOT) + "\":" + tally.count(verdict));
      }
    }
    double bound = ClopperPearson.upper95(tally.count(Verdict.SILENT), tally.injected());
    row.add(String.format(Locale.ROOT, "\"bound\":%.3e", bound));
    row.add("\"median\":" + tally.latency(0.5));
    row.add("\"max\":" + tally.latency(1));
    row.add("\"scrubbed\":" + tally.scrubbed());
    row.add("\"latency\":" + buckets(tally));
    return row.toString();
  }

  /// Bucket `i` counts the latencies of at most `2^i` units of fuel that no bucket before counts.
  private static String buckets(Tally tally) {
    long[] buckets = new long[BUCKETS];
    tally
        .latencies()
        .forEach((latency, n) -> {
          int bucket = latency <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(latency - 1);
          buckets[Math.min(bucket, BUCKETS - 1)] += n;
        });
    StringJoiner list = new StringJoiner(",", "[", "]");
    for (long count : buckets) {
      list.add(Long.toString(count));
    }
    return list.toString();
  }
}
