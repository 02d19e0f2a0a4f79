package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The budget: what it grants, what it refuses, and that its books are right.
// [utest->req~bounded-budget-reserve~1]
// [utest->req~bounded-budget-refusal~1]
// [utest->req~bounded-budget-refusal-named~1]
// [utest->req~bounded-budget-release~1]
// [utest->req~bounded-budget-high-water~1]
// [utest->req~bounded-budget-children~1]
// [utest->req~bounded-budget-close~1]
// [utest->req~bounded-budget-breakdown~1]
class MemoryBudgetTest {
  private final MemoryBudget root = MemoryBudget.root("engine", 100);
  private final MemoryBudget child = root.child("hello", 60);
  private final MemoryBudget grandchild = child.child("memory", 80);

  @Test
  @DisplayName("A reservation up to the maximum is granted; one byte more is refused")
  void limits() {
    for (long bytes : new long[] {0, 1, 99, 100}) {
      MemoryBudget budget = MemoryBudget.root("b", 100);
      assertTrue(budget.offer(bytes));
      assertEquals(bytes, budget.reservedBytes());
    }
    assertFalse(MemoryBudget.root("b", 100).offer(101));
    assertFalse(MemoryBudget.root("b", 100).offer(Long.MAX_VALUE));
  }

  @Test
  @DisplayName("No sum overflows: a full account of the largest maximum refuses one byte more")
  void nothingOverflows() {
    MemoryBudget all = MemoryBudget.root("all", Long.MAX_VALUE);
    assertTrue(all.offer(Long.MAX_VALUE));
    assertFalse(all.offer(1));
    assertFalse(all.offer(Long.MAX_VALUE));
    assertEquals(Long.MAX_VALUE, all.reservedBytes());
  }

  @Test
  @DisplayName("A reservation is charged to the account and to all above it")
  void chargedToAllAbove() {
    assertTrue(grandchild.offer(40));
    assertEquals(List.of(40L, 40L, 40L), reserved());
    assertTrue(child.offer(20));
    assertEquals(List.of(60L, 60L, 40L), reserved());
    grandchild.release(15);
    assertEquals(List.of(45L, 45L, 25L), reserved());
  }

  @Test
  @DisplayName("A refusal anywhere above charges none and names the account that refused")
  void aRefusalChargesNone() {
    assertEquals(refusal("engine/hello", 61, 60), Results.fault(grandchild.reserve(61)));
    assertEquals(refusal("engine/hello/memory", 81, 80), Results.fault(grandchild.reserve(81)));
    assertEquals(List.of(0L, 0L, 0L), reserved());
    root.reserve(70);
    assertEquals(refusal("engine", 31, 30), Results.fault(child.reserve(31)));
    assertEquals(List.of(70L, 0L, 0L), reserved());
    assertEquals(Unit.UNIT, Results.value(child.reserve(30)));
    assertEquals(List.of(100L, 30L, 0L), reserved());
  }

