package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Errors put in behind the API: each level sees what it promises, where it promises it, and the
/// levels below do not.
class DetectionTest {
  private static final int SIZE = 2 * 4096 + 10;

  /// Where all errors of {@link Error} lie; also the word that is loaded.
  private static final int AT = 4096 + 64;

  /// An error at `AT`.
  enum Error {
    SINGLE_BIT(m -> m.plain()[AT] ^= 0x10),
    DOUBLE_BIT(m -> {
      m.plain()[AT] ^= 0x10;
      m.plain()[AT + 400] ^= 0x10;
    }),
    TRIPLE_BIT(m -> {
      m.plain()[AT] ^= 0x01;
      m.plain()[AT + 1] ^= 0x01;
      m.plain()[AT + 800] ^= 0x01;
    }),
    BURST(m -> {
      for (int i = 0; i < 8; i++) {
        m.plain()[AT + i] ^= 0x5A;
      }
    }),
    WORD_SWAP(m -> {
      for (int i = 0; i < 4; i++) {
        byte b = m.plain()[AT + i];
        m.plain()[AT + i] = m.plain()[AT + 32 + i];
        m.plain()[AT + 32 + i] = b;
      }
    }),
    LOST_WRITE(m -> {
      byte[] before = m.plain().clone();
      m.store32(AT, 0x0BAD_CAFE);
      System.arraycopy(before, AT, m.plain(), AT, 4);
    }),
    MISDIRECTED_WRITE(m -> {
      byte[] before = m.plain().clone();
      m.store32(AT, 0x0BAD_CAFE);
      System.arraycopy(m.plain(), AT, m.plain(), AT + 2048, 4);
      System.arraycopy(before, AT, m.plain(), AT, 4);
    }),
    STRAY_WRITE(m -> m.plain()[AT + 2] = 0x77);

    final Consumer<SafeMemory> injection;

    Error(Consumer<SafeMemory> injection) {
      this.injection = injection;
    }
  }

  static Stream<Arguments> levelsAndErrors() {
    return Stream.of(VerificationLevel.values())
        .flatMap(level -> Stream.of(Error.values()).map(error -> Arguments.of(level, error)));
  }

  private static SafeMemory corrupted(Verification verification, Error error) {
    SafeMemory m = Given.memory(verification, SIZE);
    Given.ok(m.write(0, Given.pattern(SIZE), 0, SIZE));
    Given.ok(m.verifyTouched());
    error.injection.accept(m);
    return m;
  }

  private static boolean repairs(VerificationLevel level, Error error) {
    return level == VerificationLevel.REDUNDANT
        && List.of(Error.SINGLE_BIT, Error.LOST_WRITE, Error.STRAY_WRITE).contains(error);
  }

  // [utest->req~memory-full-loads~1]
  // [utest->req~memory-levels~1]
  @ParameterizedTest
  @MethodSource("levelsAndErrors")
  @DisplayName("A load sees the error at FULL and REDUNDANT, and is not said to below")
  void load(VerificationLevel level, Error error) {
    SafeMemory m = corrupted(Verification.of(level), error);
    m.load32(AT);
    boolean seen = level.includes(VerificationLevel.FULL);
    assertEquals(seen ? 1 : 0, m.metrics().mismatches());
    assertEquals(!seen || repairs(level, error), m.intact());
    assertEquals(repairs(level, error) ? 1 : 0, m.metrics().repairs());
  }

  // [utest->req~memory-verify-touched~1]
  // [utest->req~memory-levels~1]
  @ParameterizedTest
  @MethodSource("levelsAndErrors")
  @DisplayName("A boundary sees the error in a touched block from STANDARD on")
  void boundary(VerificationLevel level, Error error) {
    SafeMemory m = corrupted(Verification.of(level), error);
    m.load8(AT + 300);
    Result<Unit> result = m.verifyTouched();
    boolean seen = level.includes(VerificationLevel.STANDARD);
    assertEquals(seen ? 1 : 0, m.metrics().mismatches());
    assertEquals(seen && !repairs(level, error), result instanceof Result.Err<Unit>);
  }

