package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Several memories and tables in a module, of 32-bit and of 64-bit addresses, at their edges.
class MemoriesTest {
  private static final long PAGE = 65_536;
  private static final long WRAP32 = 1L << 32;

  private static Guest guest(VerificationLevel level) {
    return Guest.of(Guest.module("memories"), Guest.OPTIONS.with(Verification.of(level)));
  }

  private static void assertTraps(Guest guest, TrapCode code, String export, long... args) {
    Fault fault = guest.failing(export, args);
    assertEquals(code, fault.code(), export + Arrays.toString(args));
  }

  private static void assertOutside(Guest guest, String export, long... args) {
    assertTraps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, export, args);
  }

  // [utest->req~engine-memory64~1]
  // [utest->req~engine-bounds~1]
  @ParameterizedTest(name = "{0}: the last byte is inside, the next is outside, and nothing wraps")
  @EnumSource(VerificationLevel.class)
  void edges(VerificationLevel level) {
    try (Guest guest = guest(level)) {
      assertEquals(0, guest.call("load8-64", PAGE - 1));
      for (long outside : new long[] {PAGE, WRAP32 - 1, WRAP32, 1L << 63, -1, -8}) {
        assertOutside(guest, "load8-64", outside);
      }
      assertEquals(0, guest.call("load64-64", PAGE - 16));
      for (long outside : new long[] {PAGE - 15, PAGE - 8, -16, -8, -1}) {
        assertOutside(guest, "load64-64", outside);
      }
      for (long any : new long[] {0, 1, 2, 3, PAGE, -1}) {
        assertOutside(guest, "load-huge-offset", any);
        assertOutside(guest, "load-4gib-offset", any);
      }
      assertOutside(guest, "load-4gib-offset", -WRAP32);
      for (long any : new long[] {0, 4, WRAP32 - 1}) {
        assertOutside(guest, "load-other", any);
      }
    }
  }

  // [utest->req~engine-memory64~1]
  @ParameterizedTest(name = "{0}: a store goes to its memory, in its width, and not beyond its end")
  @EnumSource(VerificationLevel.class)
  void stores(VerificationLevel level) {
    try (Guest guest = guest(level)) {
      assertEquals(-2, guest.call("store8-64", PAGE - 1, 0x1FE));
      assertEquals(-2, guest.call("store16-64", PAGE - 2, 0x1_FFFEL));
      assertEquals(-2, guest.call("store32-other", 2 * PAGE - 4, 0x5_FFFF_FFFEL));
      assertEquals(Long.MIN_VALUE, guest.call("store64-64", PAGE - 8, Long.MIN_VALUE));
      assertOutside(guest, "store16-64", PAGE - 1, 0);
      assertOutside(guest, "store32-other", 2 * PAGE - 3, 0);
      assertOutside(guest, "store64-64", PAGE - 7, 0);
      assertOutside(guest, "store64-64", -8, 0);
      assertEquals(0x80, guest.call("load8-64", PAGE - 1), "what was outside was not written");
      assertEquals(0, guest.call("load-first", PAGE - 1), "nor another memory");
    }
  }

  // [utest->req~engine-memory64~1]
  // [utest->req~engine-growth~1]
  @Test
  @DisplayName("Growth beyond the maximum of the type or of the engine is refused with -1")
  void growth() {
    try (Guest guest = guest(VerificationLevel.OFF)) {
      for (long delta : new long[] {4, WRAP32, 1L << 48, Long.MIN_VALUE, -1}) {
        assertEquals(-1, guest.call("grow-64", delta));
      }
      assertEquals(-1, guest.call("grow-32", 3));
      assertEquals(1, guest.call("size-64", 0));
      assertEquals(1, guest.call("grow-64", 3));
      assertEquals(4, guest.call("size-64", 0));
      assertEquals(0, guest.call("load8-64", 4 * PAGE - 1));
      assertEquals(1, guest.call("grow-32", 2));
      assertEquals(0, guest.call("load-first", 3 * PAGE - 1), "memory 0 is fetched again");
    }
  }

  // [utest->req~engine-memory64~1]
  @ParameterizedTest(name = "{0}: bulk instructions check their ends without wrapping")
  @EnumSource(VerificationLevel.class)
  void bulk(VerificationLevel level) {
    try (Guest guest = guest(level)) {
      guest.call("fill-64", PAGE - 16, 16);
      guest.call("fill-64", PAGE, 0);
      guest.call("copy-32-64", PAGE - 8, PAGE - 8);
      assertEquals(7, guest.call("load-first", PAGE - 1));
      assertEquals(0, guest.call("load-first", PAGE - 9));
      guest.call("copy-64-32", 0, PAGE - 8);
      assertEquals(7, guest.call("load8-64", 0));
      guest.call("init-64", PAGE - 4, 4);
      assertEquals('h', guest.call("load8-64", PAGE - 1));
      assertOutside(guest, "fill-64", PAGE - 15, 16);
      assertOutside(guest, "fill-64", PAGE + 1, 0);
      assertOutside(guest, "fill-64", 1, -1);
      assertOutside(guest, "fill-64", -1, 1);
      assertOutside(guest, "fill-64", -1, 2);
      assertOutside(guest, "copy-64", 1, -1);
      assertOutside(guest, "copy-64", -8, 16);
      assertOutside(guest, "copy-64-32", PAGE - 7, 0);
      assertOutside(guest, "copy-32-64", 0, PAGE - 7);
      assertOutside(guest, "copy-32-64", WRAP32 - 8, 0);
      assertOutside(guest, "init-64", PAGE - 3, 0);
      assertOutside(guest, "init-64", 0, 5);
      assertOutside(guest, "init-64", -4, 0);
    }
  }

  // [utest->req~engine-memory64~1]
  @Test
  @DisplayName("Tables of 64-bit indices check them whole, and copy to and from those of 32 bits")
  void tables() {
    TrapCode outside = TrapCode.OUT_OF_BOUNDS_TABLE;
    try (Guest guest = guest(VerificationLevel.OFF)) {
      long ref = Refs.ofHost(3);
      assertEquals(ref, guest.call("table-set-64", 4, ref));
      for (long index : new long[] {5, WRAP32, WRAP32 + 4, 1L << 63, -1}) {
        assertTraps(guest, outside, "table-get-64", index);
        assertTraps(guest, outside, "table-set-64", index, 0);
      }
      assertEquals(5, guest.call("table-size-64", 0));
      for (long delta : new long[] {16, WRAP32, -1}) {
        assertEquals(-1, guest.call("table-grow-64", delta));
      }
      assertEquals(5, guest.call("table-grow-64", 15));
      assertEquals(20, guest.call("table-size-64", 0));
      assertEquals(ref, guest.call("table-get-64", 4));
      guest.call("table-fill-64", 4, 16);
      assertEquals(0, guest.call("table-get-64", 4));
      assertTraps(guest, outside, "table-fill-64", 5, 16);
      assertTraps(guest, outside, "table-fill-64", 1, -1);
      guest.call("table-copy-64-32", 18, 1);
      assertTraps(guest, outside, "table-copy-64-32", 19, 0);
      assertTraps(guest, outside, "table-copy-64-32", -1, 0);
      assertTraps(guest, outside, "table-copy-64-32", 0, 2);
    }
  }

  // [utest->req~engine-memory64~1]
  @ParameterizedTest(name = "A 64-bit memory of {0} pages is more than there can be")
  @CsvSource({"101", "65536", "281474976710656"})
  void tooLarge(long pages) {
    try (Store store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()))) {
      byte[] bytes = withMemory(4, pages, 0);
      Fault fault = Guest.fault(store.instantiate(Guest.decoded(bytes), List.of()));
      assertEquals(EngineCode.MEMORY_TOO_LARGE, fault.code());
    }
  }

  // [utest->req~engine-memory64~1]
  @ParameterizedTest(name = "{0}: a memory in pages of a byte grows by bytes, up to its maximum")
  @EnumSource(VerificationLevel.class)
  void pagesOfOneByte(VerificationLevel level) {
    Features features = Features.NONE.with(Feature.CUSTOM_PAGE_SIZES);
    byte[] bytes = withMemory(9, 13, 5000);
    Module module =
        Guest.ok(
            Module.decode(bytes, 0, bytes.length, DecoderOptions.of(features), Guest.budget()));
    try (Guest guest = Guest.of(module, Guest.OPTIONS.with(Verification.of(level)))) {
      MemInst mem = guest.instance().mem(0);
      assertEquals(13, mem.pages());
      assertEquals(5000, mem.pagesMax());
      assertEquals(13, mem.grow(4100));
      assertEquals(4113, mem.memory().sizeBytes());
      assertEquals(-1, mem.grow(888));
      assertEquals(4113, mem.grow(887));
      mem.memory().store8(4999, 5);
      assertEquals(5, mem.memory().load8(4999));
      assertEquals(true, mem.memory().verifyAll() instanceof Result.Ok<?>);
    }
  }

  /// A module with a memory: flags, least size, and largest size where the flags have one.
  private static byte[] withMemory(int flags, long min, long max) {
    ByteArrayOutputStream section = new ByteArrayOutputStream();
    section.write(1);
    section.write(flags);
    leb(section, min);
    if ((flags & 1) != 0) {
      leb(section, max);
    }
    if ((flags & 8) != 0) {
      section.write(0);
    }
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 5});
    module.write(section.size());
    module.writeBytes(section.toByteArray());
    return module.toByteArray();
  }

  private static void leb(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
