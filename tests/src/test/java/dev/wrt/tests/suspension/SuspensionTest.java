package dev.wrt.tests.suspension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.Machine;
import dev.wrt.engine.Status;
import dev.wrt.tests.conformance.Replay;
import dev.wrt.tests.engine.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Suspension after every unit of fuel.
class SuspensionTest {
  /// The scripts of the list, one a line, `#` for comments.
  static List<String> scripts() throws IOException {
    try (InputStream in = SuspensionTest.class.getResourceAsStream("scripts.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  static List<String> kinds() {
    return Work.KINDS;
  }

  // [utest->req~suspension-every-unit~1]
  @ParameterizedTest(name = "{0}: suspended after every unit of fuel, the work ends the same")
  @MethodSource("kinds")
  void work(String kind) {
    assertEquals(end(kind, 1L << 40, 300), end(kind, 1, 300));
  }

  // [utest->req~engine-state-digest~1]
  @ParameterizedTest(name = "{0}: another number of rounds leaves another state")
  @ValueSource(strings = {"memory", "vectors", "objects"})
  void digest(String kind) {
    assertNotEquals(end(kind, 1L << 40, 300).getLast(), end(kind, 1L << 40, 301).getLast());
  }

  private static List<Long> end(String kind, long slice, int rounds) {
    try (Work work = new Work(kind, EngineOptions.standard().withTrace(true))) {
      Machine machine = work.machine();
      work.enter("run", rounds);
      machine.fuel(slice);
      while (machine.run() == Status.OUT_OF_FUEL) {
        machine.fuel(machine.fuel() + slice);
      }
      return List.of(
          machine.result(0), machine.instructions(), machine.traceHash(), work.stateDigest());
    }
  }

  // [utest->req~suspension-every-unit~1]
  // [utest->req~engine-state-digest~1]
  @ParameterizedTest(name = "{0}: suspended after every unit of fuel, every call ends the same")
  @MethodSource("scripts")
  void same(String name) {
    Optional<Path> script = Replay.script(name);
    Assumptions.assumeTrue(script.isPresent(), "the suite is not converted");
    List<String> straight = Replay.transcript(script.get(), false);
    assertTrue(straight.stream().anyMatch(l -> l.contains(" fuel ")), "functions are called");
    assertEquals(straight, Replay.transcript(script.get(), true));
  }
}
