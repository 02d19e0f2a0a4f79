package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Types of two modules in one store: `types-a.wat` and `types-b.wat` have the same ones under
/// other indices.
class StoreTypesTest {
  private static final int[] ALL_OF_A = new int[6];
  private static final int[] ALL_OF_B = new int[6];

  private final Module a = Guest.module("types-a");
  private final Module b = Guest.module("types-b");

  // [utest->req~engine-store-types~1]
  @Test
  @DisplayName("Recursion groups that are equal have the same ids, and others have their own")
  void equality() {
    StoreTypes types = new StoreTypes(Guest.ok(Storage.open(Guest.budget(), "types")));
    int[] ofA = ALL_OF_A.clone();
    int[] ofB = ALL_OF_B.clone();
    assertNull(types.intern(a, ofA));
    assertNull(types.intern(b, ofB));
    int plain = ofA[0];
    int node = ofA[1];
    int visit = ofA[2];
    int leaf = ofA[3];
    assertEquals(node, ofB[0]);
    assertEquals(visit, ofB[1]);
    assertNotEquals(node, ofB[2], "the twin is in a group of its own");
    assertEquals(leaf, ofB[3]);
    assertEquals(plain, ofB[5]);
    assertEquals(plain, types.host(new FuncType(List.of(ValType.I32), List.of())));
    assertTrue(types.isSub(leaf, node));
    assertFalse(types.isSub(node, leaf));
    assertFalse(types.isSub(leaf, ofB[2]));
    assertEquals(node, types.superOf(leaf));
    assertTrue(types.heapMatches(HeapType.ofTypeidx(leaf), HeapType.EQ));
    assertTrue(types.heapMatches(HeapType.NOFUNC, HeapType.ofTypeidx(visit)));
    assertFalse(types.heapMatches(HeapType.NONE, HeapType.ofTypeidx(visit)));
  }

  // [utest->req~engine-store-types~1]
  @Test
  @DisplayName("A budget that refuses leaves the types as they were, and they can be added later")
  void refusal() {
    int refused = 0;
    for (int bytes = 0; ; bytes += 16) {
      MemoryBudget budget = MemoryBudget.root("types", bytes);
      StoreTypes types = new StoreTypes(Guest.ok(Storage.open(budget, "types")));
      Fault fault = types.intern(a, ALL_OF_A.clone());
      if (fault == null) {
        break;
      }
      assertInstanceOf(Fault.BudgetFault.class, fault);
      refused++;
    }
    assertTrue(refused > 10);
  }

  // [utest->req~engine-linking~1]
  @Test
  @DisplayName("Imports are matched by the types of the store: equal, or subtypes where allowed")
  void linking() {
    assertEquals("", link("visit", "narrow", "leaf", "table", "tag"));
    assertEquals("", link("visit", "base", "leaf", "table", "tag"));
    assertEquals("a.visit", link("narrow", "narrow", "leaf", "table", "tag"));
    assertEquals("a.narrow", link("visit", "visit", "leaf", "table", "tag"));
    assertEquals("a.leaf", link("visit", "narrow", "mutable", "table", "tag"));
    assertEquals("a.table", link("visit", "narrow", "leaf", "leaf", "tag"));
    assertEquals("a.tag", link("visit", "narrow", "leaf", "table", "visit"));
  }

  /// The name of the import that does not match, or nothing.
  private String link(String... exports) {
    try (Store store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()))) {
      ModuleInst from = Guest.ok(store.instantiate(a, List.of()));
      List<ExternVal> offered = List.of(exports).stream().map(from::export).toList();
      return switch (store.instantiate(b, offered)) {
        case dev.wrt.bounded.Result.Ok<ModuleInst> _ -> "";
        case dev.wrt.bounded.Result.Err<ModuleInst> err -> ((Fault.LinkFault) err.fault()).name();
      };
    }
  }

  @Test
  @DisplayName("A function of the host can't have a type that names types of a module")
  void hostTypes() {
    try (Store store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()))) {
      ModuleInst from = Guest.ok(store.instantiate(a, List.of()));
      FuncType typed = ((FuncInst) from.export("visit")).type();
      assertEquals(EngineCode.TYPE_OF_MODULE, Guest.fault(store.hostFunc(typed, "x")).code());
    }
  }
}
