package dev.wrt.wasi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Stdin of the run, read without making the guest's thread wait.
///
/// Bytes that the stream says are available are read at once. Where it can't say, at the end of a
/// file or at a terminal, one daemon thread reads one chunk and rings the bell; there is such a
/// thread only while somebody has asked for input. A stream in memory never waits and needs none,
/// so that a run on it is deterministic.
final class StandardInput implements ByteSource {
  /// Bytes that the thread reads ahead at most.
  static final int CHUNK_BYTES = 8192;

  private static final byte[] NONE = new byte[0];

  private final InputStream in;
  private final Bell bell;
  private final boolean immediate;
  private byte[] chunk = NONE;
  private int taken;
  private boolean reading;
  private boolean ended;
  private @Nullable IOException failure;

  StandardInput(InputStream in, Bell bell) {
    this.in = in;
    this.bell = bell;
    this.immediate = in instanceof ByteArrayInputStream;
  }

  @Override
  public synchronized boolean ready() {
    if (immediate || ended || failure != null || taken < chunk.length) {
      return true;
    }
    if (reading) {
      return false;
    }
    if (available() > 0 || failure != null) {
      return true;
    }
    startReading();
    return false;
  }

  @Override
  public synchronized byte @Nullable [] read(int max) throws IOException {
    IOException failed = failure;
    if (failed != null) {
      failure = null;
      ended = true;
      throw failed;
    }
    if (taken < chunk.length) {
      return take(max);
    }
    if (ended) {
      return null;
    }
    if (reading || max == 0) {
      return NONE;
    }
    int count = Math.min(max, available());
    if (count > 0 || immediate) {
      return readNow(count);
    }
    startReading();
    return NONE;
  }

  private byte[] take(int max) {
    int count = Math.min(max, chunk.length - taken);
    byte[] bytes = Arrays.copyOfRange(chunk, taken, taken + count);
    taken += count;
    return bytes;
  }

  private byte @Nullable [] readNow(int count) throws IOException {
    byte[] bytes = new byte[count];
    int got = count == 0 ? -1 : in.read(bytes);
    ended = got < 0;
    return ended ? null : Arrays.copyOf(bytes, got);
  }

  private int available() {
    try {
      return in.available();
    } catch (IOException e) {
      failure = e;
      return 0;
    }
  }

  private void startReading() {
    reading = true;
    Thread.ofPlatform().daemon().name("wrt-stdin").start(this::readChunk);
  }

  private void readChunk() {
    byte[] bytes = new byte[CHUNK_BYTES];
    int got = -1;
    IOException failed = null;
    try {
      got = in.read(bytes);
    } catch (IOException e) {
      failed = e;
    }
    synchronized (this) {
      reading = false;
      taken = 0;
      chunk = got > 0 ? Arrays.copyOf(bytes, got) : NONE;
      failure = failed;
      ended = got < 0 && failed == null;
    }
    bell.ring();
  }

  /// Streams of guests share stdin; it stays open.
  @Override
  public void close() {}
}