  // [utest->req~memory-verify-touched~1]
  @ParameterizedTest
  @MethodSource("levelsAndErrors")
  @DisplayName("A boundary does not look at blocks that nobody touched; verifying all does")
  void scrub(VerificationLevel level, Error error) {
    SafeMemory m = corrupted(Verification.of(level), error);
    m.load8(0);
    if (error != Error.LOST_WRITE && error != Error.MISDIRECTED_WRITE) {
      Given.ok(m.verifyTouched());
    }
    Result<Unit> result = m.verifyAll();
    boolean seen = level.includes(VerificationLevel.SAMPLED);
    assertEquals(seen ? 1 : 0, m.metrics().mismatches());
    assertEquals(seen && !repairs(level, error), result instanceof Result.Err<Unit>);
    assertEquals(result instanceof Result.Ok<Unit>, m.intact());
  }

  // [utest->req~memory-sampled~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("At SAMPLED an error is seen by the access whose turn it is, and not before")
  void sampled(Error error) {
    SafeMemory m = corrupted(Verification.sampled(5), error);
    int accesses = 0;
    while (m.intact()) {
      m.load8(AT + 300);
      accesses++;
      assertTrue(accesses <= 5);
    }
    assertEquals(MemoryCode.DIGEST_MISMATCH, m.fault().code());
  }

  // [utest->req~memory-digest-follows-stores~1]
  @ParameterizedTest
  @EnumSource(names = {"SAMPLED", "STANDARD"})
  @DisplayName("Overwriting a corrupted word does not hide that it was corrupted")
  void overwritingDoesNotHide(VerificationLevel level) {
    SafeMemory m = corrupted(Verification.of(level), Error.SINGLE_BIT);
    m.store32(AT, 1);
    Given.fault(m.verifyAll());
  }

  // [utest->req~memory-full-loads~1]
  @Test
  @DisplayName("At FULL every width of load and store latches, unaligned and across blocks too")
  void everyWidthLatchesAtFull() {
    List<Consumer<SafeMemory>> accesses =
        List.of(
            m -> m.load8(4096),
            m -> m.load16(4095),
            m -> m.load32(4093),
            m -> m.load64(4089),
            m -> m.store8(4096, 5),
            m -> m.store16(4095, 5),
            m -> m.store32(4093, 5),
            m -> m.store64(4089, 5),
            m -> m.read(4000, new byte[97], 0, 97),
            m -> m.write(4000, new byte[97], 0, 97),
            m -> m.fill(4000, 3, 97),
            m -> m.copy(0, m, 4000, 97),
            m -> m.copy(4000, m, 0, 97),
            m -> m.slice(4096, 1));
    for (int i = 0; i < accesses.size(); i++) {
      SafeMemory m = Given.memory(VerificationLevel.FULL, SIZE);
      m.plain()[4096] ^= 4;
      accesses.get(i).accept(m);
      assertFalse(m.intact(), "access " + i);
      assertEquals(
          new Fault.IntegrityFault(MemoryCode.MIRROR_MISMATCH, "area", 1, 0, 4, false),
          m.fault(),
          "access " + i);
    }
  }

  // [utest->req~memory-full-loads~1]
  @Test
  @DisplayName("At FULL the bytes beside a wrong one can still be loaded and stored")
  void neighboursDoNotLatch() {
    SafeMemory m = Given.memory(VerificationLevel.FULL, SIZE);
    m.plain()[100] ^= 4;
    m.load8(99);
    m.load16(101);
    m.load32(96);
    m.load64(101);
    m.store8(101, 1);
    m.store16(98, 1);
    m.store32(101, 1);
    m.store64(92, 1);
    Given.ok(m.read(101, new byte[200], 0, 200));
    Given.ok(m.read(0, new byte[100], 0, 100));
    assertTrue(m.intact());
  }

