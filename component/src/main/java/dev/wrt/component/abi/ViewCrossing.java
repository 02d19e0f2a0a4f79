package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.ByteList;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.SafeSlice;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.memory.Ws3;
import org.checkerframework.checker.nullness.qual.Nullable;

/// zero-copy: the memory itself is read and written, without a buffer.
// [impl->req~strategy-zero-copy~1]
final class ViewCrossing extends Crossing {
  private @Nullable SafeMemory verifiedMemory;
  private int verifiedFrom;
  private long verifiedEnd;

  ViewCrossing(Tally tally, MemoryBudget budget) {
    super(tally, budget);
  }

  @Override
  boolean open(SafeMemory memory, int ptr, int length) {
    boolean sound = isVerified(memory, ptr, length) || slice(memory, ptr, length) != null;
    return sound && show(memory.plain(), ptr);
  }

  /// Whether the part lies in blocks that the memory has verified when a part was opened last,
  /// which is enough for one passage unless each load is to be verified.
  // [impl->req~strategy-verified-once~1]
  private boolean isVerified(SafeMemory memory, int ptr, int length) {
    return memory == verifiedMemory
        && ptr >= verifiedFrom
        && ptr + length <= verifiedEnd
        && !memory.verification().level().includes(VerificationLevel.FULL);
  }

  @Override
  @Nullable ByteList list(SafeMemory memory, int ptr, int length, PrimValType number) {
    SafeSlice slice = slice(memory, ptr, length);
    if (slice == null) {
      return null;
    }
    show(memory.plain(), ptr);
    if (Scalars.isCanonical(number, window(), ptr, length)) {
      return isOutliving() ? ownCopy(length) : ByteList.view(slice, lease());
    }
    if (!charge(length)) {
      return null;
    }
    byte[] own = new byte[length];
    System.arraycopy(window(), ptr, own, 0, length);
    tally.copied(length);
    Scalars.canonicalize(number, own, 0, length);
    return ByteList.owned(own);
  }

  /// A view, which the memory verifies as its level asks for.
  private @Nullable SafeSlice slice(SafeMemory memory, int ptr, int length) {
    return switch (memory.slice(ptr, length)) {
      case Result.Ok<SafeSlice> ok -> {
        tally.views++;
        verifiedMemory = length > 0 ? memory : null;
        verifiedFrom = ptr & -Ws3.BLOCK_BYTES;
        verifiedEnd = ptr + length + Ws3.BLOCK_BYTES - 1L & -Ws3.BLOCK_BYTES;
        yield ok.value();
      }
      case Result.Err<SafeSlice> err -> {
        fail(err.fault());
        yield null;
      }
    };
  }

  @Override
  void store(SafeMemory memory, int ptr, long bits, int width) {
    switch (width) {
      case 1 -> memory.store8(ptr, (int) bits);
      case 2 -> memory.store16(ptr, (int) bits);
      case 4 -> memory.store32(ptr, (int) bits);
      default -> memory.store64(ptr, bits);
    }
  }

  @Override
  void write(SafeMemory memory, int ptr, byte[] from, int start, int length) {
    tally.copied(length);
    check(memory.write(ptr, from, start, length));
  }

  @Override
  void write(SafeMemory memory, int ptr, ByteList list) {
    tally.copied(list.size());
    check(list.copyTo(memory, ptr));
  }

  @Override
  void flush(SafeMemory memory) {
    Fault mismatch = memory.fault();
    if (mismatch != null) {
      fail(mismatch);
    }
  }

  @Override
  void verify() {
    // Views have no buffers; their memory verifies itself.
  }

  @Override
  void release() {
    verifiedMemory = null;
  }
}
