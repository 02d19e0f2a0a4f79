package dev.wrt.wasi;

import dev.wrt.wasi.PathResolution.LastLink;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The methods of `descriptor` that take a path beneath a directory, apart from {@link Opening}.
///
/// What POSIX would answer is checked here first, so that the codes do not depend on the host's
/// words for an error.
// [impl->req~wasi-files~1]
final class DirectoryOperations {
  private DirectoryOperations() {}

  /// `descriptor.create-directory-at`
  static void createDirectoryAt(Descriptor base, String path) throws IOException {
    Place place = PathResolution.resolve(base.requireMutableDirectory(), path, LastLink.ENTRY);
    Files.createDirectory(place.entry(ErrorCode.EXIST));
  }

  /// `descriptor.stat-at`
  static FileStat statAt(Descriptor base, boolean follow, String path) throws IOException {
    return FileStat.of(find(base, follow, path));
  }

  /// `descriptor.set-times-at`
  ///
  /// @param accessed the new time of access, or null to leave it
  /// @param modified the new time of modification, or null to leave it
  static void setTimesAt(
      Descriptor base,
      boolean follow,
      String path,
      @Nullable FileTime accessed,
      @Nullable FileTime modified)
      throws IOException {
    base.requireMutableDirectory();
    Path found = find(base, follow, path);
    FileStat.of(found);
    FileOperations.setTimes(found, accessed, modified);
  }

  /// `descriptor.link-at`
  static void linkAt(Descriptor base, Entry old, Descriptor newBase, String newPath)
      throws IOException {
    base.requireMutableDirectory();
    Path from = find(base, old.follow(), old.path());
    FileStat stat = FileStat.of(from);
    Place to = entry(newBase, newPath);
    FileError.unless(FileStat.orNull(to.path()) == null, ErrorCode.EXIST);
    FileError.unless(stat.type() != DescriptorType.DIRECTORY, ErrorCode.NOT_PERMITTED);
    FileError.unless(!to.asDirectory(), ErrorCode.NO_ENTRY);
    Files.createLink(to.path(), from);
  }

  /// A path and whether to follow a symbolic link at its end.
  ///
  /// @param follow flag `symlink-follow`
  /// @param path the guest's path
  record Entry(boolean follow, String path) {}

  /// `descriptor.readlink-at`
  static String readlinkAt(Descriptor base, String path) throws IOException {
    Path link = find(base, false, path);
    FileError.unless(FileStat.of(link).type() == DescriptorType.SYMBOLIC_LINK, ErrorCode.INVALID);
    String contents = Files.readSymbolicLink(link).toString();
    FileError.unless(!PathResolution.isAbsolute(link, contents), ErrorCode.NOT_PERMITTED);
    return contents;
  }

  /// `descriptor.symlink-at`. Java's paths drop redundant slashes, so `a//b/` reads back as `a/b`.
  static void symlinkAt(Descriptor base, String contents, String newPath) throws IOException {
    Place place = entry(base, newPath);
    FileError.unless(!contents.isEmpty(), ErrorCode.NO_ENTRY);
    FileError.unless(contents.indexOf('\0') < 0, ErrorCode.INVALID);
    FileError.unless(contents.length() < PathResolution.PATH_LENGTH_MAX, ErrorCode.NAME_TOO_LONG);
    boolean absolute = PathResolution.isAbsolute(place.directory(), contents);
    FileError.unless(!absolute, ErrorCode.NOT_PERMITTED);
    Path link = place.entry(ErrorCode.EXIST);
    FileError.unless(FileStat.orNull(link) == null, ErrorCode.EXIST);
    FileError.unless(!place.asDirectory(), ErrorCode.NO_ENTRY);
    Files.createSymbolicLink(link, link.getFileSystem().getPath(contents));
  }

  /// `descriptor.remove-directory-at`
  static void removeDirectoryAt(Descriptor base, String path) throws IOException {
    Place place = entry(base, path);
    String name = requireName(place, ErrorCode.INVALID);
    FileStat stat = FileStat.of(place.path());
    FileError.unless(stat.type() == DescriptorType.DIRECTORY, ErrorCode.NOT_DIRECTORY);
    requireEmpty(place.path());
    try (AnchoredDirectory parent = AnchoredDirectory.open(base.anchor(), place.directory())) {
      parent.deleteDirectory(name);
    }
  }

  /// `descriptor.unlink-file-at`
  static void unlinkFileAt(Descriptor base, String path) throws IOException {
    Place place = entry(base, path);
    String name = requireName(place, ErrorCode.IS_DIRECTORY);
    FileStat stat = FileStat.of(place.path());
    FileError.unless(stat.type() != DescriptorType.DIRECTORY, ErrorCode.IS_DIRECTORY);
    try (AnchoredDirectory parent = AnchoredDirectory.open(base.anchor(), place.directory())) {
      parent.deleteFile(name);
    }
  }

  /// What `rename-at` has done.
  ///
  /// @param from the old path on the host
  /// @param to the new one
  record Renaming(Path from, Path to) {}

  /// `descriptor.rename-at`
  static Renaming renameAt(Descriptor base, String oldPath, Descriptor newBase, String newPath)
      throws IOException {
    Place from = entry(base, oldPath);
    Place to = entry(newBase, newPath);
    String oldName = requireName(from, ErrorCode.BUSY);
    String newName = requireName(to, ErrorCode.BUSY);
    requireRenamable(from, to);
    try (AnchoredDirectory source = AnchoredDirectory.open(base.anchor(), from.directory());
        AnchoredDirectory target = AnchoredDirectory.open(newBase.anchor(), to.directory())) {
      source.move(oldName, target, newName);
    }
    return new Renaming(from.path(), to.path());
  }

  private static void requireRenamable(Place from, Place to) throws IOException {
    FileStat moved = FileStat.of(from.path());
    FileStat replaced = FileStat.orNull(to.path());
    boolean directory = moved.type() == DescriptorType.DIRECTORY;
    FileError.unless(directory || !to.asDirectory(), ErrorCode.NOT_DIRECTORY);
    boolean same = from.path().equals(to.path());
    FileError.unless(same || !to.path().startsWith(from.path()), ErrorCode.INVALID);
    if (replaced == null || same) {
      return;
    }
    if (replaced.type() == DescriptorType.DIRECTORY) {
      FileError.unless(directory, ErrorCode.IS_DIRECTORY);
      requireEmpty(to.path());
    } else {
      FileError.unless(!directory, ErrorCode.NOT_DIRECTORY);
    }
  }

  /// Resolves a path to what exists there, or to where it would be.
  static Path find(Descriptor base, boolean follow, String path) throws IOException {
    LastLink last = LastLink.follow(follow);
    return PathResolution.resolve(base.requireDirectory(), path, last).path();
  }

  /// Resolves a path to an entry that is to be changed.
  private static Place entry(Descriptor base, String path) throws IOException {
    return PathResolution.resolve(base.requireMutableDirectory(), path, LastLink.ENTRY);
  }

  private static String requireName(Place place, ErrorCode code) throws FileError {
    String name = place.name();
    if (name == null) {
      throw new FileError(code);
    }
    return name;
  }

  private static void requireEmpty(Path directory) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      FileError.unless(!entries.iterator().hasNext(), ErrorCode.NOT_EMPTY);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }
}