  // [utest->req~memory-latch~1]
  @Test
  @DisplayName("The first mismatch stays, and everything that can refuse does")
  void theFirstMismatchLatches() {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, SIZE);
    SafeMemory other = Given.memory(VerificationLevel.STANDARD, SIZE);
    SafeSlice slice = Given.ok(m.slice(0, 10));
    m.plain()[1] = 1;
    m.plain()[5000] = 1;
    m.load8(5000);
    m.load8(1);
    Fault fault = Given.fault(m.verifyTouched());
    assertEquals(
        new Fault.IntegrityFault(MemoryCode.DIGEST_MISMATCH, "area", 1, 0, 1, false), fault);
    assertEquals(2, m.metrics().mismatches());
    assertEquals(fault, m.fault());
    byte[] bytes = new byte[4];
    for (Result<?> refused :
        List.of(
            m.read(0, bytes, 0, 1),
            m.write(0, bytes, 0, 1),
            m.fill(0, 0, 1),
            m.copy(0, other, 0, 1),
            other.copy(0, m, 0, 1),
            m.slice(0, 1),
            m.grow(SIZE),
            m.verifyAll(),
            m.verifyTouched(),
            m.verifyBlock(2),
            slice.digest(),
            slice.read(0, bytes, 0, 1))) {
      assertEquals(fault, Given.fault(refused));
    }
    assertFalse(m.intact());
    m.close();
    assertEquals(fault, m.fault());
  }

  // [utest->req~memory-verify-block~1]
  @ParameterizedTest
  @EnumSource(names = {"SAMPLED", "STANDARD", "FULL"})
  @DisplayName("A bit flipped in either copy of any sum of a digest is seen as such")
  void corruptedDigestIsSeen(VerificationLevel level) {
    for (int sum = 0; sum < 6; sum++) {
      SafeMemory m = Given.memory(level, SIZE);
      m.store32(4096, 3);
      BlockDigests digests = m.guard().digests;
      long[] copy = sum < 3 ? digests.values() : digests.complements();
      copy[3 + sum % 3] ^= 1L << 8;
      long value = digests.values()[3 + sum % 3];
      long complement = ~digests.complements()[3 + sum % 3];
      assertEquals(
          new Fault.IntegrityFault(
              MemoryCode.DIGEST_CORRUPTED, "area", 1, value, complement, false),
          Given.fault(m.verifyAll()));
    }
  }

  // [utest->req~memory-verify-block~1]
  @Test
  @DisplayName("A mismatch names the first sum that differs")
  void mismatchNamesTheFirstSum() {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, SIZE);
    m.plain()[0] = 1;
    m.plain()[4] = 1;
    m.store32(8, 2);
    assertEquals(
        new Fault.IntegrityFault(MemoryCode.DIGEST_MISMATCH, "area", 0, 2, 4, false),
        Given.fault(m.verifyBlock(0)));
    SafeMemory swapped = Given.memory(VerificationLevel.STANDARD, SIZE);
    swapped.store32(0, 1);
    swapped.plain()[0] = 0;
    swapped.plain()[4] = 1;
    assertEquals(
        new Fault.IntegrityFault(MemoryCode.DIGEST_MISMATCH, "area", 0, 1, 2, false),
        Given.fault(swapped.verifyBlock(0)));
  }

  // [utest->req~memory-full-loads~1]
  @Test
  @DisplayName("A bit flipped in the mirror is seen by loads, boundaries and scrubbing at FULL")
  void corruptedMirrorIsSeen() {
    List<Consumer<SafeMemory>> ways =
        List.of(
            m -> m.load32(SIZE - 6),
            m -> m.load8(SIZE - 4),
            m -> m.verifyAll(),
            m -> {
              m.load8(2 * 4096);
              m.verifyTouched();
            });
    for (Consumer<SafeMemory> way : ways) {
      SafeMemory m = Given.memory(VerificationLevel.FULL, SIZE);
      m.guard().mirror()[SIZE - 4] ^= 1;
      way.accept(m);
      assertEquals(
          new Fault.IntegrityFault(MemoryCode.MIRROR_MISMATCH, "area", 2, 1L << 16, 0, false),
          m.fault());
    }
  }

  // [utest->req~memory-full-loads~1]
  @Test
  @DisplayName("A wrong byte of a last word that the memory cuts short is told without the rest")
  void partialLastWordIsTold() {
    SafeMemory m = Given.memory(VerificationLevel.FULL, SIZE);
    m.plain()[SIZE - 1] ^= 1;
    m.load8(SIZE - 1);
    assertEquals(
        new Fault.IntegrityFault(MemoryCode.MIRROR_MISMATCH, "area", 2, 0, 1 << 8, false),
        m.fault());
  }

  // [utest->req~memory-full-loads~1]
  @Test
  @DisplayName("A bulk read sees a wrong byte at every place of it, and none beside it")
  void bulkReadSeesEveryByte() {
    for (int wrong = 0; wrong < 40; wrong++) {
      SafeMemory m = Given.memory(VerificationLevel.FULL, 64);
      m.plain()[wrong] ^= 8;
      Result<Unit> read = m.read(10, new byte[21], 0, 21);
      assertEquals(wrong >= 10 && wrong < 31, read instanceof Result.Err<Unit>, "at " + wrong);
    }
  }
}
