package dev.wrt.bounded;

import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;

/// A text under construction; its capacity and size are counted in bytes of its UTF-8 form.
///
/// An unpaired surrogate, which has no UTF-8 form, is appended as a question mark.
public final class BoundedString extends BoundedCollection {
  private ByteArrayList utf8;

  private BoundedString(Reservation reservation) {
    super(reservation, reservation.capacity());
    utf8 = new ByteArrayList(reservation.capacity());
  }

  /// Makes an empty text.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity bytes that fit
  public static Result<BoundedString> create(MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty text that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity bytes that fit
  /// @param integrity whether it keeps a digest of its contents
  public static Result<BoundedString> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedString::new);
  }

  /// What a text of that capacity reserves.
  public static long bytes(int capacity) {
    return BoundedByteVector.bytes(capacity);
  }

  /// What a text of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + integrity.bytes(capacity);
  }

  /// Appends a text, if there is room for all of it.
  // [impl->req~bounded-string-utf8~1]
  public boolean offer(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > capacity() - size()) {
      return false;
    }
    for (byte b : bytes) {
      follow(utf8.size(), 0, b);
      utf8.add(b);
    }
    counted(bytes.length);
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
  @Nullable Fault contents() {
    return compare(utf8.size(), utf8::get);
  }

  @Override
  void removeAll() {
    utf8.clear();
  }

  @Override
  void dropStorage() {
    utf8 = new ByteArrayList(0);
  }

  /// The backing storage; for tests that flip bits behind the API.
  ByteArrayList items() {
    return utf8;
  }
}
