package dev.wrt.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Writes to an open file from a position of its own on, or always at the file's end.
///
/// Appending asks for the size and then writes there: atomic among the guests of one thread, not
/// among processes.
final class FileSink implements ByteSink {
  /// The position that means the end of the file.
  static final long APPEND = -1;

  private final OpenFile file;
  private long position;

  /// Starts writing.
  ///
  /// @param file retained for this sink
  /// @param position at least 0, or {@link #APPEND}
  FileSink(OpenFile file, long position) {
    this.file = file;
    this.position = position;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    long at = position == APPEND ? file.channel().size() : position;
    FileOperations.writeAt(file.channel(), at, ByteBuffer.wrap(bytes, offset, length));
    if (position != APPEND) {
      position += length;
    }
  }

  /// Nothing is buffered here; reaching the disk is what `sync` is for.
  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    file.release();
  }
}
