package dev.wrt.engine;

import static dev.wrt.memory.VerificationLevel.FULL;
import static dev.wrt.memory.VerificationLevel.OFF;
import static dev.wrt.memory.VerificationLevel.STANDARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Module bytes, code, side tables and types under checksums.
class ImagesTest {
  private static AreasGuest guest(VerificationLevel level) {
    EngineOptions options = Guest.OPTIONS.with(Verification.of(level)).withScrubbing(1000, 4);
    AreasGuest guest = AreasGuest.of(options);
    guest.call("catching", 2);
    assertEquals(4, guest.call("keeping"));
    guest.call("indirect", 1);
    return guest;
  }

  /// What never changes, and a word of it.
  private enum Place {
    CODE("code of instance 0"),
    OFFSETS("offsets of instance 0"),
    ENTRIES("entries of instance 0"),
    HANDLERS("handlers of instance 0"),
    CLAUSES("clauses of instance 0"),
    MAPS("maps of instance 0"),
    SETS("sets of instance 0"),
    MODULE("module 0"),
    IDS("types of instance 0"),
    TYPE_KEYS("type keys"),
    TYPE_DISPLAYS("type displays");

    private final String area;

    Place(String area) {
      this.area = area;
    }

    void flip(AreasGuest guest) {
      CodeArea code = guest.instance().code();
      StoreTypes types = guest.store().types();
      switch (this) {
        // The return of the first function of the host, which nobody comes to.
        case CODE -> code.code()[2] ^= 1;
        case OFFSETS -> code.offsets()[1] ^= 1;
        case ENTRIES -> code.entries()[0] ^= 1 << 30;
        case HANDLERS -> code.handlers().handlers().words()[1] ^= 1;
        case CLAUSES -> code.handlers().clauses().words()[1] ^= 1;
        case MAPS -> code.maps().rows().words()[1] ^= 1;
        case SETS -> code.maps().stretches().words()[0] ^= 1;
        case MODULE -> guest.instance().module().bytes()[5] ^= 1;
        case IDS -> guest.instance().typeIds()[0] ^= 1;
        case TYPE_KEYS -> types.lists()[0].words()[0] ^= 1;
        case TYPE_DISPLAYS -> types.lists()[3].words()[0] ^= 1;
      }
    }
  }

  // [utest->req~areas-images~1]
  @ParameterizedTest(name = "A bit flipped in {0} is found by the scrubber, in time")
  @EnumSource(Place.class)
  void scrubbed(Place place) {
    for (VerificationLevel level : List.of(STANDARD, FULL)) {
      try (AreasGuest guest = guest(level)) {
        guest.call("spin", 1);
        place.flip(guest);
        long before = guest.machine().instructions();
        Fault fault = guest.failing("spin", 1_000_000);
        assertEquals(place.area, assertInstanceOf(Fault.IntegrityFault.class, fault).area());
        long latency = guest.machine().instructions() - before;
        assertTrue(latency <= guest.store().integrity().worstCaseFuel() + 100);
        assertEquals(fault, guest.failing("global"));
        assertTrue(guest.report(place.area).mismatches() >= 1);
      }
    }
  }

  // [utest->req~areas-search~1]
  @Test
  @DisplayName("Code that can't be is traced to its image; at OFF it stays a crash")
  void brokenCode() {
    try (AreasGuest guest = guest(STANDARD)) {
      breakLoop(guest);
      Fault fault = guest.failing("indirect", 1);
      assertEquals("code of instance 0", ((Fault.IntegrityFault) fault).area());
    }
    AreasGuest off = guest(OFF);
    breakLoop(off);
    assertThrows(Invariant.Violation.class, () -> off.start("indirect", 1));
  }

  /// Makes the first instruction that computes one that there isn't.
  private static void breakLoop(AreasGuest guest) {
    int[] code = guest.instance().code().code();
    FuncInst indirect = (FuncInst) guest.instance().export("indirect");
    int pc = guest.instance().entry(indirect.funcidx);
    code[pc + Op.WORDS + 4] = Op.of(Op.UNARY, 0xFF);
    code[pc + Op.WORDS * 2 + 4] = Op.of(Op.UNARY, 0xFF);
  }

  // [utest->req~areas-images~1]
  @Test
  @DisplayName("A function is translated from bytes that were verified")
  void translation() {
    try (AreasGuest guest = guest(STANDARD)) {
      FuncInst vector = (FuncInst) guest.instance().export("vector");
      Module module = guest.instance().module();
      int defined = guest.instance().definedIndex(vector.funcidx);
      int offset = module.funcs().get(defined).bodyOffset();
      module.bytes()[offset + 3] ^= 1;
      Fault.IntegrityFault fault =
          assertInstanceOf(
              Fault.IntegrityFault.class, Guest.fault(guest.machine().enter(vector, new long[0])));
      assertEquals("module 0", fault.area());
      assertEquals(fault, guest.failing("global"));
    }
  }

  // [utest->req~areas-images~1]
  @Test
  @DisplayName("A change of unfinished blocks of code is found when the next function is appended")
  void append() {
    for (Place place : List.of(Place.CODE, Place.ENTRIES)) {
      try (AreasGuest guest = guest(STANDARD)) {
        CodeArea code = guest.instance().code();
        if (place == Place.CODE) {
          code.code()[code.end() - 1] ^= 1;
        } else {
          place.flip(guest);
        }
        Fault.IntegrityFault fault =
            assertInstanceOf(Fault.IntegrityFault.class, guest.failing("vector"));
        assertEquals(place.area, fault.area());
      }
    }
  }

  // [utest->req~areas-images~1]
  @Test
  @DisplayName("The SHA-256 of the bytes is taken at load, once for instances that share them")
  void hash() throws Exception {
    try (AreasGuest guest = guest(STANDARD)) {
      Module module = guest.instance().module();
      FuncInst ask = Guest.ok(guest.store().hostFunc(new FuncType(List.of(), List.of()), "ask"));
      Guest.ok(guest.store().instantiate(module, List.of(ask)));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(module.bytes());
      assertEquals(List.of("module 0 " + HexFormat.of().formatHex(hash)), guest.store().hashes());
    }
  }

  // [utest->req~areas-images~1]
  @Test
  @DisplayName("At OFF there are no images and nothing is verified")
  void off() {
    try (AreasGuest guest = guest(OFF)) {
      Place.OFFSETS.flip(guest);
      assertNull(guest.store().areas().search());
      assertNull(guest.store().areas().images().verify(new byte[3], 0, 3));
      assertEquals(List.of(), guest.store().integrity().areas());
    }
  }
}
