package dev.wrt.bounded;

import java.nio.charset.StandardCharsets;
import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;

/// A text under construction; its capacity and size are counted in bytes of its UTF-8 form.
///
/// An unpaired surrogate, which has no UTF-8 form, is appended as a question mark.
public final class BoundedString extends BoundedCollection {
  private ByteArrayList utf8;

  private BoundedString(Reservation reservation) {
    super(reservation);
    utf8 = new ByteArrayList(reservation.capacity());
  }

  /// Makes an empty text.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity bytes that fit
  public static Result<BoundedString> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedString::new);
  }

  /// What a text of that capacity reserves.
  public static long bytes(int capacity) {
    return BoundedByteVector.bytes(capacity);
  }

  /// Appends a text, if there is room for all of it.
  // [impl->req~bounded-string-utf8~1]
  public boolean offer(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > capacity() - size()) {
      return false;
    }
    utf8.addAll(bytes);
    return true;
  }

  /// Appends a text; there is room.
  public void add(String text) {
    Invariant.check(offer(text), FITS);
  }

  /// The text.
  @Override
  public String toString() {
    return new String(utf8.toArray(), StandardCharsets.UTF_8);
  }

  @Override
  public int size() {
    return utf8.size();
  }

  @Override
  public void clear() {
    utf8.clear();
  }

  @Override
  void dropStorage() {
    utf8 = new ByteArrayList(0);
  }
}
