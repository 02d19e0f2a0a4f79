package dev.wrt.memory;

import dev.wrt.bounded.Invariant;

/// A buffer of a {@link BufferPool}, in use until it is closed; it then goes back wiped.
///
/// Wiping a whole buffer for each small call would cost more than the call. So the user says how
/// many bytes it uses, from the start, and that many are wiped; the rest is still zero.
public final class PooledBuffer implements AutoCloseable {
  private final BufferPool pool;
  private final byte[] bytes;
  private int used;
  private boolean open = true;

  PooledBuffer(BufferPool pool, byte[] bytes) {
    this.pool = pool;
    this.bytes = bytes;
  }

  /// The buffer, of which only the first so many bytes may be written: they are what is wiped. All
  /// are zero when the buffer is acquired.
  ///
  /// @param length at most {@link #size}; the largest that was asked for counts
  public byte[] bytes(int length) {
    Invariant.check(open, "a buffer is used only until it is closed");
    Invariant.check(length <= bytes.length, "a use fits the buffer");
    used = Math.max(used, length);
    return bytes;
  }

  /// The whole buffer; all of it will be wiped.
  public byte[] bytes() {
    return bytes(bytes.length);
  }

  /// The number of bytes.
  public int size() {
    return bytes.length;
  }

  /// Wipes what was used and gives the buffer back; does nothing the second time.
  @Override
  public void close() {
    if (open) {
      open = false;
      pool.release(bytes, used);
    }
  }
}