  private static Fault refusal(String account, long requested, long available) {
    return new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, account, requested, available);
  }

  private List<Long> reserved() {
    return List.of(root.reservedBytes(), child.reservedBytes(), grandchild.reservedBytes());
  }

  @Test
  @DisplayName("Asking for the refusal of what would be granted is a bug of ours")
  void onlyARefusalHasARefusal() {
    assertThrows(Invariant.Violation.class, () -> grandchild.refusal(60));
  }

  @Test
  @DisplayName("An account releases at most what it has reserved itself")
  void onlyOwnBytesAreReleased() {
    assertTrue(grandchild.offer(10));
    assertTrue(child.offer(5));
    assertThrows(Invariant.Violation.class, () -> child.release(6));
    assertThrows(Invariant.Violation.class, () -> root.release(1));
    assertEquals(List.of(15L, 15L, 10L), reserved());
    child.release(5);
    assertThrows(Invariant.Violation.class, () -> child.release(1));
    grandchild.release(10);
    assertEquals(List.of(0L, 0L, 0L), reserved());
  }

  @Test
  @DisplayName("Negative bytes and maxima are bugs of ours; zero is none")
  void negativeBytesAreBugs() {
    assertTrue(root.offer(0));
    root.release(0);
    assertThrows(Invariant.Violation.class, () -> root.offer(-1));
    assertThrows(Invariant.Violation.class, () -> root.release(-1));
    assertThrows(Invariant.Violation.class, () -> MemoryBudget.root("b", -1));
    assertThrows(Invariant.Violation.class, () -> root.child("b", -1));
    assertEquals(0, MemoryBudget.root("b", 0).maxBytes());
    assertEquals(List.of(0L, 0L, 0L), reserved());
  }

  @Test
  @DisplayName("The high-water mark is the most that was reserved at a time")
  void highWater() {
    root.offer(30);
    root.release(20);
    grandchild.offer(5);
    assertEquals(30, root.highWaterBytes());
    assertEquals(5, child.highWaterBytes());
    grandchild.offer(40);
    assertEquals(55, root.highWaterBytes());
    assertEquals(100, root.maxBytes());
  }

  @Test
  @DisplayName("Accounts have paths and are listed in the order they were opened")
  void pathsAndOrder() {
    MemoryBudget second = root.child("hello", 1);
    assertEquals("engine/hello/memory", grandchild.path());
    assertEquals(List.of(child, second), root.children());
  }

  @Test
  @DisplayName("A closed account is not listed, refuses every byte, and may be closed again")
  void closing() {
    grandchild.close();
    assertEquals(List.of(), child.children());
    assertEquals(0, grandchild.maxBytes());
    assertEquals(refusal("engine/hello/memory", 1, 0), Results.fault(grandchild.reserve(1)));
    grandchild.close();
    child.close();
    root.close();
    assertEquals(List.of(), root.children());
    assertFalse(root.offer(1));
  }

  @Test
  @DisplayName("Closing an account that holds bytes, its own or below, is a bug of ours")
  void closingWithBytesIsABug() {
    grandchild.offer(1);
    assertThrows(Invariant.Violation.class, grandchild::close);
    assertThrows(Invariant.Violation.class, child::close);
    assertEquals(List.of(child), root.children());
    grandchild.release(1);
    grandchild.close();
  }

  @Test
  @DisplayName("The number of open accounts below one is bounded; closing one makes room")
  void childrenAreBounded() {
    MemoryBudget parent = MemoryBudget.root("p", 1);
    for (int i = 1; i < MemoryBudget.CHILDREN_MAX; i++) {
      parent.child("c", 1);
    }
    MemoryBudget last = Results.value(parent.offerChild("last", 1));
    assertEquals(
        new Fault.LimitFault(
            BoundedCode.CAPACITY_EXCEEDED,
            "accounts below p",
            MemoryBudget.CHILDREN_MAX + 1,
            MemoryBudget.CHILDREN_MAX),
        Results.fault(parent.offerChild("more", 1)));
    assertThrows(Invariant.Violation.class, () -> parent.child("more", 1));
    last.close();
    assertEquals("p/more", Results.value(parent.offerChild("more", 1)).path());
  }

  @Test
  @DisplayName("The breakdown lists an account and all below it, each before those below it")
  void breakdown() {
    MemoryBudget other = root.child("other", 50);
    grandchild.offer(30);
    grandchild.release(20);
    other.offer(1);
    assertEquals(
        List.of(
            new MemoryBudget.Usage("engine", 11, 30, 100),
            new MemoryBudget.Usage("engine/hello", 10, 30, 60),
            new MemoryBudget.Usage("engine/hello/memory", 10, 30, 80),
            new MemoryBudget.Usage("engine/other", 1, 1, 50)),
        root.breakdown());
    assertEquals(root.breakdown().subList(1, 3), child.breakdown());
  }

  @Test
  @DisplayName(
      "A test can have any one offer of a tree refused, which is then a refusal like others")
  void anyOfferCanBeRefused() {
    root.refuse(3);
    assertTrue(grandchild.offer(5));
    assertTrue(root.offer(0));
    assertTrue(child.offer(1));
    assertFalse(grandchild.offer(2));
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "engine/hello/memory", 2, 0),
        grandchild.refusal(2));
    assertTrue(grandchild.offer(0));
    assertTrue(grandchild.offer(2));
    assertEquals(8, root.reservedBytes());
    root.refuse(1);
    assertFalse(root.offer(1));
    root.refuse(0);
    assertThrows(Invariant.Violation.class, () -> root.refusal(1));
    assertTrue(root.offer(1));
  }

  @ParameterizedTest(name = "Every sequence of reservations and releases keeps the books, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void theBooksAreRight(long seed) {
    Random random = new Random(seed);
    List<MemoryBudget> accounts = new ArrayList<>(List.of(root, child, grandchild));
    accounts.add(root.child("other", 50));
    long[] own = new long[accounts.size()];
    for (int step = 0; step < 300; step++) {
      int i = random.nextInt(own.length);
      long bytes = random.nextLong(40);
      if (random.nextBoolean()) {
        own[i] += accounts.get(i).offer(bytes) ? bytes : 0;
      } else {
        long given = Math.min(bytes, own[i]);
        accounts.get(i).release(given);
        own[i] -= given;
      }
      assertEquals(own[2], grandchild.reservedBytes());
      assertEquals(own[1] + own[2], child.reservedBytes());
      assertEquals(own[0] + own[1] + own[2] + own[3], root.reservedBytes());
      for (MemoryBudget account : accounts) {
        assertTrue(account.reservedBytes() <= account.maxBytes());
        assertTrue(account.reservedBytes() <= account.highWaterBytes());
        assertTrue(account.highWaterBytes() <= account.maxBytes());
      }
    }
  }
}
