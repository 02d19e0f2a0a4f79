package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Traps: their words, their backtraces, and the machine behind them.
// [utest->req~engine-indirect-call~1]
class TrapTest {
  // [utest->req~engine-trap~1]
  // [utest->req~engine-backtrace~1]
  @Test
  @DisplayName("A backtrace names functions by the name section, else by index, with their offsets")
  void backtrace() {
    try (Guest guest = Guest.of("traps")) {
      Fault.Trap trap = (Fault.Trap) guest.failing("outer", 0);
      assertEquals(TrapCode.INTEGER_DIVIDE_BY_ZERO, trap.code());
      assertEquals(List.of("func[3] at 0x8f", "middle at 0x82", "outer at 0x75"), trap.backtrace());
      assertEquals(101 + 7, guest.call("outer", 1), "the machine goes on after a trap");
    }
  }

  // [utest->req~engine-backtrace~1]
  @Test
  @DisplayName("A backtrace names as many calls as the options say, then says that there are more")
  void longBacktrace() {
    try (Guest guest = Guest.of("traps")) {
      Fault.Trap trap = (Fault.Trap) guest.failing("down", 20_000);
      assertEquals(TrapCode.CALL_STACK_EXHAUSTED, trap.code());
      assertEquals(Guest.OPTIONS.backtraceMax() + 1, trap.backtrace().size());
      assertEquals("(more calls not shown)", trap.backtrace().getLast());
      assertEquals(9_000, guest.call("down", 9_000), "a depth below the limit is reached");
    }
  }

  // [utest->req~engine-recursion~1]
  @Test
  @DisplayName("With the standard options a recursion of 100,000 calls ends in typed exhaustion")
  void deepRecursion() {
    try (Guest guest = Guest.of(Guest.module("traps"), EngineOptions.standard())) {
      Fault.Trap trap = (Fault.Trap) guest.failing("down", 100_000);
      assertEquals(TrapCode.CALL_STACK_EXHAUSTED, trap.code());
      assertEquals(60_000, guest.call("down", 60_000));
    }
  }

  // [utest->req~engine-recursion~1]
  @Test
  @DisplayName("A value stack too small for the next frame ends in typed exhaustion")
  void smallValueStack() {
    EngineOptions options =
        new EngineOptions(Verification.of(VerificationLevel.OFF), 100, 10_000, 1, 10, 5);
    try (Guest guest = Guest.of(Guest.module("traps"), options)) {
      Fault.Trap trap = (Fault.Trap) guest.failing("down", 1000);
      assertEquals(TrapCode.CALL_STACK_EXHAUSTED, trap.code());
      assertEquals(5, guest.call("down", 5));
    }
  }

  // [utest->req~engine-bounds~1]
  @ParameterizedTest(name = "At level {0} an access beyond the memory traps, and none wraps around")
  @EnumSource(VerificationLevel.class)
  void memoryBounds(VerificationLevel level) {
    Module module = Guest.module("traps");
    try (Guest guest = Guest.of(module, Guest.OPTIONS.with(Verification.of(level)))) {
      for (long address : new long[] {0, 15, 16, 32, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL}) {
        assertEquals(TrapCode.OUT_OF_BOUNDS_MEMORY, guest.failing("load", address).code());
      }
      assertEquals(0, guest.call("store", 65_528));
      for (long address : new long[] {65_529, 65_536, 0x7FFF_FFFFL, 0xFFFF_FFFFL}) {
        assertEquals(TrapCode.OUT_OF_BOUNDS_MEMORY, guest.failing("store", address).code());
      }
    }
  }

  @Test
  @DisplayName("call_indirect tells what is wrong with an element, and which one")
  void indirect() {
    try (Guest guest = Guest.of("traps")) {
      assertIndirect(guest, 0, TrapCode.INDIRECT_CALL_TYPE_MISMATCH, "0");
      assertIndirect(guest, 2, TrapCode.UNINITIALIZED_ELEMENT, "2");
      assertIndirect(guest, 3, TrapCode.UNDEFINED_ELEMENT, "3");
      assertIndirect(guest, 0xFFFF_FFFFL, TrapCode.UNDEFINED_ELEMENT, "4294967295");
      assertEquals(TrapCode.UNREACHABLE, guest.failing("unreachable", 0).code());
    }
  }

  @Test
  @DisplayName("A trap charges the block that it stands in, as a whole")
  void charge() {
    try (Guest guest = Guest.of("traps")) {
      guest.failing("unreachable", 0);
      assertEquals(1, guest.machine().instructions());
      guest.failing("outer", 0);
      assertEquals(1 + 4 + 4 + 3, guest.machine().instructions());
    }
  }

  private static void assertIndirect(Guest guest, long index, TrapCode code, String subject) {
    Fault.Trap trap = (Fault.Trap) guest.failing("indirect", index);
    assertEquals(code, trap.code());
    assertEquals(subject, trap.subject());
    assertEquals(1, trap.backtrace().size());
  }
}
