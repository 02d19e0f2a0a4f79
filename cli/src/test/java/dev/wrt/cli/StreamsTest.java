package dev.wrt.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wrt.wasi.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams and futures on the command line. */
class StreamsTest {
  private static final Path STREAMS = WrtdRun.component("streams");

  @TempDir Path temp;

  private static WrtdRun called(String call, Object... options) {
    Object[] all = new Object[options.length + 5];
    System.arraycopy(options, 0, all, 0, options.length);
    Object[] last = {"--feature", "all", "--call", call, STREAMS};
    System.arraycopy(last, 0, all, options.length, last.length);
    return WrtdRun.of(all);
  }

  // [utest->req~cli-stream-arguments~1]
  // [utest->req~cli-stream-results~1]
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sum([1, 2, 3], 10) | 6",
        "sum(\"AB\", 10) | 131",
        "units([(), (), ()]) | 3",
        "await(7) | 7",
        "promise(9) | 9",
        "produce(5) | [0, 1, 2, 3, 4]",
        "texts() | [\"one\", \"two\", \"three\"]",
        "lengths([\"a\", \"bcd\"]) | 4"
      })
  @DisplayName("streams are written as lists or strings and printed as lists, futures as values")
  void values(String call, String result) {
    assertEquals(new WrtdRun(0, result.strip() + "\n", ""), called(call.strip()));
  }

  // [utest->req~cli-stream-arguments~1]
  @Test
  @DisplayName("a stream of bytes is read from a file or from standard input, and only such a one")
  void files() throws IOException {
    Path file = Files.write(temp.resolve("bytes"), new byte[] {1, 2, 3});
    assertEquals(new WrtdRun(0, "6\n", ""), called("sum(@\"" + file + "\", 100)"));
    assertEquals(new WrtdRun(0, "6\n", ""), called("sum(@" + file + ", 100)"));

    WrtdRun missing = called("sum(@" + temp.resolve("nothing") + ", 1)");
    assertEquals(ExitCode.NO_INPUT.status(), missing.status());
    assertEquals(
        ExitCode.NO_INPUT.status(), called("sum(@" + temp + ", 1)").status(), "a directory");
    WrtdRun texts = called("lengths(@" + file + ")");
    assertEquals(ExitCode.CALL.status(), texts.status());
    assertTrue(texts.err().contains("expected: stream<string>"), texts.err());
  }

  // [utest->req~cli-stream-arguments~1]
  @Test
  @DisplayName("standard input is read while the component waits for it")
  void standardInput() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[] {4, 5, 6}),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            Terminals.NONE);
    String[] arguments = {"--feature", "all", "--call", "sum(@-, 100)", STREAMS.toString()};
    assertEquals(0, Main.run(arguments, console));
    assertEquals("15\n", out.toString(StandardCharsets.UTF_8));
  }

  // [utest->req~cli-raw~1]
  @Test
  @DisplayName("the bytes of a returned stream are copied to standard output or to a file")
  void raw() throws IOException {
    assertEquals(new WrtdRun(0, "\0\1\2", ""), called("produce(3)", "--raw"));
    Path file = temp.resolve("out");
    assertEquals(new WrtdRun(0, "", ""), called("produce(3)", "--output", file));
    assertArrayEquals(new byte[] {0, 1, 2}, Files.readAllBytes(file));
    assertEquals(
        new WrtdRun(0, "Hello, x!", ""),
        WrtdRun.of("--raw", "--call", "greet(\"x\")", WrtdRun.example("hello")));

    assertEquals(ExitCode.USAGE.status(), called("texts()", "--raw").status());
    assertEquals(ExitCode.USAGE.status(), called("produce(3)", "--raw", "--json").status());
    WrtdRun refused = called("produce(3)", "--output", temp);
    assertEquals(ExitCode.HOST.status(), refused.status(), refused.err());
  }

  // [utest->req~cli-stream-results~1]
  @Test
  @DisplayName("a stream longer than allowed, and one that nobody ends, are faults")
  void faults() {
    WrtdRun tooLong = called("produce(5)", "--stream-max", "4");
    assertEquals(ExitCode.BUDGET.status(), tooLong.status());
    assertTrue(tooLong.err().contains("raise --stream-max"), tooLong.err());
    assertEquals(0, called("produce(5)", "--stream-max", "5").status());

    WrtdRun kept = called("keep()");
    assertEquals(ExitCode.TRAP.status(), kept.status());
    assertTrue(kept.err().contains("has not ended"), kept.err());
  }

  // [utest->req~cli-stream-arguments~1]
  // [utest->req~cli-stream-results~1]
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "upcase(\"hello Stream\") | HELLO STREAM",
        "numbers(6) | [0, 1, 4, 9, 16, 25]",
        "count([5,6,7]) | (3, 18)"
      })
  @DisplayName("a guest made by a real toolchain reads and writes streams")
  void realGuest(String call, String result) {
    Path guest = WrtdRun.example("hello");
    while (!Files.exists(guest.resolve("safe-memory"))) {
      guest = guest.getParent();
    }
    guest = guest.resolveSibling("shared/components/js-qjs-streams.component.wasm");
    assumeTrue(Files.exists(guest), "js-qjs-streams is not there");
    boolean bytes = call.startsWith("upcase");
    WrtdRun run =
        bytes
            ? WrtdRun.of("--raw", "--call", call.strip(), guest)
            : WrtdRun.of("--call", call.strip(), guest);
    assertEquals(new WrtdRun(0, result.strip() + (bytes ? "" : "\n"), ""), run);
  }
}
