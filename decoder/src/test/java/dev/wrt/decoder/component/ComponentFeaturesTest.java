package dev.wrt.decoder.component;

import static dev.wrt.decoder.component.Bytes.component;
import static dev.wrt.decoder.component.Bytes.section;
import static dev.wrt.decoder.component.Bytes.types;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is behind a feature is refused by name unless the feature is on.
// [utest->req~component-features~1]
final class ComponentFeaturesTest {
  private static final Map<String, byte[]> GATED = new TreeMap<>();

  static {
    GATED.put("fixed-length-lists: type list", types(1, 0x67, 0x7d, 3));
    GATED.put("error-context: type error-context", types(1, 0x64));
    GATED.put("component-memory64: resource with an i64 representation", types(1, 0x3f, 0x7e, 0));
    GATED.put("values: start", component(section(9, 0)));
    GATED.put("values: value section", component(section(12, 0)));
    GATED.put("values: sort value", component(section(11, 1, 0, "v", 2, 0, 0)));
    GATED.put("values: value import or export", component(section(10, 1, 0, "v", 2, 1, 0x7d)));
    GATED.put(
        "canonical-names: version suffix",
        component(section(10, 1, 2, "a:b/c@1", 1, 1, ".2.3", 5, 0)));
  }

  static Set<String> gated() {
    return GATED.keySet();
  }

  /// The fault names the feature and what is behind it.
  @ParameterizedTest(name = "{0}")
  @MethodSource("gated")
  void refusedByName(String subject) {
    refused(subject, GATED.get(subject));
  }

  /// Each built-in that is behind a feature is known by its opcode and refused by its name.
  @ParameterizedTest
  @EnumSource(CanonBuiltin.class)
  void builtIns(CanonBuiltin builtin) {
    byte[] bytes = component(section(8, 1, builtin.opcode(), 0, 0, 0, 0));
    builtin
        .feature()
        .ifPresent(feature -> refused(feature.word() + ": canon " + builtin.mnemonic(), bytes));
  }

  /// Maps are always there: a map's key is a primitive, no float.
  @Test
  void mapsAreLetIn() {
    Bytes.valid(types(1, 0x63, 0x73, 0x79)).close();
    assertEquals(ValidationCode.BAD_TYPE, Bytes.fault(types(1, 0x63, 0x76, 0x79)).code());
    byte[] keyedByTuple = types(2, 0x6f, 1, 0x7d, 0x63, 0, 0x79);
    assertEquals(ValidationCode.BAD_TYPE, Bytes.fault(keyedByTuple).code());
  }

  private static void refused(String subject, byte[] bytes) {
    Fault fault = Bytes.fault(bytes);
    assertEquals(ValidationCode.GATED, fault.code(), fault.toString());
    assertEquals(subject, ((Fault.InvalidFault) fault).subject());
  }
}
