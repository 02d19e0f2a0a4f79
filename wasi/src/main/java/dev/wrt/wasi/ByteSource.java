package dev.wrt.wasi;

import java.io.Closeable;
import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Where an input-stream takes its bytes from.
interface ByteSource extends Closeable {
  /// The next bytes, without waiting.
  ///
  /// @param max the most to give, at least 0
  /// @return 0 to max bytes, none if there are none now; or null at the end
  byte @Nullable [] read(int max) throws IOException;

  /// Whether a read would give something now: bytes, the end, or an error.
  boolean ready();

  @Override
  void close() throws IOException;
}
