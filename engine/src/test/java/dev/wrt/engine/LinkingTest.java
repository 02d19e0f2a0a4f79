package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Imports: what is missing or has another type is told by name.
class LinkingTest {
  // [utest->req~engine-linking~1]
  @Test
  @DisplayName("An import that nothing is offered for is named, with the type that it asks for")
  void unknown() {
    Store store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    assertEquals(
        new Fault.LinkFault(EngineCode.UNKNOWN_IMPORT, "env.ask", "func [i32 i64] -> [i64]", ""),
        Guest.fault(store.instantiate(Guest.module("host"), List.of())));
  }

  // [utest->req~engine-linking~1]
  @Test
  @DisplayName("An import of another type is named, with both types")
  void incompatible() {
    Store store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    FuncInst func = Guest.ok(store.hostFunc(FuncType.EMPTY, "ask"));
    Fault.LinkFault fault =
        assertInstanceOf(
            Fault.LinkFault.class,
            Guest.fault(store.instantiate(Guest.module("host"), List.of(func, func))));
    assertEquals(EngineCode.INCOMPATIBLE_IMPORT, fault.code());
    assertEquals("func [] -> []", fault.found());
  }

  @ParameterizedTest(name = "A size of {0} to {1} stands for one of {2} to {3}: {4}")
  @CsvSource({
    "1, 2, 1, 2, true",
    "2, 2, 1, 2, true",
    "1, 2, 2, 2, false",
    "1, 3, 1, 2, false",
    "1, -1, 1, 2, false",
    "1, -1, 1, -1, true",
    "1, 5, 1, -1, true"
  })
  void sizes(long min, long max, long wantedMin, long wantedMax, boolean matches) {
    SizeBounds found = new SizeBounds(min, max);
    SizeBounds wanted = new SizeBounds(wantedMin, wantedMax);
    assertEquals(
        matches,
        Linking.matches(new MemType(ValType.I32, found), new MemType(ValType.I32, wanted)));
    assertEquals(
        matches,
        Linking.matches(
            new TableType(ValType.I32, ValType.FUNCREF, found),
            new TableType(ValType.I32, ValType.FUNCREF, wanted)));
  }

  @Test
  @DisplayName("Addresses, pages and sharing of memories and tables must be the same")
  void memories() {
    SizeBounds one = new SizeBounds(1, 2);
    MemType plain = new MemType(ValType.I32, one);
    assertEquals(false, Linking.matches(plain, new MemType(ValType.I64, one)));
    assertEquals(false, Linking.matches(plain, new MemType(ValType.I32, one, 0, false)));
    assertEquals(false, Linking.matches(plain, new MemType(ValType.I32, one, 16, true)));
    assertEquals(
        false,
        Linking.matches(
            new TableType(ValType.I64, ValType.FUNCREF, one),
            new TableType(ValType.I32, ValType.FUNCREF, one)));
  }

  @Test
  @DisplayName("Exports are found by name, and only those that there are")
  void exports() {
    try (Guest guest = Guest.of("traps")) {
      assertInstanceOf(FuncInst.class, guest.instance().export("down"));
      assertNull(guest.instance().export("up"));
      assertNull(guest.instance().start());
    }
  }
}
