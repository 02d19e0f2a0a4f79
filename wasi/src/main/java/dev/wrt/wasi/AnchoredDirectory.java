package dev.wrt.wasi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A directory beneath a preopen that was opened name by name from there, no name being followed if
/// it is a symbolic link: a directory that another process exchanges for a link after it was
/// resolved is an error here and not a way out.
///
/// Where the host has no directory handles (Windows), it is the plain path, and that gap stays; the
/// last name is not followed there either.
// [impl->req~wasi-path-race~1]
final class AnchoredDirectory implements AutoCloseable {
  private final Path path;
  private final @Nullable SecureDirectoryStream<Path> handle;

  private AnchoredDirectory(Path path, @Nullable SecureDirectoryStream<Path> handle) {
    this.path = path;
    this.handle = handle;
  }

  /// Opens a directory.
  ///
  /// @param anchor the preopened directory
  /// @param directory that one, or one beneath it, as resolved
  static AnchoredDirectory open(Path anchor, Path directory) throws IOException {
    DirectoryStream<Path> first = Files.newDirectoryStream(anchor);
    if (!(first instanceof SecureDirectoryStream<Path> handle)) {
      first.close();
      return new AnchoredDirectory(directory, null);
    }
    for (int i = anchor.getNameCount(); i < directory.getNameCount(); i++) {
      try (SecureDirectoryStream<Path> parent = handle) {
        handle = parent.newDirectoryStream(directory.getName(i), LinkOption.NOFOLLOW_LINKS);
      }
    }
    return new AnchoredDirectory(directory, handle);
  }

  /// Opens a file of this directory, or creates it.
  FileChannel openFile(String name, Set<OpenOption> options) throws IOException {
    Set<OpenOption> all = new HashSet<>(options);
    all.add(LinkOption.NOFOLLOW_LINKS);
    if (handle == null) {
      return FileChannel.open(path.resolve(name), all);
    }
    SeekableByteChannel channel = handle.newByteChannel(relative(name), all);
    if (channel instanceof FileChannel file) {
      return file;
    }
    channel.close();
    throw new FileError(ErrorCode.UNSUPPORTED);
  }

  /// Removes an entry that is not a directory.
  void deleteFile(String name) throws IOException {
    if (handle == null) {
      Files.delete(path.resolve(name));
    } else {
      handle.deleteFile(relative(name));
    }
  }

  /// Removes an empty directory.
  void deleteDirectory(String name) throws IOException {
    if (handle == null) {
      Files.delete(path.resolve(name));
    } else {
      handle.deleteDirectory(relative(name));
    }
  }

  /// Renames an entry; what has the new name is replaced.
  void move(String name, AnchoredDirectory target, String newName) throws IOException {
    if (handle == null || target.handle == null) {
      Path to = target.path.resolve(newName);
      Files.move(path.resolve(name), to, StandardCopyOption.ATOMIC_MOVE);
    } else {
      handle.move(relative(name), target.handle, relative(newName));
    }
  }

  private Path relative(String name) {
    return path.getFileSystem().getPath(name);
  }

  @Override
  public void close() throws IOException {
    if (handle != null) {
      handle.close();
    }
  }
}
