package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Bounds, budget, growth and touched blocks of a memory.
class SafeMemoryTest {
  private static final int SIZE = 8_200;

  // [utest->req~memory-word-access~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("A word access that leaves the memory throws and changes nothing")
  void wordAccessBeyondTheEndThrows(VerificationLevel level) {
    SafeMemory m = Given.memory(level, SIZE);
    Given.ok(m.fill(0, 7, SIZE));
    byte[] before = m.plain().clone();
    List<Runnable> accesses =
        List.of(
            () -> m.load8(SIZE),
            () -> m.load8(-1),
            () -> m.load16(SIZE - 1),
            () -> m.load32(SIZE - 3),
            () -> m.load64(SIZE - 7),
            () -> m.store8(SIZE, 1),
            () -> m.store16(SIZE - 1, 1),
            () -> m.store32(SIZE - 3, 1),
            () -> m.store64(SIZE - 7, 1),
            () -> m.store64(-4, 1));
    for (Runnable access : accesses) {
      assertThrows(IndexOutOfBoundsException.class, access::run);
    }
    assertArrayEquals(before, m.plain());
    Given.ok(m.verifyAll());
  }

  // [utest->req~memory-digest-follows-stores~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("The last bytes of a full last block are stored, at each width")
  void lastBytesOfAFullBlock(VerificationLevel level) {
    SafeMemory m = Given.memory(level, 2 * 4096);
    m.store64(2 * 4096 - 8, -2);
    m.store32(2 * 4096 - 4, -3);
    m.store16(2 * 4096 - 2, -4);
    m.store8(2 * 4096 - 1, -5);
    assertEquals(0xFBFC_FFFD_FFFF_FFFEL, m.load64(2 * 4096 - 8));
    Given.ok(m.verifyAll());
  }

