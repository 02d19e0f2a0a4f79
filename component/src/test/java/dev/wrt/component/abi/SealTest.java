package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.component.value.ByteList;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.engine.AreaReport;
import dev.wrt.memory.VerificationLevel;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What passages notice of changes in their buffers.
// [utest->req~abi-buffers-sealed~1]
class SealTest {
  private static final MemoryStrategy[] BUFFERED = {
    new MemoryStrategy.BoundedCopy(8192), new MemoryStrategy.FullIsolation()
  };

  private static Guest guest(MemoryStrategy strategy, VerificationLevel level) {
    return new Guest(StringEncoding.UTF8, strategy, Guest.PAGE, level);
  }

  private static void open(Guest guest, int ptr, int length) {
    assertTrue(guest.crossing.open(guest.memory, ptr, length));
  }

  private static AreaReport report(Guest guest) {
    return guest.crossings.integrity();
  }

  @Test
  @DisplayName("A buffer that was filled and not changed passes every comparison")
  void unchanged() {
    for (MemoryStrategy strategy : BUFFERED) {
      Guest guest = guest(strategy, VerificationLevel.STANDARD);
      guest.write(64, (byte) 1, (byte) 2, (byte) 3);
      open(guest, 64, 3);
      open(guest, 60, 300);
      assertNotNull(guest.crossing.list(guest.memory, 128, 64, PrimValType.F32));
      guest.crossing.verify();
      assertTrue(guest.crossing.isSound());
      assertNull(guest.crossing.finish());
      assertTrue(report(guest).verified() > 0);
      assertEquals(0, report(guest).mismatches());
      open(guest, 64, 3);
      assertNull(guest.crossing.finish());
      guest.close();
    }
  }

  @Test
  @DisplayName("A bit that is changed in a buffer is found when values are lifted, and at the end")
  void changedIn() {
    for (MemoryStrategy strategy : BUFFERED) {
      Guest guest = guest(strategy, VerificationLevel.STANDARD);
      open(guest, 64, 5);
      byte[] first = guest.crossing.window();
      int at = guest.crossing.at();
      open(guest, 256, 700);
      first[at + 4] ^= 1;
      IntegrityFault fault = assertInstanceOf(IntegrityFault.class, guest.crossing.finish());
      assertEquals(AbiCode.BUFFER_CHANGED, fault.code());
      assertEquals("test/crossings buffer", fault.area());
      assertEquals(1, report(guest).mismatches());
      open(guest, 64, 5);
      guest.crossing.window()[guest.crossing.at()] ^= 64;
      guest.crossing.verify();
      assertEquals(AbiCode.BUFFER_CHANGED, guest.crossing.failure().code());
      assertNull(guest.crossing.finish(), "it is told once");
      open(guest, 64, 5);
      assertNull(guest.crossing.finish());
      guest.close();
    }
  }

  @Test
  @DisplayName("Numbers made canonical in the buffer belong to its checksum")
  void canonicalNumbers() {
    for (MemoryStrategy strategy : BUFFERED) {
      Guest guest = guest(strategy, VerificationLevel.STANDARD);
      guest.write(64, (byte) 1, (byte) 2, (byte) 0xF0, (byte) 0x7F);
      ByteList list = guest.crossing.list(guest.memory, 64, 4, PrimValType.F32);
      assertNotNull(list);
      byte[] bytes = new byte[4];
      Guest.ok(list.read(0, bytes, 0, 4));
      assertEquals(0xC0, bytes[2] & 0xFF);
      assertNull(guest.crossing.finish());
      list = guest.crossing.list(guest.memory, 64, 4, PrimValType.F32);
      assertNotNull(list);
      guest.crossing.window()[guest.crossing.at()] ^= 1;
      assertNotNull(guest.crossing.finish());
      guest.close();
    }
  }

