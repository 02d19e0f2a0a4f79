package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.ByteList;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.SafeSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// full-isolation: everything that crosses lies in buffers that belong to this passage alone, paid
/// by an account of their own, compared by digest with the memory that it comes from or goes to,
/// and wiped when the passage is closed.
///
/// Bytes that go from guest to guest have a private buffer on each side.
final class IsolatedCrossing extends Crossing {
  private static final int STAGING_BYTES = 4096;

  /// Blocks are counted in 4 KiB, as memories count theirs.
  private static final int BLOCK_SHIFT = 12;

  private static final byte[] NO_BYTES = {};

  private final MemoryBudget account;
  private final List<byte[]> buffers = new ArrayList<>();
  private final List<Sealed> sealed = new ArrayList<>();
  private final StagedRun run = new StagedRun();
  private byte[] staging = NO_BYTES;

  /// A buffer that was read into, with the digest of what it holds since.
  private record Sealed(byte[] buffer, long digest) {
    /// Header, reference, digest and place in a list.
    static final int BYTES = 48;
  }

  IsolatedCrossing(Tally tally, MemoryBudget budget, MemoryBudget account) {
    super(tally, budget);
    this.account = account;
  }

  @Override
  boolean open(SafeMemory memory, int ptr, int length) {
    return fill(memory, ptr, length) && seal(memory);
  }

  private boolean fill(SafeMemory memory, int ptr, int length) {
    byte[] buffer = take(length);
    if (buffer == null) {
      return false;
    }
    tally.copied(length);
    return check(memory.read(ptr, buffer, 0, length))
        && same(memory, ptr, buffer, length)
        && show(buffer, 0);
  }

  @Override
  @Nullable ByteList list(SafeMemory memory, int ptr, int length, PrimValType number) {
    if (!fill(memory, ptr, length)) {
      return null;
    }
    Scalars.canonicalize(number, window(), at(), length);
    return seal(memory) ? viewOrCopy(length) : null;
  }

  /// The buffer that was read into last has a digest from now on.
  private boolean seal(SafeMemory memory) {
    if (!isSealing(memory)) {
      return true;
    }
    if (!account.offer(Sealed.BYTES)) {
      return fail(account.refusal(Sealed.BYTES));
    }
    sealed.add(new Sealed(window(), SafeSlice.digestOf(window(), 0, window().length)));
    return true;
  }

  @Override
  void verify() {
    for (Sealed s : sealed) {
      compare(s.digest, SafeSlice.digestOf(s.buffer, 0, s.buffer.length));
    }
  }

  @Override
  void store(SafeMemory memory, int ptr, long bits, int width) {
    if (staging.length == 0) {
      byte[] taken = take(STAGING_BYTES);
      if (taken == null) {
        return;
      }
      staging = taken;
    }
    if (!run.continues(ptr) || run.length() + width > staging.length) {
      flush(memory);
      run.begin(ptr, 0);
      if (isSealing(memory)) {
        run.seal();
      }
    }
    run.append(staging, bits, width);
  }

  @Override
  void write(SafeMemory memory, int ptr, byte[] from, int start, int length) {
    flush(memory);
    byte[] buffer = take(length);
    if (buffer != null) {
      System.arraycopy(from, start, buffer, 0, length);
      tally.copied(length);
      writeOut(memory, ptr, buffer, length);
    }
  }

  @Override
  void write(SafeMemory memory, int ptr, ByteList list) {
    flush(memory);
    byte[] buffer = take(list.size());
    if (buffer != null && check(list.read(0, buffer, 0, buffer.length))) {
      tally.copied(buffer.length);
      writeOut(memory, ptr, buffer, buffer.length);
    }
  }

  @Override
  void flush(SafeMemory memory) {
    if (!run.isEmpty()) {
      tally.copied(run.length());
      if (run.agrees(staging) || compare(run.checksum(), run.checksum(staging, 0, run.length()))) {
        writeOut(memory, run.ptr(), staging, run.length());
      }
    }
    run.begin(0, 0);
  }

  private void writeOut(SafeMemory memory, int ptr, byte[] from, int length) {
    tally.copied(length);
    if (isSound() && check(memory.write(ptr, from, 0, length))) {
      same(memory, ptr, from, length);
    }
  }

  /// A private buffer; null where the account has no room.
  private byte @Nullable [] take(int length) {
    if (!account.offer(length)) {
      fail(account.refusal(length));
      return null;
    }
    tally.buffers++;
    byte[] buffer = new byte[length];
    buffers.add(buffer);
    return buffer;
  }

  /// Compares the digests of memory and buffer.
  // [impl->req~strategy-full-isolation~1]
  private boolean same(SafeMemory memory, int ptr, byte[] buffer, int length) {
    tally.digestsChecked++;
    long here = SafeSlice.digestOf(buffer, 0, length);
    return switch (memory.slice(ptr, length)) {
      case Result.Err<SafeSlice> err -> fail(err.fault());
      case Result.Ok<SafeSlice> ok ->
          switch (ok.value().digest()) {
            case Result.Err<Long> err -> fail(err.fault());
            case Result.Ok<Long> there ->
                there.value() == here || differs(memory, ptr, there, here);
          };
    };
  }

  private boolean differs(SafeMemory memory, int ptr, Result.Ok<Long> there, long here) {
    int block = ptr >>> BLOCK_SHIFT;
    return fail(
        new Fault.IntegrityFault(
            AbiCode.COPY_DIFFERS, memory.area(), block, there.value(), here, false));
  }

  @Override
  void release() {
    for (byte[] buffer : buffers) {
      Arrays.fill(buffer, (byte) 0);
      tally.wipedBytes += buffer.length;
      account.release(buffer.length);
    }
    buffers.clear();
    account.release((long) Sealed.BYTES * sealed.size());
    sealed.clear();
    staging = NO_BYTES;
    run.begin(0, 0);
  }

  /// Where stores wait; for tests that flip bits behind the API.
  byte[] staged() {
    return staging;
  }
}