  // [utest->req~memory-bulk-access~1]
  @ParameterizedTest
  @CsvSource({"-1, 1", "0, -1", "8201, 0", "8200, 1", "0, 8201", "1, 9223372036854775807"})
  @DisplayName("A bulk access outside is a fault with offset, length and size")
  void bulkAccessOutsideIsAFault(long offset, long length) {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, SIZE);
    SafeMemory big = Given.memory(VerificationLevel.STANDARD, 2 * SIZE);
    Fault expected = new Fault.MemoryFault(MemoryCode.OUT_OF_BOUNDS, offset, length, m.sizeBytes());
    assertEquals(expected, Given.fault(m.fill(offset, 1, length)));
    assertEquals(expected, Given.fault(m.slice(offset, length)));
    assertEquals(expected, Given.fault(m.writableSlice(offset, length)));
    assertEquals(expected.code(), Given.fault(big.copy(0, m, offset, length)).code());
    assertEquals(expected, Given.fault(m.copy(offset, big, 0, length)));
    assertArrayEquals(new byte[2 * SIZE], big.plain());
    if (length <= Integer.MAX_VALUE) {
      byte[] bytes = new byte[2 * SIZE];
      assertEquals(expected, Given.fault(m.read(offset, bytes, 0, (int) length)));
      assertEquals(expected, Given.fault(m.write(offset, bytes, 0, (int) length)));
    }
    Given.ok(m.verifyAll());
  }

  // [utest->req~memory-bulk-access~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("An access of no bytes is allowed up to the end and touches nothing")
  void emptyAccessTouchesNothing(VerificationLevel level) {
    SafeMemory m = Given.memory(level, SIZE);
    for (int offset : new int[] {0, 5, SIZE}) {
      Given.ok(m.read(offset, new byte[0], 0, 0));
      Given.ok(m.write(offset, new byte[3], 3, 0));
      Given.ok(m.fill(offset, 1, 0));
      Given.ok(m.copy(offset, m, 5, 0));
      assertEquals(0, Given.ok(m.slice(offset, 0)).length());
    }
    assertEquals(0, m.metrics().touchedBlocks());
    assertEquals(0, m.metrics().verifiedBlocks());
  }

  // [utest->req~memory-bulk-access~1]
  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 11", "10, 1", "5, 6"})
  @DisplayName("A caller whose array is too short has a bug")
  void arrayTooShortIsABug(int at, int length) {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, SIZE);
    byte[] bytes = new byte[10];
    assertThrows(Invariant.Violation.class, () -> m.read(0, bytes, at, length));
    assertThrows(Invariant.Violation.class, () -> m.write(0, bytes, at, length));
    Given.ok(m.read(0, bytes, 0, 10));
    Given.ok(m.write(0, bytes, 0, 10));
  }

  @Test
  @DisplayName("A memory tells its name, size, maximum and verification")
  void tellsWhatItIs() {
    Verification verification = Verification.sampled(3);
    SafeMemory m = Given.ok(SafeMemory.create(Given.budget(), "memory 0", 5, 9, verification));
    assertEquals("memory 0", m.area());
    assertEquals(5, m.sizeBytes());
    assertEquals(9, m.maxBytes());
    assertSame(verification, m.verification());
    assertNull(m.fault());
    assertEquals(List.of(), m.repairs());
  }

  @Test
  @DisplayName("A size that is negative, above the maximum or above an array's is a bug")
  void sizesAreChecked() {
    Verification off = Verification.of(VerificationLevel.OFF);
    MemoryBudget budget = Given.budget();
    assertThrows(Invariant.Violation.class, () -> SafeMemory.create(budget, "m", -1, 10, off));
    assertThrows(Invariant.Violation.class, () -> SafeMemory.create(budget, "m", 2, 1, off));
    assertThrows(
        Invariant.Violation.class,
        () -> SafeMemory.create(budget, "m", 0, SafeMemory.MAX_BYTES + 1, off));
    Given.ok(SafeMemory.create(budget, "m", 0, 0, off));
    Given.ok(SafeMemory.create(budget, "m", 0, SafeMemory.MAX_BYTES, off));
  }

  // [utest->req~memory-budget~1]
  @ParameterizedTest
  @CsvSource({
    "OFF, 3",
    "SAMPLED, 147",
    "STANDARD, 163",
    "FULL, 8363",
    "REDUNDANT, 8363",
  })
  @DisplayName("Data, marks, digests, list and mirror are reserved, and given back once")
  void everythingIsReserved(VerificationLevel level, long overhead) {
    MemoryBudget budget = Given.budget();
    SafeMemory m = Given.ok(SafeMemory.create(budget, "m", SIZE, SIZE, Verification.of(level)));
    assertEquals(SIZE + overhead + SafeMemory.FIXED_BYTES, budget.reservedBytes());
    assertEquals(overhead + SafeMemory.FIXED_BYTES, m.metrics().overheadBytes());
    m.close();
    assertEquals(0, budget.reservedBytes());
    assertEquals(0, m.metrics().overheadBytes());
    m.close();
    assertEquals(0, budget.reservedBytes());
  }

  // [utest->req~memory-budget~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("A refused reservation is a fault, takes nothing and leaves the memory as it is")
  void refusedReservationLeaksNothing(VerificationLevel level) {
    SafeMemory probe = Given.memory(level, SIZE);
    long needed = probe.sizeBytes() + probe.metrics().overheadBytes();
    Function<MemoryBudget, Result<SafeMemory>> create =
        b -> SafeMemory.create(b, "m", SIZE, 4 * SIZE, Verification.of(level));
    MemoryBudget small = MemoryBudget.root("small", needed - 1);
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "small", needed, needed - 1),
        Given.fault(create.apply(small)));
    assertEquals(0, small.reservedBytes());
    MemoryBudget exact = MemoryBudget.root("exact", needed);
    SafeMemory m = Given.ok(create.apply(exact));
    Given.ok(m.fill(0, 9, SIZE));
    Fault refused = Given.fault(m.grow(SIZE + 1));
    assertEquals(BoundedCode.BUDGET_EXHAUSTED, refused.code());
    assertEquals(needed, exact.reservedBytes());
    assertEquals(SIZE, m.sizeBytes());
    assertEquals(9, m.load8(SIZE - 1));
    Given.ok(m.verifyAll());
  }

  // [utest->req~memory-grow~1]
  // [utest->req~memory-budget~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("Growth reserves what a memory of the new size takes")
  void growthReserves(VerificationLevel level) {
    MemoryBudget budget = Given.budget();
    SafeMemory m = Given.ok(SafeMemory.create(budget, "m", 1, 50_000, Verification.of(level)));
    Given.ok(m.grow(50_000));
    MemoryBudget other = Given.budget();
    Given.ok(SafeMemory.create(other, "m", 50_000, 50_000, Verification.of(level)));
    assertEquals(other.reservedBytes(), budget.reservedBytes());
    m.close();
    assertEquals(0, budget.reservedBytes());
  }

  // [utest->req~memory-grow~1]
  @Test
  @DisplayName("Growth stops at the maximum; shrinking is a bug; no growth is growth")
  void growthIsBounded() {
    SafeMemory m =
        Given.ok(
            SafeMemory.create(
                Given.budget(), "m", 10, 20, Verification.of(VerificationLevel.FULL)));
    assertEquals(
        new Fault.LimitFault(MemoryCode.GROW_BEYOND_MAX, "m", 21, 20), Given.fault(m.grow(21)));
    assertEquals(10, m.sizeBytes());
    Given.ok(m.grow(10));
    Given.ok(m.grow(20));
    assertEquals(20, m.sizeBytes());
    assertEquals(20, m.plain().length);
    Invariant.Violation shrinking = assertThrows(Invariant.Violation.class, () -> m.grow(19));
    assertEquals("a memory never shrinks", shrinking.getMessage());
  }

  // [utest->req~memory-touched-blocks~1]
  @Test
  @DisplayName("Each block is listed once between boundaries, both when an access straddles two")
  void touchedBlocksAreListedOnce() {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, 5 * 4096);
    List<Runnable> straddling =
        List.of(
            () -> m.load16(4095),
            () -> m.load32(4093),
            () -> m.load64(4089),
            () -> m.store16(4095, 1),
            () -> m.store32(4093, 1),
            () -> m.store64(4089, 1));
    List<Runnable> within =
        List.of(
            () -> m.load8(4096),
            () -> m.load16(4096),
            () -> m.load32(4096),
            () -> m.load64(4096),
            () -> m.store8(4096, 1),
            () -> m.store16(4096, 1),
            () -> m.store32(4096, 1),
            () -> m.store64(4096, 1));
    List<Runnable> before =
        List.of(
            () -> m.load8(4095),
            () -> m.load16(4094),
            () -> m.load32(4092),
            () -> m.load64(4088),
            () -> m.store8(4095, 1),
            () -> m.store16(4094, 1),
            () -> m.store32(4092, 1),
            () -> m.store64(4088, 1));
    straddling.forEach(access -> assertTouches(m, access, 2));
    within.forEach(access -> assertTouches(m, access, 1));
    before.forEach(access -> assertTouches(m, access, 1));
    assertTouches(m, () -> Given.ok(m.read(4095, new byte[4098], 0, 4098)), 3);
    assertTouches(m, () -> Given.ok(m.write(4096, new byte[4096], 0, 4096)), 1);
    assertTouches(m, () -> Given.ok(m.fill(1, 2, 5 * 4096 - 1)), 5);
    assertTouches(m, () -> Given.ok(m.copy(0, m, 8192, 4097)), 4);
  }

  private static void assertTouches(SafeMemory m, Runnable access, int blocks) {
    access.run();
    access.run();
    assertEquals(blocks, m.metrics().touchedBlocks());
    long verified = m.metrics().verifiedBlocks();
    Given.ok(m.verifyTouched());
    assertEquals(verified + blocks, m.metrics().verifiedBlocks());
    assertEquals(0, m.metrics().touchedBlocks());
    Given.ok(m.verifyTouched());
    assertEquals(verified + blocks, m.metrics().verifiedBlocks());
  }

  // [utest->req~memory-touched-blocks~1]
  @Test
  @DisplayName("A second half that alone is new is listed")
  void secondHalfOfAStraddleIsListed() {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, 2 * 4096);
    List<Runnable> straddling =
        List.of(
            () -> m.load16(4095),
            () -> m.load32(4093),
            () -> m.load64(4089),
            () -> m.store16(4095, 1),
            () -> m.store32(4093, 1),
            () -> m.store64(4089, 1));
    for (Runnable access : straddling) {
      m.load8(0);
      access.run();
      assertEquals(2, m.metrics().touchedBlocks());
      Given.ok(m.verifyTouched());
    }
  }

  // [utest->req~memory-sampled~1]
  @Test
  @DisplayName("At SAMPLED(3) the third, sixth, ninth access verify the blocks they touch")
  void everyThirdAccessVerifies() {
    SafeMemory m = Given.memory(Verification.sampled(3), 3 * 4096);
    List<Runnable> accesses =
        List.of(
            () -> m.load8(0),
            () -> m.load16(0),
            () -> m.load32(0),
            () -> m.store8(0, 1),
            () -> m.store16(0, 1),
            () -> m.store32(4094, 1),
            () -> m.load64(0),
            () -> m.store64(0, 1),
            () -> Given.ok(m.read(0, new byte[3 * 4096], 0, 3 * 4096)),
            () -> Given.ok(m.slice(0, 1)),
            () -> Given.ok(m.fill(0, 1, 1)),
            () -> Given.ok(m.write(0, new byte[1], 0, 1)));
    long[] verified = {0, 0, 1, 1, 1, 3, 3, 3, 6, 6, 6, 7};
    for (int i = 0; i < verified.length; i++) {
      accesses.get(i).run();
      assertEquals(verified[i], m.metrics().verifiedBlocks(), "access " + i);
    }
    Given.ok(m.verifyTouched());
    assertEquals(7, m.metrics().verifiedBlocks());
    assertEquals(0, m.metrics().touchedBlocks());
  }

  // [utest->req~memory-levels~1]
  @Test
  @DisplayName("At OFF nothing is verified or counted")
  void offDoesNothing() {
    SafeMemory m = Given.memory(VerificationLevel.OFF, SIZE);
    m.store64(4090, -1);
    m.load64(4090);
    Given.ok(m.slice(0, SIZE));
    Given.ok(m.verifyTouched());
    Given.ok(m.verifyAll());
    assertEquals(0, m.blocks());
    assertThrows(Invariant.Violation.class, () -> m.verifyBlock(0));
    assertEquals(new MemoryMetrics(0, 0, 0, 0, SafeMemory.FIXED_BYTES + 3), m.metrics());
  }

  @Test
  @DisplayName("All blocks are verified, the partial last one too")
  void allBlocksAreVerified() {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, SIZE);
    assertEquals(3, m.blocks());
    Given.ok(m.verifyAll());
    assertEquals(3, m.metrics().verifiedBlocks());
    Given.ok(m.verifyBlock(2));
    assertEquals(4, m.metrics().verifiedBlocks());
    assertThrows(Invariant.Violation.class, () -> m.verifyBlock(3));
    assertEquals(0, Given.memory(VerificationLevel.STANDARD, 0).blocks());
    assertEquals(1, Given.memory(VerificationLevel.STANDARD, 1).blocks());
    assertEquals(1, Given.memory(VerificationLevel.STANDARD, 4096).blocks());
    assertEquals(2, Given.memory(VerificationLevel.STANDARD, 4097).blocks());
  }

  // [utest->req~memory-closed~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("After close every operation is refused, and the storage is dropped")
  void closedMemoryRefuses(VerificationLevel level) {
    SafeMemory m = Given.memory(level, SIZE);
    SafeMemory other = Given.memory(level, SIZE);
    SafeSlice slice = Given.ok(m.slice(0, 8));
    m.store8(3, 1);
    m.close();
    Fault closed = new Fault.MemoryFault(MemoryCode.CLOSED, 1, 2, 0);
    byte[] bytes = new byte[8];
    assertEquals(closed, Given.fault(m.read(1, bytes, 0, 2)));
    assertEquals(closed, Given.fault(m.write(1, bytes, 0, 2)));
    assertEquals(closed, Given.fault(m.fill(1, 0, 2)));
    assertEquals(closed, Given.fault(m.slice(1, 2)));
    assertEquals(closed, Given.fault(other.copy(0, m, 1, 2)));
    assertEquals(closed, Given.fault(m.copy(1, other, 0, 2)));
    assertEquals(closed, Given.fault(slice.read(1, bytes, 0, 2)));
    for (Result<?> refused :
        List.of(m.grow(SIZE), m.verifyAll(), m.verifyTouched(), m.verifyBlock(0))) {
      assertEquals(MemoryCode.CLOSED, Given.fault(refused).code());
    }
    assertThrows(IndexOutOfBoundsException.class, () -> m.load8(0));
    assertEquals(0, m.blocks());
    assertEquals(0, m.sizeBytes());
    assertEquals(0, m.metrics().touchedBlocks());
    assertEquals(0, m.guard().mirror().length);
    assertEquals(0, m.guard().digests.values().length);
    assertTrue(m.intact());
  }
}
