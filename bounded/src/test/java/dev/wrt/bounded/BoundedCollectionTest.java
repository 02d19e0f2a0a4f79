package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Kind.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What all kinds of collections have in common: bytes, capacity, the two ways in, the end.
// [utest->req~bounded-collection-reserves~1]
// [utest->req~bounded-collection-refused~1]
// [utest->req~bounded-collection-capacity-max~1]
// [utest->req~bounded-collection-offer~1]
// [utest->req~bounded-collection-add~1]
// [utest->req~bounded-collection-close~1]
// [utest->req~bounded-collection-closed~1]
// [utest->req~bounded-collection-overflow~1]
class BoundedCollectionTest {
  private static final int CAPACITY = 5;

  private static Subject subject(Kind kind, MemoryBudget budget, int capacity) {
    return Results.value(kind.create().create(budget, capacity));
  }

  @ParameterizedTest(name = "{0} reserves its stated bytes, no more and no less")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void creationReservesItsStatedBytes(Kind kind) {
    for (int capacity : new int[] {0, 1, 2, 63, 64, 65, 1000}) {
      MemoryBudget budget = Results.plenty();
      subject(kind, budget, capacity);
      assertEquals(kind.bytes().applyAsLong(capacity), budget.reservedBytes());
    }
  }

  @ParameterizedTest(name = "{0} is refused where one byte is missing")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void creationIsRefusedWhereOneByteIsMissing(Kind kind) {
    long bytes = kind.bytes().applyAsLong(CAPACITY);
    MemoryBudget exact = MemoryBudget.root("exact", bytes);
    assertEquals(CAPACITY, subject(kind, exact, CAPACITY).collection().capacity());
    MemoryBudget scarce = MemoryBudget.root("scarce", bytes - 1);
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "scarce", bytes, bytes - 1),
        Results.fault(kind.create().create(scarce, CAPACITY)));
    assertEquals(0, scarce.reservedBytes());
  }

  @ParameterizedTest(name = "{0} takes elements up to its capacity: max-1, max, max+1")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void elementsFitUpToTheCapacity(Kind kind) {
    Subject subject = subject(kind, Results.plenty(), CAPACITY);
    BoundedCollection collection = subject.collection();
    assertTrue(collection.isEmpty());
    for (int i = 0; i < CAPACITY; i++) {
      assertFalse(collection.isFull());
      assertTrue(subject.offer(i));
      assertFalse(collection.isEmpty());
      assertEquals(i + 1, collection.size());
    }
    assertTrue(collection.isFull());
    assertFalse(subject.offer(CAPACITY));
    assertEquals(CAPACITY, collection.size());
    assertThrows(Invariant.Violation.class, () -> subject.add(CAPACITY));
    assertEquals(CAPACITY, collection.size());
  }

  @ParameterizedTest(name = "{0} takes what we add, up to its capacity")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void whatWeAddFits(Kind kind) {
    Subject subject = subject(kind, Results.plenty(), CAPACITY);
    for (int i = 0; i < CAPACITY; i++) {
      subject.add(i);
      assertEquals(i + 1, subject.collection().size());
    }
  }

  @ParameterizedTest(name = "{0} of capacity 0 refuses every element")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void capacityZeroRefusesEveryElement(Kind kind) {
    Subject subject = subject(kind, Results.plenty(), 0);
    assertFalse(subject.offer(0));
    assertTrue(subject.collection().isEmpty());
    assertTrue(subject.collection().isFull());
  }

  @ParameterizedTest(name = "{0} of more than the largest capacity is a fault")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void moreThanTheLargestCapacityIsAFault(Kind kind) {
    MemoryBudget budget = MemoryBudget.root("all", Long.MAX_VALUE);
    int tooMany = Reservation.CAPACITY_MAX + 1;
    assertEquals(
        new Fault.LimitFault(
            BoundedCode.CAPACITY_EXCEEDED,
            "collection capacity",
            tooMany,
            Reservation.CAPACITY_MAX),
        Results.fault(kind.create().create(budget, tooMany)));
    assertEquals(0, budget.reservedBytes());
  }

  @Test
  @DisplayName("The largest capacity is a matter of budget only")
  void theLargestCapacityIsAMatterOfBudgetOnly() {
    Fault fault = Results.fault(BoundedBitSet.create(Results.plenty(), Reservation.CAPACITY_MAX));
    assertEquals(BoundedCode.BUDGET_EXHAUSTED, fault.code());
  }

  @ParameterizedTest(name = "{0} of a negative capacity is a bug of ours")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void negativeCapacityIsABug(Kind kind) {
    assertThrows(Invariant.Violation.class, () -> kind.create().create(Results.plenty(), -1));
  }

  @ParameterizedTest(name = "{0} is empty after clear and takes its whole capacity again")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void clearEmptiesAndKeepsTheCapacity(Kind kind) {
    MemoryBudget budget = Results.plenty();
    Subject subject = subject(kind, budget, CAPACITY);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < CAPACITY; i++) {
        subject.add(i);
      }
      assertFalse(subject.offer(CAPACITY));
      subject.collection().clear();
      assertEquals(0, subject.collection().size());
    }
    assertEquals(kind.bytes().applyAsLong(CAPACITY), budget.reservedBytes());
  }

  @ParameterizedTest(name = "{0} gives its bytes back once and takes nothing more")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void closeGivesTheBytesBackOnce(Kind kind) {
    MemoryBudget budget = Results.plenty();
    budget.reserve(77);
    Subject subject = subject(kind, budget, CAPACITY);
    subject.add(0);
    subject.collection().close();
    assertEquals(77, budget.reservedBytes());
    subject.collection().close();
    assertAll(
        () -> assertEquals(77, budget.reservedBytes()),
        () -> assertEquals(0, subject.collection().size()),
        () -> assertEquals(0, subject.collection().capacity()),
        () -> assertFalse(subject.offer(1)),
        () -> assertThrows(Invariant.Violation.class, () -> subject.add(1)));
  }

  @ParameterizedTest(name = "{0} says how many elements were too many")
  @MethodSource("dev.wrt.bounded.Kind#all")
  void overflowSaysHowMany(Kind kind) {
    Subject subject = subject(kind, Results.plenty(), 2);
    subject.add(0);
    subject.add(1);
    assertEquals(
        new Fault.LimitFault(BoundedCode.CAPACITY_EXCEEDED, "things", 3, 2),
        subject.collection().overflow("things"));
  }

  @Test
  @DisplayName("When the n-th creation of a row is refused, closing the others leaves nothing")
  void theNthReservationFails() {
    List<Kind> kinds = Kind.all().toList();
    long room = 0;
    for (int n = 0; n < kinds.size(); n++) {
      MemoryBudget budget = MemoryBudget.root("row", room);
      List<Subject> made = new ArrayList<>();
      for (Kind kind : kinds.subList(0, n)) {
        made.add(subject(kind, budget, CAPACITY));
      }
      Fault fault = Results.fault(kinds.get(n).create().create(budget, CAPACITY));
      assertEquals(BoundedCode.BUDGET_EXHAUSTED, fault.code());
      assertEquals(room, budget.reservedBytes());
      made.forEach(subject -> subject.collection().close());
      assertEquals(0, budget.reservedBytes());
      room += kinds.get(n).bytes().applyAsLong(CAPACITY);
    }
  }
}
