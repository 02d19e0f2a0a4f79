package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.engine.EngineOptions;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// Scripts of the official suite at the verification levels that {@link CoreSuiteTest} does not run
/// at: no level changes what a guest computes.
///
/// Scripts of each family of instructions are run; `-Dscript=` runs all whose names begin so, and
/// `-Dlevels=all` all there are.
// [utest->req~integrity-value-stack~1]
// [utest->req~integrity-call-stack~1]
final class CoreLevelsTest {
  private static final List<VerificationLevel> LEVELS =
      List.of(VerificationLevel.OFF, VerificationLevel.FULL, VerificationLevel.REDUNDANT);

  private static final Set<String> SLICE =
      Set.of(
          "i32",
          "i64",
          "f32",
          "f64",
          "conversions",
          "br_table",
          "call",
          "call_indirect",
          "call_ref",
          "return_call",
          "return_call_indirect",
          "local_tee",
          "select",
          "fac",
          "memory_grow",
          "memory_copy",
          "memory_fill",
          "memory_init",
          "float_memory",
          "load",
          "table_get",
          "table_grow",
          "table_copy",
          "table_init",
          "global",
          "linking",
          "start",
          "try_table",
          "throw_ref",
          "struct",
          "array",
          "array_copy",
          "ref_cast",
          "i31",
          "gc",
          "br_on_cast",
          "simd_lane",
          "simd_i16x8_arith",
          "simd_bitwise",
          "simd_load8_lane",
          "simd_splat",
          "i32x4_relaxed_trunc",
          "memory64",
          "address64",
          "memory_copy64");

  private final Path suite = SuiteFiles.suite("core");
  private final SuiteScope scope = new SuiteScope("/core-suite-scope.txt");
  private final String only = System.getProperty("script", "");
  private final boolean all = System.getProperty("levels", "").equals("all");

  /// A test for each script and level.
  @TestFactory
  Stream<DynamicNode> levels() {
    if (!Files.isDirectory(suite)) {
      return Stream.of(
          dynamicTest(
              "the suite is not converted",
              () -> Assumptions.abort("run tests/convert-suites.sh")));
    }
    return SuiteFiles.scripts(suite).stream()
        .filter(this::chosen)
        .flatMap(s -> LEVELS.stream().map(l -> dynamicTest(title(s, l), () -> run(s, l))));
  }

  private boolean chosen(Path script) {
    String name = SuiteFiles.name(suite, script);
    boolean inSlice = SLICE.contains(script.getParent().getFileName().toString());
    boolean wanted = only.isEmpty() ? all || inSlice : name.startsWith(only);
    return wanted && scope.exclusion(name).isEmpty();
  }

  private String title(Path script, VerificationLevel level) {
    return SuiteFiles.name(suite, script) + " at " + level;
  }

  private static void run(Path file, VerificationLevel level) {
    EngineOptions options = EngineOptions.standard().with(Verification.of(level));
    CoreScript script = new CoreScript(file.getParent(), options, new Replay.Straight());
    List<String> failures = new ArrayList<>();
    for (JsonNode command : SuiteFiles.json(file).get("commands")) {
      Verdict verdict = script.run(command);
      if (verdict.kind() == Verdict.Kind.FAILED) {
        failures.add(command.get("line").asText() + ": " + verdict.detail());
      }
    }
    assertEquals(List.of(), failures);
    assertEquals(0, script.end(), "bytes that are not given back");
  }
}
