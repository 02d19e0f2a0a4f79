package dev.wrt.bounded;

import org.eclipse.collections.impl.list.mutable.FastList;

/// A stack of objects with a fixed capacity.
///
/// @param <T> the type of its elements
public final class BoundedStack<T extends Object> extends BoundedCollection {
  private FastList<T> items;

  private BoundedStack(Reservation reservation) {
    super(reservation);
    items = new FastList<>(reservation.capacity());
  }

  /// Makes an empty stack.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static <T extends Object> Result<BoundedStack<T>> create(
      MemoryBudget budget, int capacity) {
    return Reservation.make(
        budget, capacity, Integrity.NONE, bytes(capacity), BoundedStack<T>::new);
  }

  /// What a stack of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * SizeEstimate.REFERENCE_BYTES;
  }

  /// Pushes, if there is room.
  public boolean offer(T value) {
    if (isFull()) {
      return false;
    }
    items.add(value);
    counted(1);
    return true;
  }

  /// Pushes; there is room.
  public void push(T value) {
    Invariant.check(offer(value), FITS);
  }

  /// Takes the top off.
  // [impl->req~bounded-stack-order~1]
  public T pop() {
    T last = items.remove(requireLast());
    counted(-1);
    return last;
  }

  /// The top.
  public T peek() {
    return items.get(requireLast());
  }

  /// The element so many below the top; 0 is the top itself.
  public T peek(int depth) {
    return items.get(requireIndex(size() - 1 - depth));
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  void removeAll() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new FastList<>(0);
  }
}
