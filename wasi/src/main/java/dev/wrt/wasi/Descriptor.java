package dev.wrt.wasi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A `descriptor` of `wasi:filesystem/types@0.2.12`: an open file, or a directory.
///
/// A file is held open by its channel. Java has no handle for a directory that all operations could
/// start from, so a directory is its path on the host and its identity: if something else is at the
/// path by now the descriptor is dead (`no-entry`). It is held open as well, so that the host can't
/// give its identity to another one. Renaming by guests of this host moves the paths along.
///
/// A directory beneath a preopen can be changed if and only if the preopen can, whatever flags it
/// was opened with: guests made with wasi-libc never ask for `mutate-directory`, but remove and
/// rename through the directories that they open.
final class Descriptor implements Closeable {
  /// Flag `read` of `descriptor-flags`.
  static final int READ = 1;

  /// Flag `write`.
  static final int WRITE = 1 << 1;

  /// Flag `file-integrity-sync`.
  static final int FILE_INTEGRITY_SYNC = 1 << 2;

  /// Flag `data-integrity-sync`.
  static final int DATA_INTEGRITY_SYNC = 1 << 3;

  /// Flag `mutate-directory`.
  static final int MUTATE_DIRECTORY = 1 << 5;

  private final Path anchor;
  private final int flags;
  private final @Nullable OpenFile file;
  private final @Nullable AnchoredDirectory held;
  private final boolean mutable;
  private Path path;
  private FileStat opened;

  private Descriptor(Path anchor, Path path, int flags, FileStat opened, OpenFile file) {
    this.anchor = anchor;
    this.path = path;
    this.flags = flags & ~MUTATE_DIRECTORY;
    this.opened = opened;
    this.file = file;
    this.held = null;
    this.mutable = (flags & MUTATE_DIRECTORY) != 0;
  }

  private Descriptor(Path anchor, Path path, boolean mutable) throws IOException {
    this.anchor = anchor;
    this.path = path;
    this.flags = READ;
    this.file = null;
    this.held = AnchoredDirectory.open(anchor, path);
    this.mutable = mutable;
    try {
      this.opened = FileStat.of(path);
    } catch (IOException e) {
      held.close();
      throw e;
    }
  }

  /// A preopened directory.
  ///
  /// @param path its real path on the host
  /// @param readOnly whether nothing beneath it may be changed
  static Descriptor preopen(Path path, boolean readOnly) throws IOException {
    return new Descriptor(path, path, !readOnly);
  }

  /// Opens a directory beneath this one.
  Descriptor directory(Path directory) throws IOException {
    return new Descriptor(anchor, directory, mutable);
  }

  /// A file that was opened beneath this directory.
  ///
  /// @param flagsAsked the flags that it was opened with
  Descriptor file(Path at, int flagsAsked, FileStat stat, OpenFile open) {
    int inherited = mutable ? MUTATE_DIRECTORY : 0;
    return new Descriptor(anchor, at, flagsAsked & ~MUTATE_DIRECTORY | inherited, stat, open);
  }

  /// The preopened directory that this one is, or lies beneath.
  Path anchor() {
    return anchor;
  }

  /// What is open.
  DescriptorType type() {
    return opened.type();
  }

  /// The `descriptor-flags`.
  int flags() {
    return file == null && mutable ? flags | MUTATE_DIRECTORY : flags;
  }

  /// Equal for descriptors of the same object.
  Object identity() {
    return opened.identity();
  }

  /// The path of the directory; an error if this is a file, or if the directory is gone.
  Path requireDirectory() throws IOException {
    FileError.unless(file == null, ErrorCode.NOT_DIRECTORY);
    FileError.unless(isAtPath(FileStat.orNull(path)), ErrorCode.NO_ENTRY);
    return path;
  }

  /// The path of the directory; an error also if nothing beneath it may be changed.
  Path requireMutableDirectory() throws IOException {
    Path directory = requireDirectory();
    requireMutable();
    return directory;
  }

  /// An error if the object may not be changed.
  // [impl->req~wasi-read-only~1]
  void requireMutable() throws FileError {
    FileError.unless(mutable, ErrorCode.READ_ONLY);
  }

  /// Whether what lies beneath, or the object itself, may be changed.
  boolean mutable() {
    return mutable;
  }

  /// The open file; an error if this is a directory, or was opened without a flag.
  ///
  /// @param flag the flag that is needed, 0 for none
  OpenFile requireFile(int flag) throws FileError {
    OpenFile open = file;
    if (open == null) {
      throw new FileError(ErrorCode.IS_DIRECTORY);
    }
    FileError.unless((flags & flag) == flag, ErrorCode.BAD_DESCRIPTOR);
    return open;
  }

  /// The attributes now. A file that was unlinked has those of its opening, no links, and the size
  /// that it has.
  FileStat stat() throws IOException {
    FileStat stat = FileStat.orNull(path);
    if (stat != null && isAtPath(stat)) {
      return stat;
    }
    OpenFile open = file;
    if (open == null) {
      throw new FileError(ErrorCode.NO_ENTRY);
    }
    return new FileStat(
        opened.type(),
        opened.identity(),
        0,
        open.channel().size(),
        opened.accessed(),
        opened.modified(),
        opened.changed());
  }

  /// The path, if the object is still there; an error else.
  Path requirePath() throws IOException {
    FileError.unless(isAtPath(FileStat.orNull(path)), ErrorCode.NO_ENTRY);
    return path;
  }

  private boolean isAtPath(@Nullable FileStat stat) {
    return stat != null && stat.identity().equals(opened.identity());
  }

  /// Follows a renaming of this object or of a directory above it.
  void renamed(Path from, Path to) {
    if (path.startsWith(from)) {
      opened = opened.moved(to.resolve(from.relativize(path)));
      path = to.resolve(from.relativize(path));
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.release();
    }
    if (held != null) {
      held.close();
    }
  }
}
