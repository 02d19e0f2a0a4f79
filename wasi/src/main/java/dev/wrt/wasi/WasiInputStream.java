package dev.wrt.wasi;

import java.io.Closeable;
import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An `input-stream` of `wasi:io/streams@0.2.12`. After an error, and after it is dropped, it is
/// closed.
final class WasiInputStream implements Readiness, Closeable {
  private final ByteSource source;
  private final boolean ofFile;
  private boolean closed;

  /// Opens a stream.
  ///
  /// @param ofFile whether its errors have an `error-code`
  WasiInputStream(ByteSource source, boolean ofFile) {
    this.source = source;
    this.ofFile = ofFile;
  }

  /// What one attempt to read gave: bytes, the end, or an error.
  ///
  /// @param bytes the bytes, perhaps none; null at the end or with an error
  /// @param error the error, if there is one
  record Got(byte @Nullable [] bytes, @Nullable IoError error) {
    /// Whether a reader who waits has what it waits for.
    boolean isAnswer() {
      return bytes == null || bytes.length > 0;
    }
  }

  /// Reads without waiting.
  Got read(int max) {
    if (closed) {
      return new Got(null, null);
    }
    try {
      return new Got(source.read(max), null);
    } catch (IOException e) {
      closed = true;
      return new Got(null, IoError.of(e, ofFile));
    }
  }

  @Override
  public boolean ready() {
    return closed || source.ready();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    source.close();
  }
}
