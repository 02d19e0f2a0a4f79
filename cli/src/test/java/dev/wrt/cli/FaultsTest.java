package dev.wrt.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input of every kind: its exit code, and one clear message in three lines. */
class FaultsTest {
  @TempDir Path temp;

  private static void refused(ExitCode code, String what, WrtdRun run) {
    String[] lines = run.err().split("\n");
    assertAll(
        () -> assertEquals(code.status(), run.status(), run.err()),
        () -> assertEquals("", run.out()),
        () -> assertTrue(lines[0].startsWith("error: "), run.err()),
        () -> assertTrue(run.err().contains(what), run.err()),
        () -> assertTrue(lines[1].startsWith("  where: "), run.err()),
        () -> assertTrue(lines[2].startsWith("  do:    "), run.err()),
        () -> assertFalse(run.err().contains("\tat "), run.err()),
        () -> assertFalse(run.err().contains("Exception"), run.err()));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(temp.resolve(name), bytes);
  }

  // [utest->req~cli-input-file~1]
  // [utest->req~cli-error-text~1]
  // [utest->req~cli-exit-codes~1]
  @Test
  @DisplayName("no file, a directory, an empty file, a core module: each has its own message")
  void files() throws IOException {
    refused(ExitCode.NO_INPUT, "no such file", WrtdRun.of(temp.resolve("missing.wasm")));
    refused(ExitCode.NO_INPUT, "directory", WrtdRun.of(temp));
    refused(ExitCode.MALFORMED, "unexpected end", WrtdRun.of(file("empty", new byte[0])));
    refused(ExitCode.MALFORMED, "this is a core module", WrtdRun.of(WrtdRun.component("core")));
    refused(ExitCode.INVALID, "type mismatch", WrtdRun.of(WrtdRun.component("invalid")));
    refused(ExitCode.USAGE, "WASM_FILE", WrtdRun.of());
    Path endless = Path.of("/dev/zero");
    if (Files.exists(endless)) {
      refused(ExitCode.NO_INPUT, "not a regular file", WrtdRun.of(endless));
    }
  }

