package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A script of the official suite executed for what each of its calls leaves behind.
public final class Replay {
  private Replay() {}

  /// Without interruption.
  static class Straight implements CoreScript.Driver {
    @Override
    public Status run(Machine machine) {
      return machine.run();
    }

    @Override
    public void ended(Machine machine, FuncInst function, Status status) {}
  }

  /// Writes down what a call has left behind.
  private static class Recording extends Straight {
    final List<String> lines = new ArrayList<>();
    private long fuelBefore;

    @Override
    public void ended(Machine machine, FuncInst function, Status status) {
      StringBuilder line = new StringBuilder();
      if (status == Status.TRAPPED) {
        line.append(machine.fault());
      } else {
        for (int i = 0; i < CoreScript.slots(function.type()); i++) {
          line.append(Long.toHexString(machine.result(i))).append(' ');
        }
      }
      line.append(" fuel ").append(machine.instructions() - fuelBefore);
      line.append(" trace ").append(Long.toHexString(machine.traceHash()));
      line.append(" state ").append(Long.toHexString(machine.store().digest()));
      lines.add(line.toString());
      fuelBefore = machine.instructions();
    }
  }

  /// With one unit of fuel at a time.
  private static final class Stepwise extends Recording {
    private boolean begun;

    @Override
    public Status run(Machine machine) {
      if (!begun) {
        machine.fuel(0);
        begun = true;
      }
      Status status = machine.run();
      while (status == Status.OUT_OF_FUEL) {
        machine.fuel(machine.fuel() + 1);
        status = machine.run();
      }
      return status;
    }

    @Override
    public void ended(Machine machine, FuncInst function, Status status) {
      super.ended(machine, function, status);
      begun = false;
    }
  }

  /// Where the converted script of a name is, such as `gc/array.wast`; empty if the suite is not
  /// converted.
  public static Optional<Path> script(String name) {
    Path folder = SuiteFiles.suite("core").resolve(name.substring(0, name.lastIndexOf('.')));
    Path script = folder.resolve(folder.getFileName() + ".json");
    return Files.exists(script) ? Optional.of(script) : Optional.empty();
  }

  /// A line for each command's verdict, and before it one for each call of a function: results or
  /// fault, fuel, hash of the trace, digests.
  ///
  /// @param stepwise whether each call gets its fuel one unit at a time
  public static List<String> transcript(Path script, boolean stepwise) {
    Recording recording = stepwise ? new Stepwise() : new Recording();
    EngineOptions options = EngineOptions.standard().withTrace(true);
    try (CoreScript run = new CoreScript(script.getParent(), options, recording)) {
      for (JsonNode command : SuiteFiles.json(script).get("commands")) {
        Verdict verdict = run.run(command);
        recording.lines.add("line " + command.get("line").asText() + ": " + verdict);
      }
    }
    return recording.lines;
  }
}
