package dev.wrt.wasi;

import java.io.Closeable;
import java.io.IOException;

/// Where an output-stream puts its bytes. Sinks of the host take all bytes at once, so there is
/// nothing to wait for.
interface ByteSink extends Closeable {
  /// Writes bytes, all of them.
  void write(byte[] bytes, int offset, int length) throws IOException;

  /// Brings what was written to its destination.
  void flush() throws IOException;

  @Override
  void close() throws IOException;
}
