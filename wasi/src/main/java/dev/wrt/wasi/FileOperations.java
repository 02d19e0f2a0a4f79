package dev.wrt.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The methods of `descriptor` that need no path: on an open file, or on the object itself.
// [impl->req~wasi-files~1]
final class FileOperations {
  /// What is tried to be read where a file says that it has no more.
  private static final int PROBE_BYTES = 512;

  private FileOperations() {}

  /// What `read` gives.
  ///
  /// @param bytes the bytes
  /// @param end whether the end of the file was reached
  record Chunk(byte[] bytes, boolean end) {}

  /// `descriptor.read`
  ///
  /// @param length unsigned; more than the maximum is a short read
  /// @param offset unsigned
  /// @param max the most bytes to give
  static Chunk read(Descriptor descriptor, long length, long offset, int max) throws IOException {
    FileChannel channel = descriptor.requireFile(Descriptor.READ).channel();
    requireOffset(offset);
    byte[] bytes = readAt(channel, offset, shorten(length, max));
    return new Chunk(bytes, bytes.length == 0 && length != 0);
  }

  /// Bytes of a file from an offset on; fewer at its end. Not much is allocated for bytes that are
  /// not there: a file that says it has no more may still give some, as those of `/proc` do.
  static byte[] readAt(FileChannel channel, long offset, int length) throws IOException {
    long there = Math.max(PROBE_BYTES, channel.size() - offset);
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(there, length));
    long at = offset;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        return Arrays.copyOf(buffer.array(), buffer.position());
      }
      at += count;
    }
    return buffer.array();
  }

  /// `descriptor.write`
  ///
  /// @param offset unsigned
  /// @return how many bytes were written: all
  static long write(Descriptor descriptor, byte[] bytes, long offset) throws IOException {
    FileChannel channel = descriptor.requireFile(Descriptor.WRITE).channel();
    requireOffset(offset);
    writeAt(channel, offset, ByteBuffer.wrap(bytes));
    return bytes.length;
  }

  /// Writes all bytes of a buffer to a file from an offset on.
  static void writeAt(FileChannel channel, long offset, ByteBuffer bytes) throws IOException {
    FileError.unless(offset <= Long.MAX_VALUE - bytes.remaining(), ErrorCode.FILE_TOO_LARGE);
    long at = offset;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /// `descriptor.set-size`
  ///
  /// @param size unsigned
  static void setSize(Descriptor descriptor, long size) throws IOException {
    FileChannel channel = descriptor.requireFile(Descriptor.WRITE).channel();
    FileError.unless(size >= 0, ErrorCode.FILE_TOO_LARGE);
    long old = channel.size();
    if (size < old) {
      channel.truncate(size);
    } else if (size > old) {
      writeAt(channel, size - 1, ByteBuffer.allocate(1));
    }
  }

  /// `descriptor.sync` and `sync-data`; nothing for a directory or a file that is only read.
  ///
  /// @param metadata whether to write the metadata as well
  static void sync(Descriptor descriptor, boolean metadata) throws IOException {
    if ((descriptor.flags() & Descriptor.WRITE) != 0) {
      descriptor.requireFile(Descriptor.WRITE).channel().force(metadata);
    }
  }

  /// `descriptor.advise`: checked, and then ignored.
  ///
  /// @param offset unsigned
  /// @param length unsigned
  static void advise(Descriptor descriptor, long offset, long length) throws IOException {
    descriptor.requireFile(0);
    requireOffset(offset);
    FileError.unless(length >= 0 && length <= Long.MAX_VALUE - offset, ErrorCode.INVALID);
  }

  /// `descriptor.set-times`
  ///
  /// @param accessed the new time of access, or null to leave it
  /// @param modified the new time of modification, or null to leave it
  static void setTimes(
      Descriptor descriptor, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    descriptor.requireMutable();
    setTimes(descriptor.requirePath(), accessed, modified);
  }

  /// Sets the times of what is at a path; a symbolic link is not followed.
  static void setTimes(Path path, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    BasicFileAttributeView view =
        Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      throw new FileError(ErrorCode.UNSUPPORTED);
    }
    view.setTimes(modified, accessed, null);
  }

  /// The stream of `descriptor.read-via-stream`.
  static FileSource source(Descriptor descriptor, long offset) throws IOException {
    OpenFile file = descriptor.requireFile(Descriptor.READ);
    requireOffset(offset);
    return new FileSource(file.retain(), offset);
  }

  /// The stream of `descriptor.write-via-stream`.
  static FileSink sink(Descriptor descriptor, long offset) throws IOException {
    OpenFile file = descriptor.requireFile(Descriptor.WRITE);
    requireOffset(offset);
    return new FileSink(file.retain(), offset);
  }

  /// The stream of `descriptor.append-via-stream`.
  static FileSink appending(Descriptor descriptor) throws IOException {
    return new FileSink(descriptor.requireFile(Descriptor.WRITE).retain(), FileSink.APPEND);
  }

  /// A length of the guest, unsigned, as far as it is below a maximum.
  static int shorten(long length, int max) {
    return Long.compareUnsigned(length, max) < 0 ? (int) length : max;
  }

  private static void requireOffset(long offset) throws FileError {
    FileError.unless(offset >= 0, ErrorCode.INVALID);
  }
}
