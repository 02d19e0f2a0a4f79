package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.core.Module;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Where binaries of the core suite are refused, compared with what wasm-tools says.
///
/// The tools' offsets are recorded in `tests/core-suite-offsets.txt`. Where ours differ, the reason
/// stands in `core-suite-offset-reasons.txt`, by the words of the refusal.
final class OffsetSuiteTest {
  private static final long BUDGET_BYTES = 1L << 30;

  /// Refusals at the very offset of wasm-tools; may only rise.
  private static final int SAME = 2712;

  private final List<String> reasons = new ArrayList<>();
  private final TreeMap<String, Integer> differences = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private int same;

  // [utest->req~decoder-offsets~1]
  @Test
  @DisplayName("refusals have the offsets of wasm-tools, or a reason why not")
  void offsets() throws IOException {
    Path suite = SuiteFiles.suite("core");
    Assumptions.assumeTrue(
        Files.isDirectory(suite), "target/suites is not there: run tests/convert-suites.sh");
    try (InputStream in = getClass().getResourceAsStream("/core-suite-offset-reasons.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(l -> !l.startsWith("#")).forEach(reasons::add);
    }
    Path table = SuiteFiles.root().resolve("tests/core-suite-offsets.txt");
    for (String line : Files.readAllLines(table)) {
      if (!line.startsWith("#")) {
        script(suite, line.split(" "));
      }
    }
    System.out.println("offsets: " + same + " the same, others " + differences);
    assertEquals(List.of(), unexplained);
    assertTrue(same >= SAME, () -> "only " + same + " are the same");
  }

  private void script(Path suite, String[] line) {
    Path folder = suite.resolve(line[0]);
    JsonNode commands = SuiteFiles.json(folder.resolve(line[0] + ".json")).get("commands");
    TreeMap<String, String> words = new TreeMap<>();
    commands.forEach(c -> {
      String key = c.has("binary_filename") ? "binary_filename" : "filename";
      words.put(c.path(key).asText(""), c.path("text").asText(""));
    });
    for (int i = 1; i < line.length; i++) {
      String[] entry = line[i].split(":");
      String file = line[0] + "." + entry[0] + ".wasm";
      compare(folder.resolve(file), words.getOrDefault(file, ""), Long.parseLong(entry[1]));
    }
  }

  private void compare(Path file, String words, long theirs) {
    long ours = offset(SuiteFiles.bytes(file));
    if (ours == theirs) {
      same++;
      return;
    }
    String reason =
        reasons.stream()
            .map(r -> r.substring(0, r.indexOf(':')))
            .filter(words::startsWith)
            .findFirst()
            .orElse("");
    differences.merge(reason, 1, Integer::sum);
    if (reason.isEmpty()) {
      unexplained.add(file.getFileName() + " at " + ours + ", wasm-tools: " + theirs);
    }
  }

  /// Where a module is refused, or -1 if it has no offset.
  private static long offset(byte[] bytes) {
    try (MemoryBudget budget = MemoryBudget.root("offset", BUDGET_BYTES)) {
      return switch (Module.decode(bytes, 0, bytes.length, DecoderOptions.standard(), budget)) {
        case Result.Ok<Module>(Module module) -> {
          module.close();
          yield -1;
        }
        case Result.Err<Module>(Fault.MalformedFault fault) -> fault.offset();
        case Result.Err<Module>(Fault.InvalidFault fault) -> fault.offset();
        case Result.Err<Module> err -> -1;
      };
    }
  }
}