  @Test
  @DisplayName("Stores that wait in a buffer reach memory; a changed one is found before it does")
  void changedOut() {
    for (MemoryStrategy strategy : BUFFERED) {
      for (int stores : new int[] {1, 31, 32, 33, 64, 100}) {
        for (boolean change : new boolean[] {false, true}) {
          Guest guest = guest(strategy, VerificationLevel.STANDARD);
          for (int i = 0; i < stores; i++) {
            guest.crossing.store(guest.memory, 64 + 8 * i, 0x0102030405060708L + i, 8);
          }
          if (change) {
            staged(guest)[8 * (stores - 1) + 3] ^= 16;
          }
          guest.crossing.flush(guest.memory);
          assertEquals(change, !guest.crossing.isSound());
          assertEquals(change ? 0 : 0x0102030405060708L, guest.memory.load64(64));
          assertEquals(change ? 1 : 0, report(guest).mismatches());
          guest.close();
        }
      }
    }
  }

  /// The buffer in which stores wait.
  private static byte[] staged(Guest guest) {
    return switch (guest.crossing) {
      case BufferCrossing buffer -> buffer.staged();
      case IsolatedCrossing isolated -> isolated.staged();
      case ViewCrossing view -> new byte[0];
    };
  }

  @Test
  @DisplayName("Runs of all widths, one after the other, agree with their checksums")
  void runs() {
    Random random = new Random(3);
    for (MemoryStrategy strategy : BUFFERED) {
      Guest guest = guest(strategy, VerificationLevel.STANDARD);
      int ptr = 64;
      for (int i = 0; i < 400; i++) {
        int width = 1 << random.nextInt(4);
        ptr += random.nextInt(10) == 0 ? 4 : 0;
        guest.crossing.store(guest.memory, ptr, random.nextLong(), width);
        ptr += width;
      }
      guest.crossing.flush(guest.memory);
      assertTrue(guest.crossing.isSound());
      assertNull(guest.crossing.finish());
      guest.close();
    }
  }

  @Test
  @DisplayName("Below standard buffers have no checksum, and nothing is compared")
  void off() {
    for (MemoryStrategy strategy : BUFFERED) {
      Guest guest = guest(strategy, VerificationLevel.OFF);
      open(guest, 64, 5);
      guest.crossing.window()[guest.crossing.at()] ^= 1;
      guest.crossing.store(guest.memory, 64, 7, 8);
      staged(guest)[1] ^= 1;
      guest.crossing.flush(guest.memory);
      assertNull(guest.crossing.finish());
      assertEquals(0, report(guest).verified());
      guest.close();
    }
  }

  @Test
  @DisplayName("A lift from a buffer that has changed meanwhile is refused")
  void refusedLift() {
    Guest guest = guest(BUFFERED[0], VerificationLevel.STANDARD);
    open(guest, 64, 5);
    guest.crossing.window()[guest.crossing.at()] ^= 1;
    Layout types = guest.layout(PrimValType.U32);
    assertEquals(AbiCode.BUFFER_CHANGED, Guest.err(guest.liftAll(types, 5)).code());
    guest.close();
  }

  @Test
  @DisplayName("zero-copy has no buffers and nothing to compare")
  void zeroCopy() {
    Guest guest = guest(new MemoryStrategy.ZeroCopy(), VerificationLevel.STANDARD);
    open(guest, 64, 5);
    guest.crossing.verify();
    assertNull(guest.crossing.finish());
    assertEquals(0, report(guest).verified());
    assertFalse(report(guest).area().isEmpty());
    guest.close();
  }

  @Test
  @DisplayName("The digest of a private buffer is paid for; without room the lift is refused")
  void paid() {
    Guest guest = guest(new MemoryStrategy.FullIsolation(), VerificationLevel.STANDARD);
    long before = guest.budget.reservedBytes();
    open(guest, 64, 100);
    assertEquals(148, guest.budget.reservedBytes() - before);
    guest.crossing.close();
    assertEquals(before, guest.budget.reservedBytes());
    guest.close();
  }
}
