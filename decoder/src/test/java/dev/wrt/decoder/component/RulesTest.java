package dev.wrt.decoder.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.FaultCode;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/// The cases of the files in `rules`: a component in text and binary form, the features that are
/// on, and that it is valid, or the code of its fault and what the fault says.
// [utest->req~component-core-types~1]
// [utest->req~component-canon-options~1]
// [utest->req~component-canon-functions~1]
// [utest->req~component-canon-builtins~1]
// [utest->req~component-core-signatures~1]
// [utest->req~component-names~1]
// [utest->req~component-values~1]
// [utest->req~component-value-types~1]
// [utest->req~component-subtyping~1]
final class RulesTest {
  private static final List<String> FILES =
      List.of("core-types.txt", "canons.txt", "names.txt", "values.txt", "types.txt");

  /// A case of a file.
  private record Case(String title, String features, String expect, byte[] bytes) {
    static Case of(String text) {
      String hex = field(text, "hex: ");
      byte[] bytes = hex.isEmpty() ? sections(field(text, "raw: ")) : HexFormat.of().parseHex(hex);
      return new Case(
          text.lines().findFirst().orElseThrow(),
          field(text, "features: "),
          field(text, "expect: "),
          bytes);
    }

    /// A component with sections that are divided by bars: of each its id and its content.
    private static byte[] sections(String raw) {
      Object[] sections =
          Arrays.stream(raw.split(" \\| "))
              .map(HexFormat.ofDelimiter(" ")::parseHex)
              .map(b -> Bytes.section(b[0], Arrays.copyOfRange(b, 1, b.length)))
              .toArray();
      return Bytes.component(sections);
    }

    private static String field(String text, String name) {
      return text.lines()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(name.length()).strip())
          .findFirst()
          .orElse("");
    }
  }

  /// Each component is valid, or is refused for the reason that is stated, and then nothing stays
  /// reserved.
  @TestFactory
  Stream<DynamicContainer> rules() {
    return FILES.stream()
        .map(file ->
            dynamicContainer(
                file, cases(file).stream().map(c -> dynamicTest(c.title, () -> comesOut(c)))));
  }

  private static List<Case> cases(String file) {
    String text = new String(Bytes.resource("rules/" + file), StandardCharsets.UTF_8);
    List<Case> cases = new ArrayList<>();
    for (String each : text.split("(?m)^== ")) {
      if (!each.isBlank()) {
        cases.add(Case.of(each));
      }
    }
    return cases;
  }

  private static void comesOut(Case each) {
    MemoryBudget budget = MemoryBudget.root("test", Bytes.BUDGET);
    DecoderOptions options = DecoderOptions.of(Bytes.value(Features.parse(each.features)));
    switch (Component.decode(each.bytes, options, budget)) {
      case Result.Ok<Component> ok -> {
        assertEquals("valid", each.expect);
        ok.value().close();
      }
      case Result.Err<Component> err -> refused(each, err.fault());
    }
    assertEquals(0, budget.reservedBytes());
  }

  private static void refused(Case each, Fault fault) {
    List<String> words = new ArrayList<>(Arrays.asList(each.expect.split(" ")));
    assertEquals(code(words.removeFirst()), fault.code(), fault.toString());
    String subject =
        switch (fault) {
          case Fault.InvalidFault f -> f.subject();
          case Fault.MalformedFault f -> f.subject();
          case Fault.LimitFault f -> f.limit();
          default -> "";
        };
    assertTrue(subject.contains(String.join(" ", words)), subject);
  }

  private static FaultCode code(String name) {
    for (ValidationCode code : ValidationCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return name.equals("valid") ? null : DecoderCode.valueOf(name);
  }
}
