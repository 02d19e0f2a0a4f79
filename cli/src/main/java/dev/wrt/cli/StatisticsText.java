package dev.wrt.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.ComponentStats;
import dev.wrt.component.abi.CrossingMetrics;
import dev.wrt.intercept.CallStats;
import dev.wrt.intercept.Firewall;
import dev.wrt.intercept.ResourceLimits;
import dev.wrt.memory.MemoryMetrics;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Statistics as a table and as JSON, both from the same named figures.
final class StatisticsText {
  private StatisticsText() {}

  /// The figures in the order in which they are shown; numbers as {@link Long}, words as text.
  // [impl->req~cli-stats~1]
  private static Map<String, Object> figures(Statistics statistics) {
    ComponentStats stats = statistics.figures();
    ComponentOptions options = statistics.settings().component();
    CrossingMetrics crossing = stats.crossing();
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("verification", options.verification().level().word());
    rows.put("strategy", options.strategy().spelling());
    rows.put("trust", options.trust().spelling());
    String features = statistics.settings().decoder().features().toString();
    rows.put("features", features.isEmpty() ? "none" : features);
    rows.put("calls", stats.calls());
    rows.put("host calls", stats.hostCalls());
    rows.put("instructions", stats.instructions());
    rows.put("fuel used", stats.fuelUsed());
    rows.put("fuel limit", fuelLimit(options));
    rows.put("memory current bytes", stats.memoryBytes());
    rows.put("memory peak bytes", stats.memoryPeakBytes());
    rows.put("memory budget bytes", stats.memoryBudgetBytes());
    rows.put("copies", crossing.copies());
    rows.put("bytes copied", crossing.bytesCopied());
    rows.put("views", crossing.views());
    rows.put("buffers", crossing.buffers());
    rows.put("buffer pool hits", crossing.poolHits());
    rows.put("buffer pool misses", crossing.poolMisses());
    rows.put("digests checked", crossing.digestsChecked());
    rows.put("bytes wiped", crossing.wipedBytes());
    rows.put("handles live", (long) stats.handlesLive());
    rows.put("handles peak", (long) stats.handlesPeak());
    rows.put("blocks verified", sum(stats, MemoryMetrics::verifiedBlocks));
    rows.put("mismatches", sum(stats, MemoryMetrics::mismatches));
    rows.put("repairs", sum(stats, MemoryMetrics::repairs));
    return rows;
  }

  private static Object fuelLimit(ComponentOptions options) {
    return options.fuel() == ComponentOptions.FUEL_UNLIMITED ? "none" : (Object) options.fuel();
  }

  private static long sum(ComponentStats stats, ToLongFunction<MemoryMetrics> figure) {
    return stats.verification().stream().mapToLong(figure).sum();
  }

  /// A table for people.
  static String table(Statistics statistics) {
    StringBuilder text = new StringBuilder("statistics\n");
    figures(statistics).forEach((name, value) -> text.append(row(name, value)));
    text.append("memory by account                current         peak\n");
    for (ComponentStats.Account account : statistics.figures().accounts()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-24s %13s %12s%n",
              account.path(),
              ByteSize.print(account.bytes()),
              ByteSize.print(account.peakBytes())));
    }
    statistics
        .settings()
        .interceptors()
        .find(CallStats.class)
        .ifPresent(s -> text.append(calls(s)));
    Optional<Firewall> firewall = statistics.settings().interceptors().find(Firewall.class);
    firewall.ifPresent(
        f -> text.append(row("firewall allowed", f.allowed())).append(row("denied", f.denied())));
    Optional<ResourceLimits> limits =
        statistics.settings().interceptors().find(ResourceLimits.class);
    limits.ifPresent(l -> text.append(row("limited host calls", l.hostCalls())));
    return text.toString();
  }

  private static String row(String name, Object value) {
    boolean bytes = name.endsWith("bytes");
    String shown = bytes ? ByteSize.print((Long) value) : String.valueOf(value);
    String label = bytes ? name.substring(0, name.length() - " bytes".length()) : name;
    return String.format(Locale.ROOT, "  %-24s %13s%n", label, shown);
  }

  private static String calls(CallStats stats) {
    StringBuilder text = new StringBuilder("calls                              count aborted");
    text.append("         fuel     max fuel        bytes\n");
    for (CallStats.Row row : stats.rows()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-32s %5d %7d %12d %12d %12d%n",
              row.function(),
              row.calls(),
              row.aborted(),
              row.fuel(),
              row.fuelMax(),
              row.bytes()));
    }
    return text.toString();
  }

  /// One JSON object; names as in the table, in camel case.
  static void json(Statistics statistics, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Object> row : figures(statistics).entrySet()) {
      json.writeObjectField(camelCase(row.getKey()), row.getValue());
    }
    json.writeArrayFieldStart("accounts");
    for (ComponentStats.Account account : statistics.figures().accounts()) {
      json.writeStartObject();
      json.writeStringField("path", account.path());
      json.writeNumberField("bytes", account.bytes());
      json.writeNumberField("peakBytes", account.peakBytes());
      json.writeNumberField("maxBytes", account.maxBytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    Optional<CallStats> calls = statistics.settings().interceptors().find(CallStats.class);
    if (calls.isPresent()) {
      callsJson(calls.get().rows(), json);
    }
    json.writeEndObject();
  }

  private static void callsJson(List<CallStats.Row> rows, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("functions");
    for (CallStats.Row row : rows) {
      json.writeStartObject();
      json.writeStringField("function", row.function());
      json.writeNumberField("calls", row.calls());
      json.writeNumberField("aborted", row.aborted());
      json.writeNumberField("fuel", row.fuel());
      json.writeNumberField("maxFuel", row.fuelMax());
      json.writeNumberField("bytes", row.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split(" ")) {
      boolean first = text.isEmpty();
      text.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }
}
