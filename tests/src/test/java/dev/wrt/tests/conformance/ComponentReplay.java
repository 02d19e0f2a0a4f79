package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.Execution;
import dev.wrt.component.Outcome;
import dev.wrt.component.value.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A script of the component suite executed for what each of its calls leaves behind.
public final class ComponentReplay {
  private static final Path SUITE = SuiteFiles.suite("component").resolve("test");

  private ComponentReplay() {}

  /// Writes down what a call has left behind.
  private static class Recording extends ComponentRuns {
    final List<String> lines = new ArrayList<>();

    @Override
    Result<Values> called(ComponentInstance instance, String export, Values arguments) {
      Result<Values> result = super.called(instance, export, arguments);
      record(instance, export, result);
      return result;
    }

    void record(ComponentInstance instance, String export, Result<Values> result) {
      lines.add(export + ": " + result + ", fuel " + instance.stats().fuelUsed());
    }
  }

  /// With one unit of fuel at a time.
  private static final class Stepwise extends Recording {
    @Override
    long fuel() {
      return 0;
    }

    @Override
    Outcome run(Execution execution) {
      Outcome outcome = execution.run();
      while (outcome instanceof Outcome.OutOfFuel) {
        execution.addFuel(1);
        outcome = execution.run();
      }
      return outcome;
    }

    @Override
    Result<Values> called(ComponentInstance instance, String export, Values arguments) {
      instance.fuel(0);
      Result<Values> result =
          switch (instance.start(export, arguments)) {
            case Result.Ok<Execution>(Execution execution) -> result(run(execution));
            case Result.Err<Execution>(Fault fault) -> Result.err(fault);
          };
      record(instance, export, result);
      return result;
    }

    private static Result<Values> result(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Returned(Values values) -> Result.ok(values);
        case Outcome.Failed(Fault fault) -> Result.err(fault);
        case Outcome other -> throw new AssertionError(other.toString());
      };
    }
  }

  /// The names of the scripts that begin so; none if the suite is not converted.
  public static List<String> scripts(String beginning) {
    return Files.isDirectory(SUITE)
        ? SuiteFiles.scripts(SUITE).stream()
            .map(script -> SuiteFiles.name(SUITE, script))
            .filter(name -> name.startsWith(beginning))
            .toList()
        : List.of();
  }

  /// A line for each command's verdict, and before it one for each call: results or fault, and fuel
  /// used.
  ///
  /// @param stepwise whether each call gets its fuel one unit at a time
  public static List<String> transcript(String name, boolean stepwise) {
    Recording recording = stepwise ? new Stepwise() : new Recording();
    Path folder = SUITE.resolve(name.substring(0, name.lastIndexOf('.')));
    SuiteFeatures features = new SuiteFeatures("/component-suite-features.txt");
    try (ComponentScript run = new ComponentScript(folder, features.of(name), recording)) {
      for (JsonNode command :
          SuiteFiles.json(folder.resolve(folder.getFileName() + ".json")).get("commands")) {
        Verdict verdict = run.run(command);
        recording.lines.add("line " + command.get("line").asText() + ": " + verdict.kind());
      }
    }
    return recording.lines;
  }
}
