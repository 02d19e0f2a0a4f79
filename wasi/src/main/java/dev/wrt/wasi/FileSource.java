package dev.wrt.wasi;

import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Bytes of an open file from a position of its own on.
final class FileSource implements ByteSource {
  private final OpenFile file;
  private long position;

  /// Starts reading.
  ///
  /// @param file retained for this source
  FileSource(OpenFile file, long position) {
    this.file = file;
    this.position = position;
  }

  @Override
  public byte @Nullable [] read(int max) throws IOException {
    byte[] bytes = FileOperations.readAt(file.channel(), position, max);
    position += bytes.length;
    return bytes.length == 0 && max > 0 ? null : bytes;
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public void close() throws IOException {
    file.release();
  }
}
