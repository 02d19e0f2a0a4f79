package dev.wrt.wasi;

import dev.wrt.bounded.BoundedTable;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The host's objects behind the handles of one kind of resource; their index is the handle's
/// representation.
///
/// @param <T> the objects
final class ResourceTable<T extends Object> implements AutoCloseable {
  private final String resource;
  private final MemoryBudget budget;
  private final BoundedTable<T> table;
  private long elementBytes;

  private ResourceTable(
      String resource, MemoryBudget budget, BoundedTable<T> table, long elementBytes) {
    this.resource = resource;
    this.budget = budget;
    this.table = table;
    this.elementBytes = elementBytes;
  }

  /// Makes an empty table.
  ///
  /// @param budget has room for {@link Size#bytes}
  /// @param resource what is in it, for faults
  /// @param size its capacity and the size of its objects
  static <T extends Object> ResourceTable<T> create(
      MemoryBudget budget, String resource, Size size) {
    if (!(BoundedTable.<T>create(budget, size.capacity()) instanceof Result.Ok<BoundedTable<T>> ok)
        || !budget.offer(size.elementsBytes())) {
      throw new Invariant.Violation("room was looked for before the tables are made");
    }
    return new ResourceTable<>(resource, budget, ok.value(), size.elementsBytes());
  }

  /// How large a table is.
  ///
  /// @param capacity objects that fit
  /// @param elementBytes bytes of one object and of what it holds, an estimate from above
  record Size(int capacity, int elementBytes) {
    /// What a table reserves.
    long bytes() {
      return BoundedTable.bytes(capacity) + elementsBytes();
    }

    private long elementsBytes() {
      return (long) capacity * elementBytes;
    }
  }

  /// Puts an object in; a full table is a fault.
  ///
  /// @return its representation
  // [impl->req~wasi-limits~1]
  Result<Integer> offer(T element) {
    int rep = table.offer(element);
    return rep == BoundedTable.REFUSED ? Result.err(full()) : Result.ok(rep);
  }

  /// Whether there is no room.
  boolean isFull() {
    return table.isFull();
  }

  /// The fault of a full table.
  Fault full() {
    long capacity = table.capacity();
    return new Fault.LimitFault(WasiCode.RESOURCES_EXHAUSTED, resource, capacity + 1, capacity);
  }

  /// The object of a representation that a live handle has.
  T get(int rep) {
    T element = table.get(rep);
    if (element == null) {
      throw new Invariant.Violation("a live handle has its object");
    }
    return element;
  }

  /// Takes the object of a dropped handle out; null if there is none.
  @Nullable T remove(int rep) {
    return table.remove(rep);
  }

  /// The first representation in use from one on, or {@link BoundedTable#REFUSED}.
  int next(int from) {
    return table.nextIndex(from);
  }

  @Override
  public void close() {
    budget.release(elementBytes);
    elementBytes = 0;
    table.close();
  }
}
