package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which types of a module are the same.
///
/// Groups in the tables are in hexadecimal: `4e n` begins a group, `50` and `4f` are `sub` and `sub
/// final`, `60` is a function, `5f` a structure, `5e` an array, `63 t` and `64 t` are references.
// [utest->req~core-type-equality~1]
final class RecGroupTest {
  private static Module types(String groups) {
    String[] each = groups.split("\\|");
    byte[] content =
        Arrays.stream(each)
            .map(group -> HexFormat.of().parseHex(group.replace(" ", "")))
            .reduce(new byte[0], (a, b) -> bytes(a, b));
    return Wasm.valid(Wasm.module(section(1, each.length, content)));
  }

  /// The canonical indices of all types.
  private static String canonical(Module module) {
    return IntStream.range(0, module.types().size())
        .mapToObj(i -> Integer.toString(module.canonical(i)))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    // Without references.
    "60 00 00 | 60 00 00, 0 0",
    "60 00 00 | 60 01 7f 00 | 60 00 00 | 60 01 7f 00, 0 1 0 1",
    "60 01 7f 00 | 60 00 01 7f, 0 1",
    "60 00 00 | 5f 00, 0 1",
    "5f 01 7f 00 | 5f 01 7f 01 | 5f 01 7f 00, 0 1 0",
    "5e 78 00 | 5e 77 00 | 5e 78 01 | 5e 78 00, 0 1 2 0",
    "5f 01 7f 00 | 5e 7f 00, 0 1",
    "5f 02 7f 00 7f 00 | 5f 01 7f 00, 0 1",
    // A type alone is a group of one, and final without supertypes.
    "4e 01 60 00 00 | 60 00 00 | 4f 00 60 00 00, 0 0 0",
    // Different only in being final.
    "50 00 60 00 00 | 4f 00 60 00 00, 0 1",
    "4e 02 50 00 60 00 00 60 00 00 | 4e 02 60 00 00 60 00 00, 0 1 2 3",
    // Equal types at different places of a group, and in groups of different sizes.
    "4e 02 60 00 00 60 00 00 | 4e 02 60 00 00 60 00 00, 0 1 0 1",
    "4e 02 60 00 00 60 00 00 | 60 00 00, 0 1 2",
    "4e 02 60 00 00 5f 00 | 4e 02 5f 00 60 00 00, 0 1 2 3",
    // References to itself.
    "5f 01 64 00 00 | 5f 01 64 01 00, 0 0",
    "5f 01 64 00 00 | 5f 01 64 00 00, 0 1",
    "5f 01 64 00 00 | 5f 01 63 01 00, 0 1",
    "5e 63 00 01 | 5e 63 01 01 | 5e 63 02 01, 0 0 0",
    // References forward and back inside of the group.
    "4e 02 5f 01 64 01 00 5f 01 64 00 00 | 4e 02 5f 01 64 03 00 5f 01 64 02 00, 0 1 0 1",
    "4e 02 5f 01 64 01 00 5f 01 64 00 00 | 4e 02 5f 01 64 02 00 5f 01 64 03 00, 0 1 2 3",
    "4e 02 5f 01 64 01 00 5f 01 64 00 00 | 4e 02 5f 01 64 00 00 5f 01 64 01 00, 0 1 2 3",
    // References out of the group: to types that are equal, and that are not.
    "60 00 00 | 60 00 00 | 5f 01 64 00 00 | 5f 01 64 01 00, 0 0 2 2",
    "60 00 00 | 5f 00 | 5f 01 64 00 00 | 5f 01 64 01 00, 0 1 2 3",
    // An outer reference to a group is no inner one of the same number.
    "5f 01 64 00 00 | 4e 02 5f 00 5f 01 64 00 00 | 4e 02 5f 00 5f 01 64 03 00, 0 1 2 3 4",
    // Supertypes: none, one, another, an equal one, one inside.
    "50 00 5f 00 | 50 00 5f 00 | 50 01 00 5f 00 | 50 01 01 5f 00, 0 0 2 2",
    "50 00 5f 00 | 50 01 00 5f 00 | 50 01 01 5f 00, 0 1 2",
    "4e 02 50 00 5f 00 4f 01 00 5f 00 | 4e 02 50 00 5f 00 4f 01 02 5f 00, 0 1 0 1",
    "4e 02 50 00 5f 00 4f 01 00 5f 00 | 4e 02 50 00 5f 00 4f 01 00 5f 00, 0 1 2 3",
    // Empty groups.
    "4e 00 | 60 00 00 | 4e 00 | 60 00 00, 0 0"
  })
  @DisplayName("types are the same when their groups are, up to names")
  void canonical(String groups, String expected) {
    assertEquals(expected, canonical(types(groups)));
  }

  @Test
  @DisplayName("equal types are one object, and a reference has the index of the first of them")
  void oneObject() {
    Module module = types("60 00 00 | 60 00 00 | 5f 01 64 01 00 | 50 00 5f 00 | 50 00 5f 00");
    assertSame(module.types().get(0), module.types().get(1));
    assertEquals("(struct (field (ref 0)))", module.types().get(2).comp().toString());
    Module below = types("50 00 5f 00 | 50 00 5f 00 | 50 01 01 5f 00");
    assertEquals(0, below.types().get(2).supertype());
  }

  @Test
  @DisplayName("a type knows the bounds of the group that it is defined in")
  void bounds() {
    Module module = types("60 00 00 | 4e 02 60 00 00 60 00 00 | 4e 00 | 4e 02 60 00 00 60 00 00");
    int[] starts = IntStream.range(0, 5).map(module::recGroupStart).toArray();
    int[] sizes = IntStream.range(0, 5).map(module::recGroupSize).toArray();
    assertEquals("[0, 1, 1, 3, 3]", Arrays.toString(starts));
    assertEquals("[1, 2, 2, 2, 2]", Arrays.toString(sizes));
    assertEquals("0 1 2 1 2", canonical(module));
  }
}
