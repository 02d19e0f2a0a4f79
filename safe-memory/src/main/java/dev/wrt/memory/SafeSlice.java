package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;

/// A bounded view of a memory.
public final class SafeSlice implements AutoCloseable {
  private final SafeMemory memory;
  private final long offset;
  private final int length;
  private final boolean writable;
  private boolean open = true;

  SafeSlice(SafeMemory memory, long offset, int length, boolean writable) {
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

  /// Copies bytes out.
  ///
  /// @param from first byte within the slice
  public Result<Unit> read(int from, byte[] to, int at, int count) {
    return open ? memory.read(offset + from, to, at, count) : closed();
  }

  /// Copies bytes in.
  ///
  /// @param to first byte within the slice
  public Result<Unit> write(int to, byte[] from, int at, int count) {
    return open ? memory.write(offset + to, from, at, count) : closed();
  }

  /// The digest of the bytes in view.
  public Result<Ws3> digest() {
    return open ? Result.ok(Ws3.of(memory.plain(), (int) offset, (int) offset + length)) : closed();
  }

  /// Ends the view.
  @Override
  public void close() {
    open = false;
  }

  private static <T> Result<T> closed() {
    return Result.err(new Fault.MemoryFault(MemoryCode.CLOSED, 0, 0, 0));
  }
}
