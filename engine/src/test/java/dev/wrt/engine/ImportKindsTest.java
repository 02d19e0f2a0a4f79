package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Result;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What may be imported as what: each export of a module is offered for each kind of import.
// [utest->req~engine-linking~1]
final class ImportKindsTest {
  /// The descriptions of imports in binary, and the exports that fit.
  private static final Map<String, Set<String>> FITTING = new TreeMap<>();

  static {
    FITTING.put("00 00", Set.of("func"));
    FITTING.put("00 01", Set.of("other-func"));
    FITTING.put("01 70 01 01 03", Set.of("table"));
    FITTING.put("01 6f 01 01 03", Set.of("other-table"));
    FITTING.put("01 70 01 01 02", Set.of());
    FITTING.put("02 01 01 03", Set.of("memory"));
    FITTING.put("02 00 02", Set.of());
    FITTING.put("03 7f 00", Set.of("global"));
    FITTING.put("03 7e 00", Set.of("wide"));
    FITTING.put("03 7f 01", Set.of("mutable"));
    FITTING.put("03 70 00", Set.of("ref", "null"));
    FITTING.put("03 64 70 00", Set.of("ref"));
    FITTING.put("03 70 01", Set.of("mutable-ref"));
    FITTING.put("03 64 70 01", Set.of());
    FITTING.put("04 00 02", Set.of("tag"));
    FITTING.put("04 00 01", Set.of("other-tag"));
  }

  private static final List<String> EXPORTS =
      List.of(
          "func",
          "other-func",
          "table",
          "other-table",
          "memory",
          "global",
          "wide",
          "mutable",
          "ref",
          "null",
          "mutable-ref",
          "tag",
          "other-tag");

  /// A module with one import, and the types `[i32] -> [i32]`, `[] -> []` and `[i32] -> []`.
  private static byte[] importing(String description) {
    byte[] desc = HexFormat.of().parseHex(description.replace(" ", ""));
    byte[] types = {3, 0x60, 1, 0x7F, 1, 0x7F, 0x60, 0, 0, 0x60, 1, 0x7F, 0};
    byte[] head = ModuleBytes.bytes(0, 'a', 's', 'm', 1, 0, 0, 0, 1, types.length);
    byte[] imports = ModuleBytes.join(ModuleBytes.bytes(1, 1, 'm', 1, 'n'), desc);
    return ModuleBytes.join(head, types, ModuleBytes.bytes(2, imports.length), imports);
  }

  @Test
  @DisplayName("an import is met by what is of its kind and type, and by nothing else")
  void kinds() {
    try (Guest guest = Guest.of("exports")) {
      FITTING.forEach((description, fitting) -> {
        for (String name : EXPORTS) {
          ExternVal offered = Objects.requireNonNull(guest.instance().export(name));
          Result<ModuleInst> linked =
              guest.store().instantiate(Guest.decoded(importing(description)), List.of(offered));
          boolean met = linked instanceof Result.Ok<ModuleInst>;
          assertEquals(fitting.contains(name), met, name + " as " + description);
          if (!met) {
            assertEquals(EngineCode.INCOMPATIBLE_IMPORT, Guest.fault(linked).code());
          }
        }
        Result<ModuleInst> none =
            guest.store().instantiate(Guest.decoded(importing(description)), List.of());
        assertEquals(EngineCode.UNKNOWN_IMPORT, Guest.fault(none).code());
      });
    }
  }
}
