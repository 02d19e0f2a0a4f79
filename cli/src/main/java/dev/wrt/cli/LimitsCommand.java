package dev.wrt.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wrt.component.GuestLimit;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `wrtd limits`: every limit of a guest, with its unit, range, usual value and fault.
@Command(
    name = "wrtd limits",
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Lists the limits of a guest, which --limit NAME=VALUE and the table [limits] of a"
          + " configuration file set.",
      ""
    })
final class LimitsCommand implements Callable<Integer> {
  /// The word that stands for this command.
  static final String NAME = "limits";

  private final Console console;

  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help.")
  boolean help;

  /// Creates the command.
  ///
  /// @param console where it prints
  LimitsCommand(Console console) {
    this.console = console;
  }

  // [impl->req~cli-limits-list~1]
  @Override
  public Integer call() {
    console.out().print(json ? json() : table());
    console.out().flush();
    return ExitCode.OK.status();
  }

  private static String table() {
    StringBuilder text = new StringBuilder();
    text.append(row("name", "usual", "smallest", "largest", "unit", "fault"));
    for (GuestLimit limit : GuestLimit.values()) {
      text.append(
          row(
              limit.word(),
              number(limit.usual()),
              number(limit.smallest()),
              number(limit.largest()),
              limit.unit(),
              limit.code().id()));
    }
    return text.toString();
  }

  private static String number(long value) {
    return value == Long.MAX_VALUE ? "none" : Long.toString(value);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-15s %10s %9s %13s  %-11s  %s%n", cells);
  }

  private static String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeArrayFieldStart("limits");
      for (GuestLimit limit : GuestLimit.values()) {
        json.writeStartObject();
        json.writeStringField("name", limit.word());
        json.writeStringField("unit", limit.unit());
        json.writeNumberField("usual", limit.usual());
        json.writeNumberField("smallest", limit.smallest());
        json.writeNumberField("largest", limit.largest());
        json.writeStringField("fault", limit.code().id());
        json.writeStringField("faultText", limit.code().text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return text + System.lineSeparator();
  }
}
