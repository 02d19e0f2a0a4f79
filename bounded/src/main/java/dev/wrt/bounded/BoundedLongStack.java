package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/// A stack of `long`s with a fixed capacity.
public final class BoundedLongStack extends BoundedCollection {
  private LongArrayList items;

  private BoundedLongStack(Reservation reservation) {
    super(reservation, 2 * reservation.capacity());
    items = new LongArrayList(reservation.capacity());
  }

  /// Makes an empty stack.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedLongStack> create(MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty stack that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity elements that fit
  /// @param integrity whether it keeps a digest of its contents
  public static Result<BoundedLongStack> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedLongStack::new);
  }

  /// What a stack of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * Long.BYTES;
  }

  /// What a stack of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + integrity.bytes(2L * capacity);
  }

  /// Pushes, if there is room.
  public boolean offer(long value) {
    if (isFull()) {
      return false;
    }
    followLong(items.size(), 0, value);
    items.add(value);
    counted(1);
    return true;
  }

  /// Pushes; there is room.
  public void push(long value) {
    Invariant.check(offer(value), FITS);
  }

  /// Takes the top off.
  // [impl->req~bounded-stack-order~1]
  public long pop() {
    int last = requireLast();
    followLong(last, items.get(last), 0);
    counted(-1);
    return items.removeAtIndex(last);
  }

  /// The top.
  public long peek() {
    return items.get(requireLast());
  }

  /// The element so many below the top; 0 is the top itself.
  public long peek(int depth) {
    return items.get(requireIndex(size() - 1 - depth));
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  @Nullable Fault contents() {
    return compare(2 * items.size(), i -> half(items.get(i / 2), i % 2));
  }

  @Override
  void removeAll() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new LongArrayList(0);
  }

  /// The backing storage; for tests that flip bits behind the API.
  LongArrayList items() {
    return items;
  }
}
