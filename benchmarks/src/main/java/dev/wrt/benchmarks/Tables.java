package dev.wrt.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/// The figures as Markdown and as JSON.
final class Tables {
  private Tables() {}

  /// One table for each case: a row for each verification level, a column for each strategy.
  static String markdown(
      Map<Configuration, Map<Case, Figures>> figures, Machine machine, int rounds) {
    StringBuilder text = new StringBuilder();
    text.append("# What a call costs\n\n");
    text.append("Written by `benchmarks/run.sh`; do not edit. ");
    text.append(machine.cpu()).append(", ").append(machine.processors());
    text.append(" processors; ").append(machine.java());
    if (!machine.node().isEmpty()) {
      text.append("; Node ").append(machine.node()).append(", jco ").append(machine.jco());
    }
    text.append(".\n\nNanoseconds a call / bytes allocated a call, arguments made before. Each");
    text.append(" configuration has processes of its own, in turns with the others, ");
    text.append("rounds: ").append(rounds).append("; a process gives the median of its batches");
    text.append(" after it has been warmed, and the smallest of the rounds counts. Other work on");
    text.append(" the machine can double a figure: compare rows and columns, not neighbours, and");
    text.append(" measure again where it matters. wrt interprets, checks");
    text.append(" and meters; jco's core code is compiled by V8. Bytes of jco are the growth of");
    text.append(" V8's heap and array buffers while nothing was collected, `-` where something");
    text.append(" always was.\n");
    for (Case each : Case.values()) {
      text.append("\n## ").append(each.title()).append("\n\n");
      Map<Case, Figures> jco = figures.get(Configuration.JCO);
      Figures other = jco == null ? null : jco.get(each);
      if (other != null) {
        text.append("jco: ").append(cell(other)).append("\n\n");
      }
      text.append("| wrt, verification |");
      Configuration.STRATEGIES.forEach(s -> text.append(' ').append(s).append(" |"));
      text.append("\n| --- |").append(" ---: |".repeat(Configuration.STRATEGIES.size()));
      text.append('\n');
      for (VerificationLevel level : VerificationLevel.values()) {
        text.append("| ").append(level.word()).append(" |");
        for (String strategy : Configuration.STRATEGIES) {
          Map<Case, Figures> known = figures.get(Configuration.of(strategy, level.word()));
          Figures found = known == null ? null : known.get(each);
          text.append(' ').append(found == null ? "-" : cell(found)).append(" |");
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String cell(Figures figures) {
    String bytes = figures.bytes().isPresent() ? number(figures.bytes().getAsDouble()) : "-";
    return number(figures.nanos()) + " / " + bytes;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  /// Everything, with the machine.
  static String json(Map<Configuration, Map<Case, Figures>> figures, Machine machine)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("cpu", machine.cpu());
      json.writeNumberField("processors", machine.processors());
      json.writeStringField("java", machine.java());
      json.writeStringField("node", machine.node());
      json.writeStringField("jco", machine.jco());
      json.writeArrayFieldStart("calls");
      for (Map.Entry<Configuration, Map<Case, Figures>> entry : figures.entrySet()) {
        for (Map.Entry<Case, Figures> each : entry.getValue().entrySet()) {
          write(json, entry.getKey(), each.getKey(), each.getValue());
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(
      JsonGenerator json, Configuration configuration, Case of, Figures figures)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("case", of.title());
    json.writeStringField("runtime", configuration.strategy().isEmpty() ? "jco" : "wrt");
    if (!configuration.strategy().isEmpty()) {
      json.writeStringField("strategy", configuration.strategy());
      json.writeStringField("verification", configuration.verification());
    }
    json.writeNumberField("nanosecondsPerCall", Math.round(figures.nanos()));
    if (figures.bytes().isPresent()) {
      json.writeNumberField("bytesPerCall", Math.round(figures.bytes().getAsDouble()));
    }
    json.writeEndObject();
  }
}
