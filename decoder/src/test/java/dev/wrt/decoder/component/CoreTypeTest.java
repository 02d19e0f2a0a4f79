package dev.wrt.decoder.component;

import static dev.wrt.decoder.component.Bytes.component;
import static dev.wrt.decoder.component.Bytes.section;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Core types of WebAssembly 3.0 in components: tags, 64-bit addresses, references.
final class CoreTypeTest {
  private static final int IMPORT = 0;
  private static final int TYPE = 1;
  private static final int EXPORT = 3;

  /// `(type (func (param i32)))`
  private static final byte[] I32_TO_NOTHING = Bytes.of(TYPE, 0x60, 1, 0x7F, 0);

  /// A component with a core module that has one constant global, and one that imports a global.
  private static byte[] globals(int offered, byte[] value, int wanted) {
    byte[] exporter = Bytes.of(section(6, 1, offered, 0, value, 0x0B), section(7, 1, "g", 3, 0));
    byte[] importer = section(2, 1, "m", "g", 3, wanted, 0);
    return component(
        section(1, module(exporter)),
        section(1, module(importer)),
        section(2, 2, 0, 0, 0, 0, 1, 1, "m", 0x12, 0));
  }

  private static byte[] module(Object... sections) {
    return Bytes.of(0, (int) 'a', (int) 's', (int) 'm', 1, 0, 0, 0, Bytes.of(sections));
  }

  private static byte[] moduleType(int count, Object... decls) {
    return component(section(3, 1, 0x50, count, Bytes.of(decls)));
  }

  private static void invalid(ValidationCode code, String subject, byte[] bytes) {
    Fault fault = Bytes.fault(bytes);
    assertEquals(code, fault.code(), fault.toString());
    assertEquals(subject, ((Fault.InvalidFault) fault).subject());
  }

  @Test
  @DisplayName(
      "module types have tags, 64-bit memories and tables, and references that aren't null")
  void moduleTypes() {
    byte[] wide = Bytes.of(0x05, 1, Bytes.u32(1L << 33));
    Bytes.valid(
            moduleType(
                6,
                I32_TO_NOTHING,
                Bytes.of(IMPORT, "", "tag", 4, 0, 0),
                Bytes.of(IMPORT, "", "memory", 2, wide),
                Bytes.of(IMPORT, "", "table", 1, 0x6E, wide),
                Bytes.of(IMPORT, "", "global", 3, 0x64, 0x6F, 0),
                Bytes.of(EXPORT, "tag", 4, 0, 0)))
        .close();
  }

  @Test
  @DisplayName("a tag has no results, and a 64-bit memory at most 2**48 pages")
  void moduleTypeRules() {
    invalid(
        ValidationCode.BAD_TYPE,
        "invalid exception type: non-empty tag result type",
        moduleType(2, Bytes.of(TYPE, 0x60, 0, 1, 0x7F), Bytes.of(EXPORT, "t", 4, 0, 0)));
    invalid(
        ValidationCode.BAD_TYPE,
        "memory size must be at most 2**48 pages",
        moduleType(1, Bytes.of(EXPORT, "m", 2, 0x04, Bytes.u32((1L << 48) + 1))));
  }

  @Test
  @DisplayName("a constant global may stand where one of a wider reference type is expected")
  void narrowerGlobals() {
    byte[] i31 = Bytes.of(0x41, 7, 0xFB, 0x1C);
    Bytes.valid(globals(0x6C, i31, 0x6E)).close();
    assertEquals(ValidationCode.TYPE_MISMATCH, Bytes.fault(globals(0x6C, i31, 0x6F)).code());
  }

  @Test
  @DisplayName("the canonical ABI takes no 64-bit memory")
  void canonicalMemory() {
    byte[] core =
        module(
            section(1, 1, 0x60, 0, 0),
            section(3, 1, 0),
            section(5, 1, 4, 0),
            section(7, 2, "f", 0, 0, "m", 2, 0),
            section(10, 1, 2, 0, 0x0B));
    invalid(
        ValidationCode.GATED,
        "component-memory64: canonical option memory",
        component(
            section(1, core),
            section(2, 1, 0, 0, 0),
            section(6, 2, 0, 0, 1, 0, "f", 0, 2, 1, 0, "m"),
            section(7, 1, 0x40, 0, 1, 0),
            section(8, 1, 0, 0, 0, 1, 3, 0, 0)));
  }
}
