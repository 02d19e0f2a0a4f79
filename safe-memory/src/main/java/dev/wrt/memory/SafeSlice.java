package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.util.zip.CRC32C;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A bounded view of a {@link SafeMemory}, without a copy, valid until it is closed.
///
/// Opening it is a boundary for the blocks it covers: they are verified at `STANDARD` and above.
/// Each read and write goes through the memory and is verified as its level says. The view stays
/// right when the memory grows.
///
/// What this is not: a snapshot. Stores of the guest through the memory are seen.
public final class SafeSlice implements AutoCloseable {
  private final SafeMemory memory;
  private final int offset;
  private final int length;
  private final boolean writable;
  private boolean open = true;

  SafeSlice(SafeMemory memory, int offset, int length, boolean writable) {
    this.memory = memory;
    this.offset = offset;
    this.length = length;
    this.writable = writable;
  }

  /// The number of bytes in view.
  public int length() {
    return length;
  }

  /// Whether it may be used.
  public boolean isOpen() {
    return open;
  }

  /// Whether it may be written.
  public boolean writable() {
    return writable;
  }

  // [impl->req~memory-slice~1]
  /// Copies bytes out.
  ///
  /// @param from first byte within the slice
  /// @param to receives them
  /// @param at where in `to`
  /// @param count how many
  public Result<Unit> read(int from, byte[] to, int at, int count) {
    Fault refusal = refusal(from, count);
    return refusal == null ? memory.read((long) offset + from, to, at, count) : Result.err(refusal);
  }

  /// Copies bytes in.
  ///
  /// @param to first byte within the slice
  /// @param from where they are
  /// @param at the first of them
  /// @param count how many
  public Result<Unit> write(int to, byte[] from, int at, int count) {
    Fault refusal = refusal(to, count);
    if (refusal != null) {
      return Result.err(refusal);
    }
    if (!writable) {
      return Result.err(new Fault.MemoryFault(MemoryCode.READ_ONLY, to, count, length));
    }
    return memory.write((long) offset + to, from, at, count);
  }

  /// Copies all bytes in view to a memory, without a buffer between.
  ///
  /// @param to the other memory, or this one: then as if through a buffer
  /// @param at first byte there
  public Result<Unit> copyTo(SafeMemory to, long at) {
    Fault refusal = refusal(0, length);
    return refusal == null ? to.copy(at, memory, offset, length) : Result.err(refusal);
  }

  // [impl->req~memory-slice-digest~1]
  /// CRC-32C of the bytes in view, for the other side of a crossing to compare with {@link
  /// #digestOf} of what has arrived.
  public Result<Long> digest() {
    Fault refusal = refusal(0, length);
    if (refusal == null) {
      refusal = memory.visit(offset, length);
    }
    return refusal == null
        ? Result.ok(digestOf(memory.plain(), offset, length))
        : Result.err(refusal);
  }

  /// CRC-32C of bytes anywhere.
  ///
  /// @param bytes where they are
  /// @param from the first
  /// @param length how many
  public static long digestOf(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return crc.getValue();
  }

  /// Ends the view; does nothing the second time.
  @Override
  public void close() {
    open = false;
  }

  private @Nullable Fault refusal(int from, int count) {
    if (!open) {
      return new Fault.MemoryFault(MemoryCode.CLOSED, from, count, 0);
    }
    if (from < 0 || count < 0 || from > length - count) {
      return new Fault.MemoryFault(MemoryCode.OUT_OF_BOUNDS, from, count, length);
    }
    return null;
  }
}
