package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.text.Listing;
import dev.wrt.decoder.core.text.ListingEncoder;
import dev.wrt.decoder.core.text.WatPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Listings and texts of modules, over the binaries of the official suite.
final class ListingSuiteTest {
  private static final long BUDGET_BYTES = 1L << 30;
  private static final int CUSTOM_SECTION = 0;

  /// What a text says of bytes that it has no words for.
  private static final Pattern WITHOUT_WORDS =
      Pattern.compile(
          "in \\d+ bytes;\\)|is named;\\)|a group of its own|; empty section|; data count: 0 ;");

  // [utest->req~decoder-listing-lossless~1]
  @Test
  @DisplayName("the listing of every well-formed module of the suite gives back its bytes")
  void listingsAreLossless() {
    Set<String> wellFormed = new HashSet<>(SuiteModules.VALID);
    wellFormed.add("assert_invalid");
    for (Path file : SuiteModules.of(wellFormed)) {
      byte[] bytes = SuiteFiles.bytes(file);
      byte[] again = new byte[bytes.length];
      Result<Unit> result = Listing.visit(bytes, 0, bytes.length, new ListingEncoder(again));
      assertTrue(result instanceof Result.Ok<Unit>, () -> file + ": " + result);
      assertArrayEquals(bytes, again, file::toString);
    }
  }

  // [utest->req~decoder-text~1]
  @Test
  @DisplayName("wasm-tools makes the same bytes of the text of every valid module of the suite")
  void textsAreModules(@TempDir Path folder) throws Exception {
    Path packages = SuiteFiles.root().resolve("target/wast2json/node_modules");
    List<Path> modules = SuiteModules.of(SuiteModules.VALID);
    Assumptions.assumeTrue(
        Files.isDirectory(packages), "target/wast2json is not there: run tests/convert-suites.sh");
    for (int i = 0; i < modules.size(); i++) {
      Files.write(folder.resolve(i + ".wat"), text(modules.get(i)));
    }
    String script = SuiteFiles.root().resolve("tests/wat-to-wasm.mjs").toString();
    Process node =
        new ProcessBuilder("node", script, packages.toString(), folder.toString())
            .inheritIO()
            .start();
    assertTrue(node.waitFor(5, TimeUnit.MINUTES), "node ends");
    int same = 0;
    for (int i = 0; i < modules.size(); i++) {
      same += compare(modules.get(i), folder, Integer.toString(i)) ? 1 : 0;
    }
    assertTrue(same > modules.size() * 9 / 10, "most modules are as wasm-tools writes them");
  }

  private static List<String> text(Path file) {
    byte[] bytes = SuiteFiles.bytes(file);
    List<String> lines = new ArrayList<>();
    try (MemoryBudget budget = MemoryBudget.root("text", BUDGET_BYTES);
        Module module =
            Results.value(
                Module.decode(bytes, 0, bytes.length, DecoderOptions.of(Features.ALL), budget))) {
      Results.value(WatPrinter.print(module, budget, lines::add));
    }
    return lines;
  }

  /// Whether the bytes are the same; if not, the text has said what it can't.
  private static boolean compare(Path file, Path folder, String number) throws IOException {
    Path binary = folder.resolve(number + ".wasm");
    Path error = folder.resolve(number + ".err");
    String text = Files.readString(folder.resolve(number + ".wat"));
    if (!Files.exists(binary)) {
      throw new AssertionError(file + ": " + Files.readString(error) + "\n" + text);
    }
    byte[] expected = withoutCustomSections(SuiteFiles.bytes(file));
    byte[] found = withoutCustomSections(SuiteFiles.bytes(binary));
    if (WITHOUT_WORDS.matcher(text).find()) {
      return false;
    }
    assertArrayEquals(expected, found, () -> file + "\n" + text);
    return true;
  }

  private static byte[] withoutCustomSections(byte[] module) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(module, 0, 8);
    int at = 8;
    while (at < module.length) {
      int size = 0;
      int next = at + 1;
      for (int shift = 0; shift == 0 || module[next - 1] < 0; shift += 7) {
        size |= (module[next++] & 0x7F) << shift;
      }
      if (module[at] != CUSTOM_SECTION) {
        out.write(module, at, next + size - at);
      }
      at = next + size;
    }
    assertEquals(module.length, at);
    return out.toByteArray();
  }
}
