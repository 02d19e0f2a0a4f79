package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Subtyping inside a module, and the codes of types that it works on.
// [utest->req~core-type-matching~1]
final class TypeMatchingTest {
  /// Open function, structure and array types, and a type below each.
  private static final Module MODULE =
      Wasm.valid(
          Wasm.module(
              section(
                  1,
                  Wasm.bytes(7, 0x50, 0, 0x60, 0, 0, 0x50, 0, 0x5F, 0, 0x50, 0, 0x5E, 0x7F, 0),
                  Wasm.bytes(0x50, 1, 0, 0x60, 0, 0, 0x50, 1, 1, 0x5F, 1, 0x7F, 0),
                  Wasm.bytes(0x50, 1, 4, 0x5F, 1, 0x7F, 0, 0x50, 1, 2, 0x5E, 0x7F, 0))));

  private static final TypeMatching MATCHING = MODULE.matching();

  /// Everything that each heap type matches, as the specification's lattice says; numbers are type
  /// indices.
  private static final Map<String, List<String>> SUPERS = new TreeMap<>();

  static {
    SUPERS.put("any", List.of());
    SUPERS.put("eq", List.of("any"));
    SUPERS.put("i31", List.of("any", "eq"));
    SUPERS.put("struct", List.of("any", "eq"));
    SUPERS.put("array", List.of("any", "eq"));
    SUPERS.put("none", List.of("any", "eq", "i31", "struct", "array", "1", "2", "4", "5", "6"));
    SUPERS.put("func", List.of());
    SUPERS.put("nofunc", List.of("func", "0", "3"));
    SUPERS.put("extern", List.of());
    SUPERS.put("noextern", List.of("extern"));
    SUPERS.put("exn", List.of());
    SUPERS.put("noexn", List.of("exn"));
    SUPERS.put("0", List.of("func"));
    SUPERS.put("1", List.of("struct", "eq", "any"));
    SUPERS.put("2", List.of("array", "eq", "any"));
    SUPERS.put("3", List.of("0", "func"));
    SUPERS.put("4", List.of("1", "struct", "eq", "any"));
    SUPERS.put("5", List.of("4", "1", "struct", "eq", "any"));
    SUPERS.put("6", List.of("2", "array", "eq", "any"));
  }

  private static int heap(String text) {
    for (int heap = HeapType.EXN; heap <= HeapType.NOEXN; heap++) {
      if (HeapType.text(heap).equals(text)) {
        return heap;
      }
    }
    return HeapType.ofTypeidx(Integer.parseInt(text));
  }

  @Test
  @DisplayName("a heap type matches itself, what the lattice says, and nothing else")
  void lattice() {
    SUPERS.forEach((sub, supers) -> {
      for (String sup : SUPERS.keySet()) {
        boolean expected = sup.equals(sub) || supers.contains(sup);
        assertEquals(expected, MATCHING.heap(heap(sub), heap(sup)), sub + " <: " + sup);
      }
      assertTrue(MATCHING.heap(HeapType.BOT, heap(sub)));
      assertFalse(MATCHING.heap(heap(sub), HeapType.BOT));
    });
  }

  @Test
  @DisplayName("a reference matches where its heap type does and null is allowed where it can be")
  void references() {
    for (String sub : SUPERS.keySet()) {
      for (String sup : SUPERS.keySet()) {
        boolean heaps = MATCHING.heap(heap(sub), heap(sup));
        for (int nulls = 0; nulls < 4; nulls++) {
          boolean subNull = (nulls & 1) != 0;
          boolean supNull = (nulls & 2) != 0;
          boolean expected = heaps && (supNull || !subNull);
          int one = ValType.ref(subNull, heap(sub));
          assertEquals(expected, MATCHING.val(one, ValType.ref(supNull, heap(sup))));
        }
      }
    }
  }

