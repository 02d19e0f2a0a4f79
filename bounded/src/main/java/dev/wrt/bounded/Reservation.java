package dev.wrt.bounded;

import java.util.function.Function;

/// The bytes and the capacity that one collection holds, from its creation until it is closed.
///
/// Reserving comes before allocating: the only way to a collection's constructor is through {@link
/// #make}. Closing gives the bytes back once and leaves a capacity of 0, so that a closed
/// collection refuses everything without a state of its own.
final class Reservation {
  /// The largest capacity of any collection: the table of a {@link BoundedIntMap} of this capacity
  /// is an array of 2^30 ints, the largest power of two that an array can have.
  static final int CAPACITY_MAX = (1 << 27) - 1;

  private final MemoryBudget budget;
  private long bytes;
  private int capacity;

  private Reservation(MemoryBudget budget, long bytes, int capacity) {
    this.budget = budget;
    this.bytes = bytes;
    this.capacity = capacity;
  }

  /// Reserves the bytes of a collection and then makes it.
  ///
  /// @param budget who pays
  /// @param capacity elements, at least 0; more than {@link #CAPACITY_MAX} is a fault
  /// @param bytes what the collection takes at that capacity
  /// @param constructor allocates the collection
  // [impl->req~bounded-collection-reserves~1]
  // [impl->req~bounded-collection-refused~1]
  // [impl->req~bounded-collection-capacity-max~1]
  static <C> Result<C> make(
      MemoryBudget budget, int capacity, long bytes, Function<Reservation, C> constructor) {
    Invariant.check(capacity >= 0, "a capacity is at least 0");
    if (capacity > CAPACITY_MAX) {
      return Result.err(
          new Fault.LimitFault(
              BoundedCode.CAPACITY_EXCEEDED, "collection capacity", capacity, CAPACITY_MAX));
    }
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    return Result.ok(constructor.apply(new Reservation(budget, bytes, capacity)));
  }

  /// Elements that fit; 0 once closed.
  int capacity() {
    return capacity;
  }

  /// Gives the bytes back; from the second time on there are none to give.
  // [impl->req~bounded-collection-close~1]
  // [impl->req~bounded-collection-closed~1]
  void close() {
    budget.release(bytes);
    bytes = 0;
    capacity = 0;
  }
}
