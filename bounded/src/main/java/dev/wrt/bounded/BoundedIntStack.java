package dev.wrt.bounded;

import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// A stack of `int`s with a fixed capacity.
public final class BoundedIntStack extends BoundedCollection {
  private IntArrayList items;

  private BoundedIntStack(Reservation reservation) {
    super(reservation);
    items = new IntArrayList(reservation.capacity());
  }

  /// Makes an empty stack.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedIntStack> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedIntStack::new);
  }

  /// What a stack of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * Integer.BYTES;
  }

  /// Pushes, if there is room.
  public boolean offer(int value) {
    if (isFull()) {
      return false;
    }
    items.add(value);
    return true;
  }

  /// Pushes; there is room.
  public void push(int value) {
    Invariant.check(offer(value), FITS);
  }

  /// Takes the top off.
  // [impl->req~bounded-stack-order~1]
  public int pop() {
    return items.removeAtIndex(requireLast());
  }

  /// The top.
  public int peek() {
    return items.get(requireLast());
  }

  /// The element so many below the top; 0 is the top itself.
  public int peek(int depth) {
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
    items = new IntArrayList(0);
  }
}