  @Test
  @DisplayName("abstract references are compared without a module, all other types are not")
  void abstractReferences() {
    int[] heaps = SUPERS.keySet().stream().mapToInt(TypeMatchingTest::heap).toArray();
    for (int sub : heaps) {
      for (int sup : heaps) {
        boolean both = HeapType.isAbstract(sub) && HeapType.isAbstract(sup);
        for (int nulls = 0; nulls < 4; nulls++) {
          int one = ValType.ref((nulls & 1) != 0, sub);
          int other = ValType.ref((nulls & 2) != 0, sup);
          boolean expected = both && MATCHING.val(one, other);
          assertEquals(expected, TypeMatching.abstractRef(one, other));
        }
      }
    }
    assertFalse(TypeMatching.abstractRef(0x7F, 0x6E));
    assertFalse(TypeMatching.abstractRef(0x6E, 0x7F));
    assertFalse(TypeMatching.abstractRef(0x7F, 0x7F));
  }

  @Test
  @DisplayName("a type's code says its family and its bytes")
  void families() {
    for (int code = -1; code < 0x100; code++) {
      assertEquals(code >= 0x7C && code <= 0x7F, ValType.isNum(code));
      assertEquals(code == 0x7B, ValType.isVec(code));
      int bytes = code == 0x7B ? 16 : code == 0x7E || code == 0x7C ? 8 : 4;
      assertEquals(bytes, ValType.bytes(code));
      boolean abstractHeap = code >= 0x69 && code <= 0x74;
      assertEquals(abstractHeap, HeapType.isAbstract(code));
      assertEquals(code >= 0x80, HeapType.isTypeidx(code));
      assertEquals(code == HeapType.BOT || abstractHeap || code >= 0x80, HeapType.exists(code));
    }
    assertEquals("(ref null 5)", ValType.text(ValType.ref(true, HeapType.ofTypeidx(5))));
    assertEquals("(ref any)", ValType.text(ValType.ref(false, HeapType.ANY)));
    assertEquals("bot", HeapType.text(HeapType.BOT));
    assertEquals(ValType.of(0x6E64), ValType.of(0x6E64));
    assertFalse(ValType.I32.equals(ValType.I64) || ((Object) ValType.I32).equals("i32"));
    assertEquals(0x6E64, ValType.known(0x6E64).hashCode());
    assertTrue(ValType.isDefaultable(0x6E) && !ValType.isDefaultable(0x6E64));
  }

  @Test
  @DisplayName("numbers and vectors match themselves only, and the bottom type matches all")
  void numbers() {
    int[] codes = {0x7F, 0x7E, 0x7D, 0x7C, 0x7B, 0x70, ValType.ref(false, HeapType.ANY)};
    for (int sub : codes) {
      for (int sup : codes) {
        assertEquals(sub == sup, MATCHING.val(sub, sup));
      }
      assertTrue(MATCHING.val(ValType.BOT.code(), sub));
      assertFalse(MATCHING.val(sub, ValType.BOT.code()));
    }
  }

  @Test
  @DisplayName("each hierarchy has one top and one bottom")
  void hierarchies() {
    Map<String, String> tops = new TreeMap<>();
    for (String heap : SUPERS.keySet()) {
      String top = HeapType.text(MATCHING.topOf(heap(heap)));
      assertTrue(MATCHING.heap(heap(heap), heap(top)));
      assertTrue(MATCHING.heap(MATCHING.bottomOf(heap(heap)), heap(heap)));
      tops.put(top, HeapType.text(MATCHING.bottomOf(heap(heap))));
    }
    assertEquals("{any=none, exn=noexn, extern=noextern, func=nofunc}", tops.toString());
  }

  @Test
  @DisplayName("a code says all about its type, and only codes of types are types")
  void codes() {
    List<String> texts = new ArrayList<>();
    for (int code = 0; code < 0x10000; code++) {
      ValType type = ValType.of(code);
      if (type != null) {
        assertEquals(code, type.code());
        assertEquals(type, ValType.of(code));
        texts.add(type.toString());
        if (type.isRef()) {
          assertEquals(code, ValType.ref(ValType.nullable(code), ValType.heap(code)));
        }
      }
    }
    assertEquals(texts.size(), texts.stream().distinct().count());
    assertTrue(texts.containsAll(List.of("i32", "v128", "anyref", "(ref extern)", "(ref null 3)")));
    assertNull(ValType.of(0x78));
    assertNull(ValType.of(0x63 | HeapType.FUNC << 8), "a second code of funcref");
    assertNull(ValType.of(-1));
  }
}
