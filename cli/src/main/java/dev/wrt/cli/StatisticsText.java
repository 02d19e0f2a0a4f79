package dev.wrt.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.ComponentStats;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.abi.CrossingMetrics;
import dev.wrt.engine.AreaReport;
import dev.wrt.engine.IntegrityReport;
import dev.wrt.intercept.CallStats;
import dev.wrt.intercept.Firewall;
import dev.wrt.intercept.ResourceLimits;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Statistics as a table and as JSON, both from the same named figures.
final class StatisticsText {
  private StatisticsText() {}

  /// The figures in the order in which they are shown; numbers as {@link Long}, words as text.
  // [impl->req~cli-stats~2]
  private static Map<String, Object> figures(Statistics statistics) {
    ComponentStats stats = statistics.figures();
    ComponentOptions options = statistics.settings().component();
    CrossingMetrics crossing = stats.crossing();
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("sha-256", statistics.sha256());
    rows.put("verification", word(options.verification()));
    rows.put("strategy", options.strategy().spelling());
    rows.put("trust", options.trust().spelling());
    String features = statistics.settings().decoder().features().toString();
    rows.put("features", features.isEmpty() ? "none" : features);
    rows.put("calls", stats.calls());
    rows.put("host calls", stats.hostCalls());
    rows.put("fuel used", stats.fuelUsed());
    rows.put("fuel limit", fuelLimit(options));
    rows.put("limits reached", limits(stats));
    MemoryBudget.Usage whole = statistics.memory().getFirst();
    rows.put("memory current bytes", whole.used());
    rows.put("memory peak bytes", whole.highWater());
    rows.put("memory budget bytes", whole.max());
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
    IntegrityReport integrity = stats.integrity();
    rows.put("blocks verified", sum(integrity, AreaReport::verified));
    rows.put("mismatches", sum(integrity, AreaReport::mismatches));
    rows.put("repairs", sum(integrity, AreaReport::repairs));
    rows.put("scrubbed blocks", integrity.scrubbedBlocks());
    rows.put("scrubber passes", integrity.passes());
    rows.put("scrubber worst case fuel", integrity.worstCaseFuel());
    return rows;
  }

  private static String word(Verification verification) {
    String word = verification.level().word();
    return verification.level() == VerificationLevel.SAMPLED
        ? word + "=" + verification.sampleEvery()
        : word;
  }

  private static String limits(ComponentStats stats) {
    String words =
        stats.limitsReached().stream().map(GuestLimit::word).collect(Collectors.joining(", "));
    return words.isEmpty() ? "none" : words;
  }

  private static Object fuelLimit(ComponentOptions options) {
    return options.fuel() == ComponentOptions.FUEL_UNLIMITED ? "none" : (Object) options.fuel();
  }

  private static long sum(IntegrityReport report, ToLongFunction<AreaReport> figure) {
    return report.areas().stream().mapToLong(figure).sum();
  }

  /// A table for people.
  static String table(Statistics statistics) {
    StringBuilder text = new StringBuilder("statistics\n");
    figures(statistics).forEach((name, value) -> text.append(row(name, value)));
    text.append(levels(statistics.figures()));
    text.append(areas(statistics.figures()));
    text.append(memory(statistics.memory()));
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

  /// The levels of components, where there are several.
  private static String levels(ComponentStats stats) {
    if (stats.levels().size() < 2) {
      return "";
    }
    StringBuilder text = new StringBuilder("verification by component\n");
    stats.levels().forEach(each -> text.append(row(each.component(), word(each.verification()))));
    return text.toString();
  }

  private static String areas(ComponentStats stats) {
    StringBuilder text = new StringBuilder();
    text.append("integrity by area                  bytes     verified mismatches    repairs\n");
    for (AreaReport area : stats.integrity().areas()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-24s %13s %12d %10d %10d%n",
              area.area(),
              ByteSize.print(area.bytes()),
              area.verified(),
              area.mismatches(),
              area.repairs()));
    }
    for (Fault.IntegrityFault repair : stats.repairs()) {
      text.append("  repaired: ").append(repair.area());
      text.append(", block ").append(repair.block()).append('\n');
    }
    return text.toString();
  }

  /// The accounts as a tree: each below the one that it is a part of.
  // [impl->req~cli-stats-memory~1]
  private static String memory(List<MemoryBudget.Usage> accounts) {
    StringBuilder text =
        new StringBuilder("memory by account                current         peak\n");
    for (MemoryBudget.Usage account : accounts) {
      String path = account.path();
      long depth = path.chars().filter(c -> c == '/').count();
      String name = "  ".repeat((int) depth) + path.substring(path.lastIndexOf('/') + 1);
      text.append(
          String.format(
              Locale.ROOT,
              "  %-24s %13s %12s%n",
              name,
              ByteSize.print(account.used()),
              ByteSize.print(account.highWater())));
    }
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
    for (MemoryBudget.Usage account : statistics.memory()) {
      json.writeStartObject();
      json.writeStringField("path", account.path());
      json.writeNumberField("bytes", account.used());
      json.writeNumberField("peakBytes", account.highWater());
      json.writeNumberField("maxBytes", account.max());
      json.writeEndObject();
    }
    json.writeEndArray();
    integrityJson(statistics, json);
    Optional<CallStats> calls = statistics.settings().interceptors().find(CallStats.class);
    if (calls.isPresent()) {
      callsJson(calls.get().rows(), json);
    }
    json.writeEndObject();
  }

  private static void integrityJson(Statistics statistics, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("levels");
    for (ComponentStats.Level each : statistics.figures().levels()) {
      json.writeStartObject();
      json.writeStringField("component", each.component());
      json.writeStringField("verification", word(each.verification()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("areas");
    for (AreaReport area : statistics.figures().integrity().areas()) {
      json.writeStartObject();
      json.writeStringField("area", area.area());
      json.writeNumberField("bytes", area.bytes());
      json.writeNumberField("blocks", area.blocks());
      json.writeNumberField("verified", area.verified());
      json.writeNumberField("mismatches", area.mismatches());
      json.writeNumberField("repairs", area.repairs());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("repairEvents");
    for (Fault.IntegrityFault repair : statistics.figures().repairs()) {
      json.writeStartObject();
      json.writeStringField("area", repair.area());
      json.writeNumberField("block", repair.block());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("limits");
    for (GuestLimit limit : GuestLimit.values()) {
      json.writeNumberField(limit.word(), statistics.settings().component().limits().value(limit));
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
