package dev.wrt.bounded;

import dev.wrt.bounded.Fault.IntegrityFault;
import java.util.List;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The bytes and the capacity that one collection holds, from its creation until it is closed.
///
/// Reserving comes before allocating: the only way to a collection's constructor is through {@link
/// #make}. Closing gives the bytes back once and leaves a capacity of 0, so that a closed
/// collection refuses everything without a state of its own.
///
/// The numbers that say how much there is are control words: see {@link ControlWord}.
final class Reservation {
  /// The largest capacity of any collection: the table of a {@link BoundedIntMap} of this capacity
  /// is an array of 2^30 ints, the largest power of two that an array can have.
  static final int CAPACITY_MAX = (1 << 27) - 1;

  private final MemoryBudget budget;
  private final Integrity integrity;
  private final ControlWord bytes;
  private final ControlWord capacity;
  private final ControlWord count = new ControlWord(0);

  private Reservation(MemoryBudget budget, Integrity integrity, long bytes, int capacity) {
    this.budget = budget;
    this.integrity = integrity;
    this.bytes = new ControlWord(bytes);
    this.capacity = new ControlWord(capacity);
  }

  /// Reserves the bytes of a collection and then makes it.
  ///
  /// @param budget who pays
  /// @param capacity elements, at least 0; more than {@link #CAPACITY_MAX} is a fault
  /// @param integrity whether the collection keeps a digest
  /// @param bytes what the collection takes at that capacity
  /// @param constructor allocates the collection
  // [impl->req~bounded-collection-reserves~1]
  // [impl->req~bounded-collection-refused~1]
  // [impl->req~bounded-collection-capacity-max~1]
  static <C> Result<C> make(
      MemoryBudget budget,
      int capacity,
      Integrity integrity,
      long bytes,
      Function<Reservation, C> constructor) {
    Invariant.check(capacity >= 0, "a capacity is at least 0");
    if (capacity > CAPACITY_MAX) {
      return Result.err(
          new Fault.LimitFault(
              BoundedCode.CAPACITY_EXCEEDED, "collection capacity", capacity, CAPACITY_MAX));
    }
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    return Result.ok(constructor.apply(new Reservation(budget, integrity, bytes, capacity)));
  }

  /// Whether the collection keeps a digest.
  boolean digested() {
    return integrity == Integrity.DIGEST;
  }

  /// Elements that fit; 0 once closed.
  int capacity() {
    return (int) capacity.value();
  }

  /// Elements that there are meant to be.
  ControlWord count() {
    return count;
  }

  /// Who pays, which also names the collection in faults.
  String area() {
    return budget.path();
  }

  /// Compares the control words with their inverses, and the count with what the storage says.
  ///
  /// @param size elements in the storage
  /// @return the first that differs; null if none does
  // [impl->req~bounded-integrity-control~1]
  @Nullable IntegrityFault mismatch(int size) {
    for (ControlWord word : List.of(bytes, capacity, count)) {
      if (!word.intact()) {
        return fault(word.inverted(), word.value());
      }
    }
    return count.value() == size ? null : fault(count.value(), size);
  }

  private IntegrityFault fault(long expected, long found) {
    return new IntegrityFault(BoundedCode.CONTROL_WORD_MISMATCH, area(), 0, expected, found, false);
  }

  /// Gives the bytes back; from the second time on there are none to give.
  // [impl->req~bounded-collection-close~1]
  // [impl->req~bounded-collection-closed~1]
  void close() {
    budget.release(bytes.value());
    bytes.set(0);
    capacity.set(0);
    count.set(0);
  }

  /// The bytes that are reserved; for tests that flip bits behind the API.
  ControlWord bytes() {
    return bytes;
  }

  /// The capacity with its inverse; for tests that flip bits behind the API.
  ControlWord capacityWord() {
    return capacity;
  }
}
