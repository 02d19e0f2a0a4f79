package dev.wrt.bounded;

import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/// A stack of `long`s with a fixed capacity.
public final class BoundedLongStack extends BoundedCollection {
  private LongArrayList items;

  private BoundedLongStack(Reservation reservation) {
    super(reservation);
    items = new LongArrayList(reservation.capacity());
  }

  /// Makes an empty stack.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedLongStack> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedLongStack::new);
  }

  /// What a stack of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * Long.BYTES;
  }

  /// Pushes, if there is room.
  public boolean offer(long value) {
    if (isFull()) {
      return false;
    }
    items.add(value);
    return true;
  }

  /// Pushes; there is room.
  public void push(long value) {
    Invariant.check(offer(value), FITS);
  }

  /// Takes the top off.
  // [impl->req~bounded-stack-order~1]
  public long pop() {
    return items.removeAtIndex(requireLast());
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
  public void clear() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new LongArrayList(0);
  }
}
