package dev.wrt.wasi;

import dev.wrt.bounded.Invariant;
import java.io.Closeable;
import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An `output-stream` of `wasi:io/streams@0.2.12`. After an error, and after it is dropped, it is
/// closed.
///
/// Our sinks take all bytes at once, so it is always ready; the permit of `check-write` is the most
/// that one value may bring. Several writes may share a permit.
// [impl->req~wasi-streams~1]
final class WasiOutputStream implements Readiness, Closeable {
  private final ByteSink sink;
  private final boolean ofFile;
  private boolean closed;
  private int permit;

  /// Opens a stream.
  ///
  /// @param ofFile whether its errors have an `error-code`
  WasiOutputStream(ByteSink sink, boolean ofFile) {
    this.sink = sink;
    this.ofFile = ofFile;
  }

  /// `check-write`: from now on so many bytes are permitted.
  void permit(int bytes) {
    permit = bytes;
  }

  /// Whether `check-write` has permitted so many bytes.
  boolean permits(long bytes) {
    return bytes >= 0 && bytes <= permit;
  }

  /// Whether nothing can be written any more.
  boolean isClosed() {
    return closed;
  }

  /// Writes bytes that were permitted.
  ///
  /// @return the error, or null
  @Nullable IoError write(byte[] bytes) {
    Invariant.check(permits(bytes.length), "only what is permitted is written");
    permit -= bytes.length;
    try {
      sink.write(bytes, 0, bytes.length);
      return null;
    } catch (IOException e) {
      return failed(e);
    }
  }

  /// Flushes.
  ///
  /// @return the error, or null
  @Nullable IoError flush() {
    try {
      sink.flush();
      return null;
    } catch (IOException e) {
      return failed(e);
    }
  }

  private IoError failed(IOException e) {
    closed = true;
    return IoError.of(e, ofFile);
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    sink.close();
  }
}
