package dev.wrt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code wrtd inspect} tells. */
class InspectTest {
  private static final Path HELLO = WrtdRun.example("hello");

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("a component is told by its imports, exports and core modules")
  void component() {
    WrtdRun run = WrtdRun.of("inspect", HELLO);
    assertEquals(0, run.status());
    assertEquals(
        List.of("component, 1332 bytes", "imports:", "exports:", "  greet", "core modules:"),
        run.out().lines().limit(5).toList());
  }

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("a core module is told by its sections, imports, exports, features and code")
  void module() {
    WrtdRun run = WrtdRun.of("inspect", "--module", "0", HELLO);
    assertEquals(0, run.status());
    assertTrue(run.out().contains("  code: 697 bytes, 3 items\n"), run.out());
    assertTrue(run.out().contains("  greet: func [i32 i32] -> [i32]\n"), run.out());
    assertTrue(run.out().contains("code: 3 functions, 337 instructions"), run.out());
  }

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("--json gives one object for the component and for its module")
  void json() throws IOException {
    assertEquals("component", kind(WrtdRun.of("inspect", "--json", HELLO)));
    assertEquals("module", kind(WrtdRun.of("inspect", "--json", "--module", "0", HELLO)));
  }

  private static String kind(WrtdRun run) throws IOException {
    assertEquals(0, run.status());
    List<String> values = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(run.out())) {
      while (parser.nextToken() != null) {
        values.add(parser.getText());
      }
    }
    assertEquals("kind", values.get(1));
    return values.get(2);
  }

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("--wat prints the only core module of a component as text")
  void wat() {
    WrtdRun run = WrtdRun.of("inspect", "--wat", HELLO);
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("(module $hello.core.wasm\n"), run.out());
    assertTrue(run.out().contains("  (export \"greet\" (func $greet))\n"), run.out());
    assertTrue(run.out().endsWith("\n)\n"), run.out());
  }

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("features are all on: to look is not to run")
  void features() {
    WrtdRun run = WrtdRun.of("inspect", "--module", "0", WrtdRun.component("threads"));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("threads"), run.out());
  }

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("--wit prints what running without --call lists")
  void wit() {
    assertEquals(WrtdRun.of(HELLO), WrtdRun.of("inspect", "--wit", HELLO));
  }

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("a core module stands for itself, and has no WIT")
  void coreModule(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("empty.wasm");
    Files.write(file, new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    assertEquals(new WrtdRun(0, "(module\n)\n", ""), WrtdRun.of("inspect", "--wat", file));
    assertEquals(64, WrtdRun.of("inspect", "--wit", file).status());
  }

  // [utest->req~cli-inspect~1]
  @Test
  @DisplayName("what can't be inspected ends with the exit code of its class")
  void refused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("text.wasm");
    Files.writeString(file, "(module)");
    assertEquals(65, WrtdRun.of("inspect", file).status());
    assertEquals(66, WrtdRun.of("inspect", folder.resolve("none.wasm")).status());
    assertEquals(64, WrtdRun.of("inspect", "--module", "1", HELLO).status());
    assertEquals(64, WrtdRun.of("inspect").status());
  }
}