  @Test
  @DisplayName("a file larger than the limit is refused before it is read")
  void largeFile() throws IOException {
    Path large = temp.resolve("large.wasm");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((256L << 20) + 1);
    }
    refused(ExitCode.BUDGET, "at most 268435456 allowed", WrtdRun.of(large));
  }

  // [utest->req~cli-input-file~1]
  @Test
  @DisplayName("a component cut at any byte is refused, unless custom sections alone are missing")
  void truncated() throws IOException {
    byte[] whole = Files.readAllBytes(WrtdRun.example("hello"));
    for (int length = 0; length < whole.length; length++) {
      WrtdRun run =
          WrtdRun.of("--call", "greet(\"W\")", file("cut.wasm", Arrays.copyOf(whole, length)));
      if (run.status() == 0) {
        assertEquals(0, whole[length], "the section after byte " + length + " is a custom one");
        continue;
      }
      Set<Integer> allowed =
          Set.of(ExitCode.MALFORMED.status(), ExitCode.INVALID.status(), ExitCode.CALL.status());
      assertTrue(allowed.contains(run.status()), "cut at " + length + ": " + run.err());
      assertEquals("", run.out(), "cut at " + length);
    }
  }

  // [utest->req~cli-input-file~1]
  @Test
  @DisplayName("random bytes of 10,000 seeds are refused, with and without a component's header")
  void randomBytes() throws IOException {
    byte[] header = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
    Path path = temp.resolve("random.wasm");
    for (int seed = 0; seed < 10_000; seed++) {
      byte[] bytes = new byte[16 + seed % 200];
      new Random(seed).nextBytes(bytes);
      if (seed % 2 == 0) {
        System.arraycopy(header, 0, bytes, 0, header.length);
        bytes[header.length] = (byte) (seed / 2 % 13);
      }
      Files.write(path, bytes);
      WrtdRun run = WrtdRun.of(path);
      boolean accepted = run.status() == 0 && run.out().startsWith("package");
      boolean refused =
          run.status() == ExitCode.MALFORMED.status()
              || run.status() == ExitCode.INVALID.status()
              || run.status() == ExitCode.BUDGET.status();
      assertTrue(refused || accepted, "seed " + seed + ": " + run.status() + " " + run.err());
    }
  }

  // [utest->req~cli-unknown-export~1]
  @Test
  @DisplayName("an unknown export is refused with those that exist")
  void unknownExport() {
    WrtdRun run = WrtdRun.of("--call", "great(\"W\")", WrtdRun.example("hello"));
    refused(ExitCode.CALL, "great", run);
    assertTrue(run.err().contains("greet"), run.err());
  }

  // [utest->req~cli-arguments~1]
  @Test
  @DisplayName("arguments of the wrong number or type are refused with the signature")
  void arguments() {
    for (String call : new String[] {"greet", "greet()", "greet(1)", "greet(\"a\", \"b\")"}) {
      WrtdRun run = WrtdRun.of("--call", call, WrtdRun.example("hello"));
      refused(ExitCode.CALL, "greet", run);
      assertTrue(run.err().contains("func(name: string) -> string"), run.err());
    }
    refused(ExitCode.CALL, "", WrtdRun.of("--call", "greet(\"a", WrtdRun.example("hello")));
  }

  // [utest->req~cli-option-values~1]
  @Test
  @DisplayName("unknown names of options are refused with the valid ones")
  void optionValues() {
    Path hello = WrtdRun.example("hello");
    refused(ExitCode.USAGE, "zero-copy, bounded-copy", WrtdRun.of("-m", "telepathy", hello));
    refused(ExitCode.USAGE, "trusted, standard, untrusted", WrtdRun.of("-t", "blind", hello));
    refused(ExitCode.USAGE, "redundant", WrtdRun.of("--verification", "most", hello));
    refused(ExitCode.USAGE, "logging, stats", WrtdRun.of("-i", "stats,tracing", hello));
    refused(ExitCode.USAGE, "threads, wide-arithmetic", WrtdRun.of("--feature", "simd", hello));
    refused(ExitCode.USAGE, "debug", WrtdRun.of("--log-level", "loud", hello));
    refused(ExitCode.USAGE, "number", WrtdRun.of("--fuel", "much", hello));
    refused(ExitCode.USAGE, "64KiB", WrtdRun.of("--memory-budget", "lots", hello));
    refused(ExitCode.USAGE, "Java's heap", WrtdRun.of("--memory-budget", "900TiB", hello));
    refused(ExitCode.USAGE, "seconds", WrtdRun.of("--timeout", "soon", hello));
    refused(ExitCode.USAGE, "--unknown", WrtdRun.of("--unknown", hello));
  }

  // [utest->req~cli-feature~1]
  @Test
  @DisplayName("a feature that is off is refused with the option that switches it on")
  void features() {
    Path threads = WrtdRun.component("threads");
    refused(ExitCode.MALFORMED, "--feature threads", WrtdRun.of("-c", "add(1)", threads));
    WrtdRun other = WrtdRun.of("--feature", "wide-arithmetic", "-c", "add(1)", threads);
    refused(ExitCode.MALFORMED, "--feature threads", other);
    WrtdRun waits = WrtdRun.of("--feature", "threads", "-c", "wait(-1)", threads);
    refused(ExitCode.TRAP, "deadlock: waits for ever", waits);
  }

  @Test
  @DisplayName("a missing import is named")
  void missingImport() {
    WrtdRun run = WrtdRun.of("--call", "wrt:examples/shop.total([])", WrtdRun.example("basket"));
    refused(ExitCode.LINK, "wrt:examples/prices", run);
  }

  // [utest->req~cli-fuel~1]
  @Test
  @DisplayName("fuel ends an endless loop")
  void fuel() {
    refused(
        ExitCode.FUEL,
        "fuel",
        WrtdRun.of("--fuel", "100_000", "--call", "spin()", WrtdRun.component("faults")));
  }

  // [utest->req~cli-timeout~1]
  @Test
  @DisplayName("a time limit ends an endless loop")
  void timeout() {
    refused(
        ExitCode.TIMEOUT,
        "time limit",
        WrtdRun.of("--timeout", "0.2", "--call", "spin()", WrtdRun.component("faults")));
  }

  // [utest->req~cli-memory-budget~1]
  @Test
  @DisplayName("the memory budget refuses what a component asks for at the start, file included")
  void budget() {
    Path big = WrtdRun.component("big");
    refused(
        ExitCode.BUDGET, "budget", WrtdRun.of("--memory-budget", "32MiB", "--call", "f()", big));
    refused(ExitCode.BUDGET, "budget", WrtdRun.of("--memory-budget", "64", "--call", "f()", big));
  }

  // [utest->req~cli-memory-budget~1]
  @Test
  @DisplayName("growing memory beyond the budget is refused to the guest, as the standard says")
  void growth() {
    WrtdRun run =
        WrtdRun.of("--memory-budget", "48MiB", "--call", "grow(4096)", WrtdRun.component("faults"));
    assertEquals("-1\n", run.out(), run.err());
  }

  @Test
  @DisplayName("endless recursion ends in a typed exhaustion with a backtrace")
  void recursion() {
    WrtdRun run = WrtdRun.of("--call", "recurse(0)", WrtdRun.component("faults"));
    refused(ExitCode.TRAP, "call stack exhausted", run);
    assertTrue(run.err().contains("recurse"), run.err());
  }

  @Test
  @DisplayName("traps say which, and in which function")
  void traps() {
    Path faults = WrtdRun.component("faults");
    refused(ExitCode.TRAP, "unreachable", WrtdRun.of("--call", "unreachable()", faults));
    refused(ExitCode.TRAP, "integer divide by zero", WrtdRun.of("--call", "divide(1, 0)", faults));
    refused(
        ExitCode.TRAP,
        "out of bounds memory access",
        WrtdRun.of("--call", "load(4294967295)", faults));
  }
}
