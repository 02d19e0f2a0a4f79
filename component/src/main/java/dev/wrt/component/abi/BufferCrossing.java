package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.ByteList;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.BufferPool;
import dev.wrt.memory.PooledBuffer;
import dev.wrt.memory.SafeMemory;
import java.util.zip.CRC32C;
import org.checkerframework.checker.nullness.qual.Nullable;

/// bounded-copy(n): everything that is read goes through one pooled buffer of n bytes, everything
/// that is written through another; more than n bytes in a passage are a fault.
///
/// A buffer is taken when the first byte needs it, and goes back, wiped by the pool, when the
/// passage is closed. Bytes that were lifted into the one buffer and are lowered from there (guest
/// to guest) are not copied to the other.
///
/// One checksum covers all that was read into the buffer so far, since it is filled from its
/// beginning without gaps.
final class BufferCrossing extends Crossing {
  private final BufferPool pool;
  private final StagedRun run = new StagedRun();
  private @Nullable PooledBuffer in;
  private @Nullable PooledBuffer out;
  private int inBytes;
  private int outBytes;

  /// The checksum of the first so many bytes of the buffer for reading.
  private final CRC32C sealed = new CRC32C();

  private int sealedBytes;

  BufferCrossing(Tally tally, MemoryBudget budget, BufferPool pool) {
    super(tally, budget);
    this.pool = pool;
  }

  @Override
  boolean open(SafeMemory memory, int ptr, int length) {
    return fill(memory, ptr, length) && seal(memory, length);
  }

  private boolean fill(SafeMemory memory, int ptr, int length) {
    PooledBuffer buffer = in == null ? acquire() : in;
    in = buffer;
    if (buffer == null || exceeds(inBytes, length)) {
      return false;
    }
    int from = inBytes;
    inBytes += length;
    tally.copied(length);
    byte[] bytes = buffer.bytes(inBytes);
    return check(memory.read(ptr, bytes, from, length)) && show(bytes, from);
  }

  @Override
  @Nullable ByteList list(SafeMemory memory, int ptr, int length, PrimValType number) {
    if (!fill(memory, ptr, length)) {
      return null;
    }
    Scalars.canonicalize(number, window(), at(), length);
    seal(memory, length);
    return viewOrCopy(length);
  }

  /// The part that was read last belongs to what has a checksum; always true.
  private boolean seal(SafeMemory memory, int length) {
    if (isSealing(memory)) {
      sealed.update(window(), at(), length);
      sealedBytes = inBytes;
    }
    return true;
  }

  @Override
  void verify() {
    PooledBuffer buffer = in;
    if (buffer != null && sealedBytes > 0) {
      compare(sealed.getValue(), run.checksum(buffer.bytes(0), 0, sealedBytes));
    }
  }

  @Override
  void store(SafeMemory memory, int ptr, long bits, int width) {
    if (!run.continues(ptr)) {
      flush(memory);
      run.begin(ptr, outBytes);
      if (isSealing(memory)) {
        run.seal();
      }
    }
    byte[] buffer = stage(width);
    if (buffer != null) {
      run.append(buffer, bits, width);
    }
  }

  @Override
  void write(SafeMemory memory, int ptr, byte[] from, int start, int length) {
    flush(memory);
    int at = outBytes;
    byte[] buffer = stage(length);
    if (buffer != null) {
      System.arraycopy(from, start, buffer, at, length);
      tally.copied(length);
      writeOut(memory, ptr, buffer, at, length);
    }
  }

  @Override
  void write(SafeMemory memory, int ptr, ByteList list) {
    flush(memory);
    int length = list.size();
    PooledBuffer source = in;
    int at = source == null ? -1 : list.startIn(source.bytes(0));
    if (source != null && at >= 0) {
      if (!exceeds(outBytes, length)) {
        outBytes += length;
        writeOut(memory, ptr, source.bytes(0), at, length);
      }
      return;
    }
    at = outBytes;
    byte[] buffer = stage(length);
    if (buffer != null && check(list.read(0, buffer, at, length))) {
      tally.copied(length);
      writeOut(memory, ptr, buffer, at, length);
    }
  }

  @Override
  void flush(SafeMemory memory) {
    PooledBuffer buffer = out;
    if (!run.isEmpty() && buffer != null && isSound()) {
      tally.copied(run.length());
      byte[] bytes = buffer.bytes(0);
      if (run.agrees(bytes)
          || compare(run.checksum(), run.checksum(bytes, run.start(), run.length()))) {
        writeOut(memory, run.ptr(), bytes, run.start(), run.length());
      }
    }
    run.begin(0, outBytes);
  }

  private void writeOut(SafeMemory memory, int ptr, byte[] from, int start, int length) {
    tally.copied(length);
    check(memory.write(ptr, from, start, length));
  }

  /// Takes room for bytes to be written; null where there is none.
  private byte @Nullable [] stage(int length) {
    PooledBuffer buffer = out == null ? acquire() : out;
    out = buffer;
    if (buffer == null || exceeds(outBytes, length)) {
      return null;
    }
    outBytes += length;
    return buffer.bytes(outBytes);
  }

  // [impl->req~strategy-bounded-copy~1]
  private boolean exceeds(int before, int length) {
    long total = (long) before + length;
    if (total <= pool.bufferBytes()) {
      return false;
    }
    fail(
        new Fault.LimitFault(
            AbiCode.CROSSING_TOO_LARGE, "bounded-copy", total, pool.bufferBytes()));
    return true;
  }

  private @Nullable PooledBuffer acquire() {
    return switch (pool.acquire()) {
      case Result.Ok<PooledBuffer> ok -> {
        tally.buffers++;
        check(Result.ok(Unit.UNIT));
        yield ok.value();
      }
      case Result.Err<PooledBuffer> err -> {
        fail(err.fault());
        yield null;
      }
    };
  }

  @Override
  void release() {
    if (in != null) {
      in.close();
      in = null;
    }
    if (out != null) {
      out.close();
      out = null;
    }
    inBytes = 0;
    outBytes = 0;
    sealed.reset();
    sealedBytes = 0;
    run.begin(0, 0);
  }

  /// Where stores wait; for tests that flip bits behind the API.
  byte[] staged() {
    return Invariant.present(out, "stores wait in a buffer").bytes(0);
  }
}
