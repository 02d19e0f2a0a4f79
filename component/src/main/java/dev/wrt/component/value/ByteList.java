package dev.wrt.component.value;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.memory.MemoryCode;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.SafeSlice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A `list<u8>`: bytes, without a value per element.
///
/// It either owns its bytes, or is a view that ends with the call it was lifted for: of a guest's
/// memory (zero-copy), or of a pooled or private buffer. A view that has ended gives a fault, never
/// bytes; two lists are equal when both can be read and have equal bytes.
public final class ByteList implements Sequence {
  private static final byte[] NO_BYTES = {};

  /// How many bytes of a memory are copied out at a time, a multiple of 8.
  private static final int PART_BYTES = 4096;

  /// Tells how long a view may be used.
  public interface Lease {
    /// Whether the call that the view belongs to is still going on.
    boolean isOpen();
  }

  private static final Lease FOREVER = () -> true;

  private final @Nullable SafeSlice slice;
  private final byte[] bytes;
  private final int offset;
  private final int size;
  private final Lease lease;

  private ByteList(@Nullable SafeSlice slice, byte[] bytes, int offset, int size, Lease lease) {
    this.slice = slice;
    this.bytes = bytes;
    this.offset = offset;
    this.size = size;
    this.lease = lease;
  }

  /// A list that owns a copy of bytes.
  public static ByteList of(byte... bytes) {
    return owned(bytes.clone());
  }

  /// A list that takes an array over; nobody else may write it from now on.
  public static ByteList owned(byte[] bytes) {
    return new ByteList(null, bytes, 0, bytes.length, FOREVER);
  }

  /// A view of a guest's memory that ends with a lease.
  public static ByteList view(SafeSlice slice, Lease lease) {
    return new ByteList(slice, NO_BYTES, 0, slice.length(), lease);
  }

  /// A view of a part of a buffer that ends with a lease.
  public static ByteList view(byte[] buffer, int offset, int size, Lease lease) {
    return new ByteList(null, buffer, offset, size, lease);
  }

  /// Whether it may still be read.
  public boolean isOpen() {
    return lease.isOpen();
  }

  /// Whether it is a view, which ends with its call.
  public boolean isView() {
    return lease != FOREVER;
  }

  @Override
  public int size() {
    return size;
  }

  /// Copies bytes out; a fault where the view has ended or its memory is corrupt.
  ///
  /// @param from first byte within the list
  // [impl->req~value-view-ends~1]
  public Result<Unit> read(int from, byte[] to, int at, int count) {
    Invariant.check(from >= 0 && count >= 0 && from <= size - count, "a read is within the list");
    if (!isOpen()) {
      return Result.err(new Fault.MemoryFault(MemoryCode.CLOSED, from, count, size));
    }
    if (slice != null) {
      return slice.read(from, to, at, count);
    }
    System.arraycopy(bytes, offset + from, to, at, count);
    return Result.ok(Unit.UNIT);
  }

  /// Copies all bytes to a memory, without a buffer between where this is a view of a memory; a
  /// fault where the view has ended or its memory is corrupt.
  ///
  /// @param at first byte in the memory
  public Result<Unit> copyTo(SafeMemory to, long at) {
    if (!isOpen()) {
      return Result.err(new Fault.MemoryFault(MemoryCode.CLOSED, 0, size, size));
    }
    return slice == null ? to.write(at, bytes, offset, size) : slice.copyTo(to, at);
  }

  /// Where in an array the bytes begin, if this is a view of it that has not ended; else -1.
  public int startIn(byte[] array) {
    return bytes == array && isOpen() ? offset : -1;
  }

  /// A copy of the bytes; a fault where the view has ended or its memory is corrupt.
  public Result<byte[]> bytes() {
    byte[] copy = new byte[size];
    return switch (read(0, copy, 0, size)) {
      case Result.Ok<Unit> ok -> Result.ok(copy);
      case Result.Err<Unit> err -> Result.err(err.fault());
    };
  }

  /// The bytes to be read, little-endian: without a copy where the list owns them, else a copy,
  /// since nobody could end a buffer; a fault where the view has ended or its memory is corrupt.
  // [impl->req~value-arrays~1]
  public Result<ByteBuffer> buffer() {
    if (!isView()) {
      return Result.ok(readable(bytes, offset, size));
    }
    return switch (bytes()) {
      case Result.Ok<byte[]> ok -> Result.ok(readable(ok.value(), 0, size));
      case Result.Err<byte[]> err -> Result.err(err.fault());
    };
  }

  private static ByteBuffer readable(byte[] array, int from, int count) {
    ByteBuffer part = ByteBuffer.wrap(array, from, count).slice();
    return part.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Takes bytes, a part at a time.
  interface Sink {
    /// Takes the next bytes.
    ///
    /// @param part little-endian
    /// @param at where in the list they are, a multiple of 8
    void take(ByteBuffer part, int at);
  }

  /// Gives all bytes to a sink; a fault where the view has ended or its memory is corrupt.
  Result<Unit> drain(Sink sink) {
    if (slice == null && isOpen()) {
      sink.take(readable(bytes, offset, size), 0);
      return Result.ok(Unit.UNIT);
    }
    byte[] part = new byte[Math.min(size, PART_BYTES)];
    int at = 0;
    do {
      int count = Math.min(size - at, part.length);
      if (read(at, part, 0, count) instanceof Result.Err<Unit> err) {
        return err;
      }
      sink.take(readable(part, 0, count), at);
      at += count;
    } while (at < size);
    return Result.ok(Unit.UNIT);
  }

  /// A little-endian number in the bytes, zero-extended. The list is open and its memory sound.
  ///
  /// @param width 1, 2, 4 or 8
  long load(int at, int width) {
    if (slice == null && isOpen()) {
      return Packing.load(bytes, offset + at, width);
    }
    byte[] one = new byte[width];
    Invariant.check(read(at, one, 0, width) instanceof Result.Ok, "a list that is read is open");
    return Packing.load(one, 0, width);
  }

  @Override
  public Value get(int index) {
    Invariant.check(index >= 0 && index < size, "an element is within the list");
    return new U8((int) load(index, 1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof ByteList that)) {
      return other instanceof Sequence s && isOpen() && Sequence.equal(this, s);
    }
    return bytes() instanceof Result.Ok<byte[]> a
        && that.bytes() instanceof Result.Ok<byte[]> b
        && Arrays.equals(a.value(), b.value());
  }

  @Override
  public int hashCode() {
    return isOpen() ? Sequence.hash(this) : size;
  }

  @Override
  public String toString() {
    return bytes() instanceof Result.Ok<byte[]> ok
        ? "ByteList" + Arrays.toString(ok.value())
        : "ByteList(" + size + " bytes, ended)";
  }
}
