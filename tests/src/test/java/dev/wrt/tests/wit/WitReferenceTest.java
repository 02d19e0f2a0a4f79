package dev.wrt.tests.wit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.Wit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The WIT of every component that lies about: the real ones, the examples, the decoder's own and
/// those of the suite. Where Node or wasm-tools isn't there, the test is skipped.
final class WitReferenceTest {
  private static final Path ROOT = root();
  private static final Path VENDOR =
      ROOT.resolve("target/wast2json/node_modules/@bytecodealliance/jco-transpile/vendor");
  private static final long BUDGET = 1L << 30;

  /// Byte of a file's preamble that is 1 in components.
  private static final int LAYER = 6;

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here;
  }

  @Test
  @DisplayName("wasm-tools accepts the WIT of every component, and it means the same")
  // [utest->req~cli-inspect-wit~1]
  void sameAsReference() throws IOException, InterruptedException {
    assumeTrue(Files.exists(VENDOR.resolve("wasm-tools.js")), "wasm-tools is not there");
    assumeTrue(runs("node", "--version"), "node is not there");
    Path folder = ROOT.resolve("tests/target/wit");
    Files.createDirectories(folder);
    List<Path> components = components();
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < components.size(); i++) {
      Path text = folder.resolve(i + ".wit");
      Files.writeString(text, wit(components.get(i)));
      list.append(components.get(i)).append('\t').append(text).append('\n');
    }
    Path pairs = Files.writeString(folder.resolve("pairs.txt"), list);
    List<String> verdicts = verdicts(pairs);
    assertEquals(components.size(), verdicts.size(), "a verdict for each");
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i).startsWith("refused") || verdicts.get(i).startsWith("differs")) {
        wrong.add(components.get(i) + " (" + i + ".wit): " + verdicts.get(i));
      }
    }
    assertEquals(List.of(), wrong);
    long same = verdicts.stream().filter(v -> v.startsWith("same")).count();
    assertTrue(same * 10 >= components.size() * 8L, same + " of " + components.size());
  }

  private static List<String> verdicts(Path pairs) throws IOException, InterruptedException {
    Path script = ROOT.resolve("tests/check-wit.mjs");
    Path out = pairs.resolveSibling("verdicts.txt");
    Process node =
        new ProcessBuilder("node", script.toString(), VENDOR.toString(), pairs.toString())
            .redirectOutput(out.toFile())
            .redirectError(pairs.resolveSibling("stderr.txt").toFile())
            .start();
    assertEquals(0, node.waitFor(), "see stderr.txt beside " + pairs);
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// All components that are valid with all features.
  private static List<Path> components() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder :
        List.of(
            ROOT.resolveSibling("shared/components"),
            ROOT.resolve("target/suites/component"),
            ROOT.resolve("decoder/src/test/resources"),
            ROOT.resolve("examples"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(f -> f.toString().endsWith(".wasm")).sorted().forEach(found::add);
        }
      }
    }
    found.removeIf(file -> wit(file).isEmpty());
    return found;
  }

  /// The text, or nothing if it is no valid component.
  private static String wit(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length <= LAYER || bytes[LAYER] != 1) {
        return "";
      }
      MemoryBudget budget = MemoryBudget.root("test", BUDGET);
      return switch (Component.decode(bytes, DecoderOptions.of(Features.ALL), budget)) {
        case Result.Ok<Component> ok -> Wit.print(ok.value());
        case Result.Err<Component> err -> "";
      };
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
