package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sizes of an engine, the account that pays for them, and what an import of a size may be.
// [utest->req~engine-refusal~1]
// [utest->req~engine-linking~1]
final class OptionsTest {
  private static final Verification OFF = Verification.of(VerificationLevel.OFF);

  private static EngineOptions options(int[] sizes, long scrubFuel, int scrubBlocks) {
    return new EngineOptions(
        OFF,
        sizes[0],
        sizes[1],
        sizes[2],
        sizes[3],
        sizes[4],
        sizes[5],
        true,
        scrubFuel,
        scrubBlocks);
  }

  @ParameterizedTest
  @CsvSource({
    // Which size, its smallest and largest value.
    "0, 16, 2147483647",
    "1, 1, 268435456",
    "2, 0, 32767",
    "3, 0, 268435456",
    "4, 1, 2147483647",
    "5, 8, 2147483647"
  })
  @DisplayName("each size is checked at its smallest and largest value")
  void sizes(int which, int smallest, int largest) {
    int[] sizes = {1024, 100, 10, 1000, 5, 4096};
    for (long size : new long[] {smallest, largest}) {
      sizes[which] = (int) size;
      EngineOptions made = options(sizes, 0, 1);
      int[] found = {
        made.valueStackSlots(),
        made.callDepthMax(),
        made.memoryPagesMax(),
        made.tableElementsMax(),
        made.backtraceMax(),
        made.heapBytesMax()
      };
      assertEquals(size, found[which]);
    }
    sizes[which] = smallest - 1;
    assertThrows(Invariant.Violation.class, () -> options(sizes, 0, 1));
    sizes[which] = largest + 1; // wraps around where the largest is that of an int
    assertThrows(Invariant.Violation.class, () -> options(sizes, 0, 1));
  }

  @Test
  @DisplayName("scrubbing takes a block at least, in a window of at most 2^30 units")
  void scrubbing() {
    int[] sizes = {1024, 100, 10, 1000, 5, 4096};
    assertEquals(1 << 30, options(sizes, 1 << 30, 1).scrubFuel());
    assertThrows(Invariant.Violation.class, () -> options(sizes, -1, 1));
    assertThrows(Invariant.Violation.class, () -> options(sizes, (1 << 30) + 1, 1));
    assertThrows(Invariant.Violation.class, () -> options(sizes, 1, 0));
  }

  @Test
  @DisplayName("options with another part keep the others")
  void parts() {
    EngineOptions standard = EngineOptions.standard();
    Verification full = Verification.of(VerificationLevel.FULL);
    EngineOptions other =
        standard.with(full).withHeapBytesMax(64).withTrace(true).withScrubbing(7, 3);
    assertEquals(
        new EngineOptions(
            full,
            standard.valueStackSlots(),
            standard.callDepthMax(),
            standard.memoryPagesMax(),
            standard.tableElementsMax(),
            standard.backtraceMax(),
            64,
            true,
            7,
            3),
        other);
    assertEquals(1 << 19, standard.valueStackSlots());
    assertEquals(1 << 16, standard.callDepthMax());
    assertEquals(EngineOptions.ADDRESSABLE_PAGES, standard.memoryPagesMax());
    assertEquals(10_000_000, standard.tableElementsMax());
    assertEquals(64, standard.backtraceMax());
    assertEquals(EngineOptions.HEAP_BYTES_MAX, standard.heapBytesMax());
    assertFalse(standard.trace());
    assertEquals(EngineOptions.SCRUB_FUEL, standard.scrubFuel());
    assertEquals(EngineOptions.SCRUB_BLOCKS, standard.scrubBlocks());
    assertEquals(VerificationLevel.STANDARD, standard.verification().level());
  }

  @Test
  @DisplayName("an account reserves what its budget has, keeps a refusal, and gives all back")
  void account() {
    MemoryBudget budget = MemoryBudget.root("test", 1000);
    Storage storage = Guest.ok(Storage.open(budget, "part"));
    long opened = budget.reservedBytes();
    assertThrows(Invariant.Violation.class, storage::refusal);
    assertTrue(storage.offer(100));
    assertTrue(storage.granted(Result.ok(Unit.UNIT)));
    assertFalse(storage.offer(1000));
    assertTrue(storage.refusal() instanceof Fault.BudgetFault);
    Fault other = new Fault.HostFault(EngineCode.UNKNOWN_IMPORT, "a", "b");
    assertFalse(storage.granted(Result.err(other)));
    assertEquals(other, storage.refusal());
    assertEquals(opened + 100, budget.reservedBytes());
    storage.release(40);
    assertEquals(opened + 60, budget.reservedBytes());
    assertEquals("test/part", storage.account().path());
    storage.close();
    assertTrue(budget.reservedBytes() <= opened);
  }

  @Test
  @DisplayName("an account is refused where too many are open")
  void accounts() {
    MemoryBudget budget = MemoryBudget.root("test", 1000);
    Result<Storage> last = Storage.open(budget, "part");
    for (int i = 0; i < MemoryBudget.CHILDREN_MAX && last instanceof Result.Ok<Storage>; i++) {
      last = Storage.open(budget, "part");
    }
    assertTrue(Guest.fault(last) instanceof Fault.LimitFault);
  }

  private static MemType memory(ValType address, int log2, boolean shared, long min, long max) {
    return new MemType(address, new SizeBounds(min, max), log2, shared);
  }

  @Test
  @DisplayName("a memory or table may be imported where address, pages, sharing and bounds agree")
  void imports() {
    MemType wanted = memory(ValType.I32, 16, false, 1, 3);
    assertTrue(Linking.matches(wanted, wanted));
    assertTrue(Linking.matches(memory(ValType.I32, 16, false, 2, 3), wanted));
    assertTrue(Linking.matches(memory(ValType.I32, 16, false, 1, 2), wanted));
    assertFalse(Linking.matches(memory(ValType.I64, 16, false, 1, 3), wanted));
    assertFalse(Linking.matches(memory(ValType.I32, 0, false, 1, 3), wanted));
    assertFalse(Linking.matches(memory(ValType.I32, 16, true, 1, 3), wanted));
    assertFalse(Linking.matches(memory(ValType.I32, 16, false, 0, 3), wanted));
    assertFalse(Linking.matches(memory(ValType.I32, 16, false, 1, 4), wanted));
    TableType table = new TableType(ValType.I32, ValType.FUNCREF, new SizeBounds(1, 3));
    TableType wide = new TableType(ValType.I64, ValType.FUNCREF, new SizeBounds(1, 3));
    TableType small = new TableType(ValType.I32, ValType.FUNCREF, new SizeBounds(0, 3));
    assertTrue(Linking.matches(table, table));
    assertFalse(Linking.matches(wide, table));
    assertFalse(Linking.matches(small, table));
    assertTrue(Linking.matches(table, small));
  }
}
