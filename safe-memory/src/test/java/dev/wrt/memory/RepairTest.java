package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Level REDUNDANT: one wrong word in one of three copies is put right, anything more is not.
class RepairTest {
  private static final int SIZE = 4096 + 10;

  private static SafeMemory written() {
    SafeMemory m = Given.memory(VerificationLevel.REDUNDANT, SIZE);
    Given.ok(m.write(0, Given.pattern(SIZE), 0, SIZE));
    Given.ok(m.verifyTouched());
    return m;
  }

  private static void assertRepaired(SafeMemory m, MemoryCode code, int block) {
    assertTrue(m.intact());
    assertArrayEquals(Given.pattern(SIZE), m.plain());
    assertEquals(1, m.metrics().repairs());
    assertEquals(1, m.metrics().mismatches());
    Fault.IntegrityFault event = m.repairs().getFirst();
    assertEquals(code, event.code());
    assertEquals(block, event.block());
    assertTrue(event.repaired());
    Given.ok(m.verifyAll());
    assertEquals(1, m.metrics().mismatches());
  }

  private static void assertNotRepaired(SafeMemory m) {
    byte[] data = m.plain().clone();
    byte[] mirror = m.guard().mirror().clone();
    Fault.IntegrityFault fault = (Fault.IntegrityFault) Given.fault(m.verifyAll());
    assertFalse(fault.repaired());
    assertEquals(0, m.metrics().repairs());
    assertEquals(List.of(), m.repairs());
    assertArrayEquals(data, m.plain());
    assertArrayEquals(mirror, m.guard().mirror());
  }

