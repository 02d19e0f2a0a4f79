package dev.wrt.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wrt.bounded.Fault;
import dev.wrt.component.Interleavings;
import dev.wrt.component.value.Values;
import dev.wrt.component.value.Wave;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.WitTypes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.ParameterException;

/// Prints what came of a run: for people, results on standard output and the rest on standard
/// error; for machines, exactly one JSON object on standard output.
abstract sealed class Report {
  /// The streams.
  protected final Console console;

  private Report(Console console) {
    this.console = console;
  }

  /// The report in the form that is asked for.
  static Report of(Console console, boolean json) {
    return json ? new Json(console) : new Text(console);
  }

  /// A call has returned.
  abstract void result(ComponentFuncType type, Values values, @Nullable Statistics statistics);

  /// A command has ended by itself.
  abstract void ended(int status, @Nullable Statistics statistics);

  /// The component's imports and exports.
  abstract void wit(String text);

  /// An exploration has ended.
  ///
  /// @param reached what its schedules lead to
  /// @return the exit status
  abstract int explored(List<Explorer.Reached> reached, Interleavings.Report found);

  /// A fault in some schedule says the class, else different results do, else a bound.
  static ExitCode classOf(List<Explorer.Reached> reached, Interleavings.Report found) {
    for (Explorer.Reached each : reached) {
      if (each.ending().code() != ExitCode.OK) {
        return each.ending().code();
      }
    }
    if (reached.size() > 1) {
      return ExitCode.DIFFERENT;
    }
    return found.isComplete() ? ExitCode.OK : ExitCode.BUDGET;
  }

  /// A fault has ended the run.
  abstract int refused(FaultReport fault, @Nullable Statistics statistics);

  /// A fault whose class follows from where it arose.
  final int fault(Fault fault, Path file, ExitCode code) {
    return fault(fault, file, code, null);
  }

  /// A fault during execution, with what was used until then.
  final int fault(Fault fault, Path file, ExitCode code, @Nullable Statistics statistics) {
    return refused(FaultReport.of(fault, file.toString()).as(code), statistics);
  }

  /// An option's value was refused, which was typed.
  final int option(Fault fault) {
    return option(fault, Map.of());
  }

  /// An option's value was refused.
  ///
  /// @param places where options come from that are not typed
  final int option(Fault fault, Map<String, String> places) {
    return refused(FaultReport.ofOption(fault, places), null);
  }

  /// A line of the log.
  final void log(String line) {
    console.err().println("wrtd: " + line);
  }

  /// The command line could not be read.
  final int usage(ParameterException e) {
    return own(ExitCode.USAGE, CliCode.USAGE, String.valueOf(e.getMessage()));
  }

  /// Our own code failed; its message is shown, a stack trace never.
  final int internal(Exception e) {
    return own(ExitCode.INTERNAL, CliCode.INTERNAL, CliCode.INTERNAL.text() + ": " + e);
  }

  /// The budget allowed more than the JVM could give.
  final int heapExhausted() {
    return own(ExitCode.BUDGET, CliCode.HEAP_EXHAUSTED, CliCode.HEAP_EXHAUSTED.text());
  }

  private int own(ExitCode exit, CliCode code, String what) {
    String where = code == CliCode.USAGE ? "the command line" : "wrtd";
    return refused(new FaultReport(exit, code.id(), what, where, code.advice(), List.of()), null);
  }

  /// For people.
  private static final class Text extends Report {
    Text(Console console) {
      super(console);
    }

    @Override
    void result(ComponentFuncType type, Values values, @Nullable Statistics statistics) {
      if (type.result().isPresent()) {
        console.out().println(Wave.print(values.get(0), type.result().get()));
      }
      table(statistics);
    }

    @Override
    void ended(int status, @Nullable Statistics statistics) {
      table(statistics);
    }

    @Override
    void wit(String text) {
      console.out().print(text.endsWith("\n") ? text : text + "\n");
    }

