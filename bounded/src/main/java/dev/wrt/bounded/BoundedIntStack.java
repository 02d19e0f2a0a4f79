package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// A stack of `int`s with a fixed capacity.
public final class BoundedIntStack extends BoundedCollection {
  private IntArrayList items;

  private BoundedIntStack(Reservation reservation) {
    super(reservation, reservation.capacity());
    items = new IntArrayList(reservation.capacity());
  }

  /// Makes an empty stack.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedIntStack> create(MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty stack that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity elements that fit
  /// @param integrity whether it keeps a digest of its contents
  public static Result<BoundedIntStack> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedIntStack::new);
  }

  /// What a stack of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * Integer.BYTES;
  }

  /// What a stack of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + integrity.bytes(capacity);
  }

  /// Pushes, if there is room.
  public boolean offer(int value) {
    if (isFull()) {
      return false;
    }
    follow(items.size(), 0, value);
    items.add(value);
    counted(1);
    return true;
  }

  /// Pushes; there is room.
  public void push(int value) {
    Invariant.check(offer(value), FITS);
  }

  /// Takes the top off.
  // [impl->req~bounded-stack-order~1]
  public int pop() {
    int last = requireLast();
    follow(last, items.get(last), 0);
    counted(-1);
    return items.removeAtIndex(last);
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
  @Nullable Fault contents() {
    return compare(items.size(), items::get);
  }

  @Override
  void removeAll() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new IntArrayList(0);
  }

  /// The backing storage; for tests that flip bits behind the API.
  IntArrayList items() {
    return items;
  }
}