  // [utest->req~memory-repair~1]
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 2047, 4094, 4095, 4096, 4103, 4104, 4105})
  @DisplayName("A wrong word of the data is put right wherever it is, all its bits too")
  void dataAreRepaired(int at) {
    SafeMemory m = written();
    for (int i = at & ~3; i < Math.min((at & ~3) + 4, SIZE); i++) {
      m.plain()[i] ^= (byte) (at + i + 1 | 1);
    }
    Given.ok(m.verifyAll());
    assertRepaired(m, MemoryCode.MIRROR_MISMATCH, at / 4096);
  }

  // [utest->req~memory-repair~1]
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4095, 4096, 4104, 4105})
  @DisplayName("A wrong word of the mirror is put right")
  void mirrorIsRepaired(int at) {
    SafeMemory m = written();
    m.guard().mirror()[at] ^= 0x40;
    Given.ok(m.verifyAll());
    assertRepaired(m, MemoryCode.MIRROR_MISMATCH, at / 4096);
    assertEquals((byte) ~m.plain()[at], m.guard().mirror()[at]);
  }

  // [utest->req~memory-repair~1]
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  @DisplayName("A wrong sum in either copy of a digest is put right")
  void digestIsRepaired(int sum) {
    SafeMemory m = written();
    BlockDigests digests = m.guard().digests;
    long[] copy = sum < 3 ? digests.values() : digests.complements();
    long right = copy[3 + sum % 3];
    copy[3 + sum % 3] ^= 1L << 30;
    Given.ok(m.verifyAll());
    assertRepaired(m, MemoryCode.DIGEST_CORRUPTED, 1);
    assertEquals(right, copy[3 + sum % 3]);
  }

  // [utest->req~memory-repair~1]
  @Test
  @DisplayName("A load returns the repaired word, at every width, and a store goes over it")
  void accessesGoOnWithRepairedData() {
    byte[] right = Given.pattern(SIZE);
    SafeMemory clean = Given.memory(VerificationLevel.OFF, SIZE);
    Given.ok(clean.write(0, right, 0, SIZE));
    List<ToLongFunction<SafeMemory>> loads =
        List.of(m -> m.load8(51), m -> m.load16(50), m -> m.load32(49), m -> m.load64(47));
    for (ToLongFunction<SafeMemory> load : loads) {
      SafeMemory m = written();
      m.plain()[51] ^= (byte) 0x81;
      assertEquals(load.applyAsLong(clean), load.applyAsLong(m));
      assertRepaired(m, MemoryCode.MIRROR_MISMATCH, 0);
    }
    List<Consumer<SafeMemory>> stores =
        List.of(
            m -> m.store8(51, 1),
            m -> m.store16(50, 1),
            m -> m.store32(49, 1),
            m -> m.store64(47, 1),
            m -> Given.ok(m.write(51, right, 0, 70)),
            m -> Given.ok(m.fill(51, 2, 70)));
    for (Consumer<SafeMemory> store : stores) {
      SafeMemory m = written();
      m.plain()[51] ^= (byte) 0x81;
      store.accept(m);
      Given.ok(m.verifyAll());
      assertEquals(1, m.metrics().repairs());
      assertEquals(1, m.metrics().mismatches());
      SafeMemory expected = written();
      store.accept(expected);
      assertArrayEquals(expected.plain(), m.plain());
    }
    SafeMemory m = written();
    m.plain()[51] ^= (byte) 0x81;
    byte[] read = new byte[SIZE];
    Given.ok(m.read(0, read, 0, SIZE));
    assertArrayEquals(right, read);
  }

  // [utest->req~memory-repair~1]
  @Test
  @DisplayName("Two wrong words, or two wrong copies, are reported and left as they are")
  void moreThanOneWordIsNotRepaired() {
    List<Consumer<SafeMemory>> errors =
        List.of(
            m -> {
              m.plain()[0] ^= 1;
              m.plain()[4] ^= 1;
            },
            m -> {
              m.plain()[4000] ^= 1;
              m.plain()[4095] ^= 1;
            },
            m -> {
              m.plain()[0] ^= 1;
              m.guard().mirror()[8] ^= 1;
            },
            m -> {
              m.plain()[0] ^= 1;
              m.guard().mirror()[0] ^= 2;
            },
            m -> {
              m.plain()[0] ^= 1;
              m.guard().mirror()[0] ^= 1;
            },
            m -> {
              m.guard().mirror()[0] ^= 1;
              m.guard().mirror()[4] ^= 1;
            },
            m -> {
              m.plain()[0] ^= 1;
              m.guard().digests.values()[0] ^= 1;
            },
            m -> {
              m.guard().mirror()[0] ^= 1;
              m.guard().digests.complements()[2] ^= 1;
            },
            m -> {
              m.guard().digests.values()[1] ^= 1;
              m.guard().digests.complements()[2] ^= 1;
            },
            m -> {
              m.guard().digests.values()[0] += 1;
              m.guard().digests.complements()[0] -= 1;
            },
            m -> {
              m.guard().digests.values()[0] += 1;
              m.guard().digests.complements()[0] -= 1;
              m.guard().mirror()[40] ^= 1;
            },
            m -> {
              m.guard().digests.values()[0] += 1;
              m.guard().digests.values()[1] += 2;
              m.guard().digests.values()[2] += 4;
              m.guard().digests.complements()[0] -= 1;
              m.guard().digests.complements()[1] -= 2;
              m.guard().digests.complements()[2] -= 4;
              m.guard().mirror()[0] ^= 1;
            },
            m -> {
              for (int k = 0; k < 3; k++) {
                m.guard().digests.values()[k] -= 1;
                m.guard().digests.complements()[k] += 1;
              }
              m.guard().mirror()[8] ^= 1;
            },
            m -> {
              m.guard().digests.values()[0] += 2;
              m.guard().digests.values()[1] += 2;
              m.guard().digests.values()[2] += 2;
              m.guard().digests.complements()[0] -= 2;
              m.guard().digests.complements()[1] -= 2;
              m.guard().digests.complements()[2] -= 2;
              m.guard().mirror()[0] ^= 1;
            });
    for (Consumer<SafeMemory> error : errors) {
      SafeMemory m = written();
      error.accept(m);
      assertNotRepaired(m);
    }
  }

  // [utest->req~memory-repair~1]
  @Test
  @DisplayName("Wrong words in different blocks are repaired each")
  void eachBlockIsRepaired() {
    SafeMemory m = written();
    m.plain()[4095] ^= 1;
    m.plain()[4096] ^= 1;
    m.load16(4095);
    assertTrue(m.intact());
    assertEquals(2, m.metrics().repairs());
    assertArrayEquals(Given.pattern(SIZE), m.plain());
  }

  // [utest->req~memory-repair-event~1]
  @Test
  @DisplayName("Every repair is counted, and the latest 16 are kept, the oldest first")
  void repairsAreEvents() {
    SafeMemory m = written();
    for (int i = 0; i < 20; i++) {
      m.plain()[i] ^= (byte) 0x80;
      m.load8(i);
    }
    assertEquals(20, m.metrics().repairs());
    assertEquals(IntegrityLog.REPAIRS_KEPT, m.repairs().size());
    SafeMemory clean = written();
    for (int i = 0; i < 16; i++) {
      int word = clean.load32(i + 4 & ~3);
      assertEquals(
          new Fault.IntegrityFault(
              MemoryCode.MIRROR_MISMATCH,
              "area",
              0,
              word & 0xFFFF_FFFFL,
              (word ^ 0x80 << 8 * (i % 4)) & 0xFFFF_FFFFL,
              true),
          m.repairs().get(i));
    }
  }
}