    @Override
    int explored(List<Explorer.Reached> reached, Interleavings.Report found) {
      console
          .out()
          .println(
              "schedules: "
                  + found.runs()
                  + (found.isComplete() ? ", all" : ", not all: the bound"));
      console.out().println("outcomes: " + reached.size());
      for (Explorer.Reached each : reached) {
        Explorer.Ending ending = each.ending();
        String id = ending.id().isEmpty() ? "" : " [" + ending.id() + "]";
        String text = ending.text().isEmpty() ? "(no result)" : ending.text();
        console.out().println("  " + text + id);
        ending.output().lines().forEach(line -> console.out().println("    | " + line));
        console
            .out()
            .println(
                "    schedules: " + each.schedules() + ", shortest: --schedule " + each.schedule());
      }
      return classOf(reached, found).status();
    }

    @Override
    int refused(FaultReport fault, @Nullable Statistics statistics) {
      console.out().flush();
      console.err().println("error: " + fault.what() + " [" + fault.id() + "]");
      console.err().println("  where: " + fault.where());
      console.err().println("  do:    " + fault.advice());
      for (String line : fault.details()) {
        console.err().println("  " + line);
      }
      table(statistics);
      return fault.code().status();
    }

    private void table(@Nullable Statistics statistics) {
      if (statistics != null) {
        console.out().flush();
        console.err().print(StatisticsText.table(statistics));
      }
    }
  }

  /// For machines.
  // [impl->req~cli-json~1]
  private static final class Json extends Report {
    /// Writes the fields of an object.
    private interface Fields {
      void write(JsonGenerator json) throws IOException;
    }

    Json(Console console) {
      super(console);
    }

    @Override
    void result(ComponentFuncType type, Values values, @Nullable Statistics statistics) {
      print(json -> {
        json.writeNumberField("exitCode", 0);
        if (type.result().isPresent()) {
          json.writeStringField("type", WitTypes.print(type.result().get()));
          json.writeStringField("result", Wave.print(values.get(0), type.result().get()));
        }
        statistics(json, statistics);
      });
    }

    @Override
    void ended(int status, @Nullable Statistics statistics) {
      print(json -> {
        json.writeNumberField("exitCode", status);
        statistics(json, statistics);
      });
    }

    @Override
    void wit(String text) {
      print(json -> {
        json.writeNumberField("exitCode", 0);
        json.writeStringField("wit", text);
      });
    }

    @Override
    int explored(List<Explorer.Reached> reached, Interleavings.Report found) {
      int status = classOf(reached, found).status();
      print(json -> {
        json.writeNumberField("exitCode", status);
        json.writeNumberField("schedules", found.runs());
        json.writeBooleanField("complete", found.isComplete());
        json.writeArrayFieldStart("outcomes");
        for (Explorer.Reached each : reached) {
          json.writeStartObject();
          json.writeStringField("class", each.ending().code().name());
          json.writeStringField("id", each.ending().id());
          json.writeStringField("text", each.ending().text());
          json.writeStringField("output", each.ending().output());
          json.writeNumberField("schedules", each.schedules());
          json.writeStringField("schedule", each.schedule());
          json.writeEndObject();
        }
        json.writeEndArray();
      });
      return status;
    }

    @Override
    int refused(FaultReport fault, @Nullable Statistics statistics) {
      print(json -> {
        json.writeNumberField("exitCode", fault.code().status());
        json.writeObjectFieldStart("fault");
        json.writeStringField("class", fault.code().name());
        json.writeStringField("id", fault.id());
        json.writeStringField("what", fault.what());
        json.writeStringField("where", fault.where());
        json.writeStringField("do", fault.advice());
        json.writeArrayFieldStart("details");
        for (String line : fault.details()) {
          json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
        statistics(json, statistics);
      });
      return fault.code().status();
    }

    private static void statistics(JsonGenerator json, @Nullable Statistics statistics)
        throws IOException {
      if (statistics != null) {
        json.writeFieldName("stats");
        StatisticsText.json(statistics, json);
      }
    }

    private void print(Fields fields) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
        json.writeStartObject();
        fields.write(json);
        json.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException("a string writer does not fail", e);
      }
      console.out().println(text);
    }
  }
}
