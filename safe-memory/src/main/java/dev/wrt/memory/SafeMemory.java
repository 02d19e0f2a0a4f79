package dev.wrt.memory;

import static dev.wrt.memory.Ws3.BLOCK_SHIFT;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A linear memory that notices when its bytes are changed behind its API.
///
/// The bytes are a plain array. Above `OFF` each 4 KiB block has a {@link Ws3} digest that every
/// store updates from the intended write; at `FULL` and `REDUNDANT` a mirror holds the complement
/// of each byte, and every access compares what it reads with it. Which blocks were touched is kept
/// in a byte a block, so that a boundary verifies those only.
///
/// **One final class for all levels**, measured on JDK 25 against a sealed class a level: equal
/// within noise while one level is in use (`STANDARD`: load 2.1 against 1.9 ns, store 5.0 against
/// 5.0), and 1.4 to 1.7 times as fast with four levels in one JVM, where the sealed form becomes a
/// virtual call. {@link BlockGuard} says how the levels share the code.
///
/// **A mismatch latches.** The first one that can't be repaired is kept in {@link #fault}; from
/// then on everything that returns a {@link Result} refuses with it. Word accesses can't refuse:
/// their caller asks {@link #intact} after the access and stops. They leave checking the address to
/// their caller as well; a wrong one ends in an `IndexOutOfBoundsException` and changes nothing.
///
/// Invariants: `data.length <= maxBytes`; the budget holds `footprint(data.length)` until close.
///
/// What this is not: protection of array headers and references (the JVM's), thread-safe, or a
/// defence against an attacker who can write the host's memory.
public final class SafeMemory implements Scrubbable, AutoCloseable {
  /// The largest memory: Java's arrays end there.
  public static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  /// Estimate of this object, array headers, digests' scratch, fill pattern and kept repairs.
  static final int FIXED_BYTES = 3072;

  private static final int PATTERN_BYTES = 1024;
  private static final Result<Unit> DONE = Result.ok(Unit.UNIT);

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long WORD = 0xFFFF_FFFFL;

  private final MemoryBudget budget;
  private final String area;
  private final int maxBytes;
  private final Verification verification;
  private final BlockGuard guard;
  private final byte[] pattern = new byte[PATTERN_BYTES];
  private boolean open = true;

  // The guard's, read by every word access.
  private final boolean covered;
  private final boolean mirrored;
  private final BlockDigests digests;
  private byte[] data = new byte[0];
  private byte[] marks = new byte[0];
  private byte[] mirror = new byte[0];

  private SafeMemory(MemoryBudget budget, String area, int maxBytes, Verification verification) {
    this.budget = budget;
    this.area = area;
    this.maxBytes = maxBytes;
    this.verification = verification;
    this.guard = new BlockGuard(area, verification);
    this.covered = guard.covered;
    this.mirrored = guard.mirrored;
    this.digests = guard.digests;
  }

  // [impl->req~memory-budget~1]
  /// Creates a memory of zeros.
  ///
  /// @param budget pays for data, digests and mirror of the current size
  /// @param area names the memory in faults
  /// @param sizeBytes its size
  /// @param maxBytes the largest size it may grow to, at most {@link #MAX_BYTES}
  /// @param verification what is done to notice corruption
  public static Result<SafeMemory> create(
      MemoryBudget budget, String area, int sizeBytes, int maxBytes, Verification verification) {
    Invariant.check(sizeBytes >= 0, "a memory's size is at least 0");
    Invariant.check(sizeBytes <= maxBytes, "a memory's size is at most its maximum");
    Invariant.check(maxBytes <= MAX_BYTES, "a memory is one array");
    SafeMemory memory = new SafeMemory(budget, area, maxBytes, verification);
    long bytes = memory.footprint(sizeBytes);
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    memory.resize(sizeBytes);
    return Result.ok(memory);
  }

  private long footprint(int sizeBytes) {
    return FIXED_BYTES + sizeBytes + guard.overheadBytes(sizeBytes);
  }

