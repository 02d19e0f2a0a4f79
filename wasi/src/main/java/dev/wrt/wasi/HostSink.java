package dev.wrt.wasi;

import java.io.IOException;
import java.io.OutputStream;

/// Writes to stdout or stderr of the run. Dropping a stream of a guest flushes, and leaves the
/// host's stream open.
///
/// What reads the other end may make the host wait here; the deadline of {@link Waiting} does not
/// cover that, as Java can't write without waiting.
final class HostSink implements ByteSink {
  private final OutputStream out;

  HostSink(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