  private void resize(int sizeBytes) {
    data = Arrays.copyOf(data, sizeBytes);
    guard.cover(data);
    marks = guard.marks();
    mirror = guard.mirror();
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

  /// The backing array, exactly {@link #sizeBytes} long, replaced by {@link #grow}. Everyone may
  /// read it; above `OFF` nobody writes it.
  public byte[] plain() {
    return data;
  }

  /// Whether no mismatch is latched.
  public boolean intact() {
    return guard.fault() == null;
  }

  /// The latched mismatch: the first that could not be repaired.
  public Fault.@Nullable IntegrityFault fault() {
    return guard.fault();
  }

  /// The latest repairs, at most 16, the oldest first; {@link #metrics} counts all.
  public List<Fault.IntegrityFault> repairs() {
    return guard.repairs();
  }

  /// What verification has done so far.
  public MemoryMetrics metrics() {
    return guard.metrics(open ? FIXED_BYTES : 0);
  }

  // [impl->req~memory-grow~1]
  /// Grows to a size; the new bytes are zero, the digests go on.
  ///
  /// @param newSizeBytes at least the size now
  public Result<Unit> grow(int newSizeBytes) {
    Invariant.check(newSizeBytes >= data.length, "a memory never shrinks");
    Fault refusal = refusal(0, 0);
    if (refusal != null) {
      return Result.err(refusal);
    }
    if (newSizeBytes > maxBytes) {
      return Result.err(
          new Fault.LimitFault(MemoryCode.GROW_BEYOND_MAX, area, newSizeBytes, maxBytes));
    }
    long more = footprint(newSizeBytes) - footprint(data.length);
    if (!budget.offer(more)) {
      return Result.err(budget.refusal(more));
    }
    resize(newSizeBytes);
    return DONE;
  }

  // [impl->req~memory-word-access~1]
  /// Loads 8 bits, zero-extended.
  public int load8(int a) {
    byte v = data[a];
    if (marks[a >>> BLOCK_SHIFT] == 0) {
      guard.touch(a, 1);
    }
    if (mirrored && (v ^ mirror[a]) != ~0) {
      guard.verify(a, 1);
      return data[a] & 0xFF;
    }
    return v & 0xFF;
  }

  /// Loads 16 bits, zero-extended.
  public int load16(int a) {
    short v = (short) SHORTS.get(data, a);
    if ((marks[a >>> BLOCK_SHIFT] & marks[(a + 1) >>> BLOCK_SHIFT]) == 0) {
      guard.touch(a, 2);
    }
    if (mirrored && (v ^ (short) SHORTS.get(mirror, a)) != ~0) {
      guard.verify(a, 2);
      return (short) SHORTS.get(data, a) & 0xFFFF;
    }
    return v & 0xFFFF;
  }

  /// Loads 32 bits.
  public int load32(int a) {
    int v = (int) INTS.get(data, a);
    if ((marks[a >>> BLOCK_SHIFT] & marks[(a + 3) >>> BLOCK_SHIFT]) == 0) {
      guard.touch(a, 4);
    }
    if (mirrored && (v ^ (int) INTS.get(mirror, a)) != ~0) {
      guard.verify(a, 4);
      return (int) INTS.get(data, a);
    }
    return v;
  }

  /// Loads 64 bits.
  public long load64(int a) {
    long v = (long) LONGS.get(data, a);
    if ((marks[a >>> BLOCK_SHIFT] & marks[(a + 7) >>> BLOCK_SHIFT]) == 0) {
      guard.touch(a, 8);
    }
    if (mirrored && (v ^ (long) LONGS.get(mirror, a)) != ~0L) {
      guard.verify(a, 8);
      return (long) LONGS.get(data, a);
    }
    return v;
  }

  // [impl->req~memory-word-access~1]
  /// Stores the low 8 bits.
  public void store8(int a, int v) {
    byte old = data[a];
    if (marks[a >>> BLOCK_SHIFT] == 0) {
      guard.touch(a, 1);
    }
    if (mirrored) {
      if ((old ^ mirror[a]) != ~0) {
        guard.verify(a, 1);
        old = data[a];
      }
      mirror[a] = (byte) ~v;
    }
    if (covered) {
      digests.change(a, old & 0xFF, v & 0xFF);
    }
    data[a] = (byte) v;
  }

  /// Stores the low 16 bits.
  public void store16(int a, int v) {
    short old = (short) SHORTS.get(data, a);
    if ((marks[a >>> BLOCK_SHIFT] & marks[(a + 1) >>> BLOCK_SHIFT]) == 0) {
      guard.touch(a, 2);
    }
    if (mirrored) {
      if ((old ^ (short) SHORTS.get(mirror, a)) != ~0) {
        guard.verify(a, 2);
        old = (short) SHORTS.get(data, a);
      }
      SHORTS.set(mirror, a, (short) ~v);
    }
    if (covered) {
      digests.change(a, old & 0xFFFF, v & 0xFFFF);
    }
    SHORTS.set(data, a, (short) v);
  }

  /// Stores 32 bits.
  public void store32(int a, int v) {
    int old = (int) INTS.get(data, a);
    if ((marks[a >>> BLOCK_SHIFT] & marks[(a + 3) >>> BLOCK_SHIFT]) == 0) {
      guard.touch(a, 4);
    }
    if (mirrored) {
      if ((old ^ (int) INTS.get(mirror, a)) != ~0) {
        guard.verify(a, 4);
        old = (int) INTS.get(data, a);
      }
      INTS.set(mirror, a, ~v);
    }
    if (covered) {
      digests.change(a, old & WORD, v & WORD);
    }
    INTS.set(data, a, v);
  }

  /// Stores 64 bits.
  public void store64(int a, long v) {
    long old = (long) LONGS.get(data, a);
    if ((marks[a >>> BLOCK_SHIFT] & marks[(a + 7) >>> BLOCK_SHIFT]) == 0) {
      guard.touch(a, 8);
    }
    if (mirrored) {
      if ((old ^ (long) LONGS.get(mirror, a)) != ~0L) {
        guard.verify(a, 8);
        old = (long) LONGS.get(data, a);
      }
      LONGS.set(mirror, a, ~v);
    }
    if (covered) {
      digests.change64(a, old, v);
    }
    LONGS.set(data, a, v);
  }

  // [impl->req~memory-bulk-access~1]
  /// Copies bytes out; what is handed out is what has been compared, where the level compares
  /// loads.
  ///
  /// @param offset first byte
  /// @param to receives them
  /// @param at where in `to`
  /// @param length how many
  public Result<Unit> read(long offset, byte[] to, int at, int length) {
    Invariant.check(at >= 0 && length <= to.length - at, "a read fits where it goes");
    Fault refusal = refusal(offset, length);
    if (refusal != null) {
      return Result.err(refusal);
    }
    guard.deliver((int) offset, to, at, length);
    return outcome();
  }

  /// Copies bytes in.
  ///
  /// @param offset first byte
  /// @param from where they are
  /// @param at the first of them
  /// @param length how many
  public Result<Unit> write(long offset, byte[] from, int at, int length) {
    Invariant.check(at >= 0 && length <= from.length - at, "a write has a source");
    Fault refusal = refusal(offset, length);
    if (refusal != null) {
      return Result.err(refusal);
    }
    guard.visit((int) offset, length);
    guard.overwrite((int) offset, from, at, length);
    return outcome();
  }

  /// Copies bytes from a memory, which may be this one, as if through a buffer.
  ///
  /// @param to first byte here
  /// @param from where the bytes are
  /// @param offset the first of them there
  /// @param length how many
  public Result<Unit> copy(long to, SafeMemory from, long offset, long length) {
    Fault refusal = refusal(to, length);
    if (refusal == null) {
      refusal = from.visit(offset, length);
    }
    return refusal == null ? write(to, from.data, (int) offset, (int) length) : Result.err(refusal);
  }

  /// Sets bytes to one value.
  ///
  /// @param offset first byte
  /// @param value its low 8 bits
  /// @param length how many
  public Result<Unit> fill(long offset, int value, long length) {
    Fault refusal = refusal(offset, length);
    if (refusal != null) {
      return Result.err(refusal);
    }
    int a = (int) offset;
    int end = (int) (offset + length);
    guard.visit(a, end - a);
    Arrays.fill(pattern, (byte) value);
    while (a < end) {
      int n = Math.min(PATTERN_BYTES, end - a);
      guard.overwrite(a, pattern, 0, n);
      a += n;
    }
    return outcome();
  }

  /// A view that reads.
  ///
  /// @param offset its first byte
  /// @param length how many bytes
  public Result<SafeSlice> slice(long offset, long length) {
    return view(offset, length, false);
  }

  /// A view that reads and writes.
  ///
  /// @param offset its first byte
  /// @param length how many bytes
  public Result<SafeSlice> writableSlice(long offset, long length) {
    return view(offset, length, true);
  }

  // [impl->req~memory-slice~1]
  private Result<SafeSlice> view(long offset, long length, boolean writable) {
    Fault refusal = refusal(offset, length);
    if (refusal != null) {
      return Result.err(refusal);
    }
    int a = (int) offset;
    int n = (int) length;
    guard.open(a, n);
    Fault mismatch = guard.fault();
    return mismatch == null ? Result.ok(new SafeSlice(this, a, n, writable)) : Result.err(mismatch);
  }

  /// A boundary: verifies the blocks touched since the last one. Does nothing below `STANDARD`.
  public Result<Unit> verifyTouched() {
    Fault refusal = refusal(0, 0);
    if (refusal != null) {
      return Result.err(refusal);
    }
    guard.verifyTouched();
    return outcome();
  }

  /// Verifies all blocks. Does nothing at `OFF`.
  public Result<Unit> verifyAll() {
    Fault refusal = refusal(0, 0);
    if (refusal != null) {
      return Result.err(refusal);
    }
    guard.verifyAll();
    return outcome();
  }

  @Override
  public int blocks() {
    return guard.blocks();
  }

  @Override
  public Result<Unit> verifyBlock(int block) {
    Fault refusal = refusal(0, 0);
    if (refusal != null) {
      return Result.err(refusal);
    }
    guard.verify(block);
    return outcome();
  }

  /// Gives the bytes back to the budget; does nothing the second time.
  @Override
  public void close() {
    if (open) {
      budget.release(footprint(data.length));
      open = false;
      data = new byte[0];
      marks = data;
      mirror = data;
      guard.release();
    }
  }

  /// A reader in this package comes for bytes of {@link #plain}.
  ///
  /// @return why it may not have them, or null
  @Nullable Fault visit(long offset, long length) {
    Fault refusal = refusal(offset, length);
    if (refusal == null) {
      guard.visit((int) offset, (int) length);
      refusal = guard.fault();
    }
    return refusal;
  }

  /// What watches; for tests that flip bits behind the API.
  BlockGuard guard() {
    return guard;
  }

  // [impl->req~memory-closed~1]
  private @Nullable Fault refusal(long offset, long length) {
    if (!open) {
      return new Fault.MemoryFault(MemoryCode.CLOSED, offset, length, 0);
    }
    Fault mismatch = guard.fault();
    if (mismatch != null) {
      return mismatch;
    }
    if (offset < 0 || length < 0 || offset > data.length - length) {
      return new Fault.MemoryFault(MemoryCode.OUT_OF_BOUNDS, offset, length, data.length);
    }
    return null;
  }

  private Result<Unit> outcome() {
    Fault mismatch = guard.fault();
    return mismatch == null ? DONE : Result.err(mismatch);
  }
}
