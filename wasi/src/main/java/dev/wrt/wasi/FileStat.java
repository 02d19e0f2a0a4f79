package dev.wrt.wasi;

import dev.wrt.bounded.Invariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The attributes of one object of the filesystem itself: a symbolic link is not followed.
///
/// @param type what it is
/// @param identity equal for the same object, and not for others that exist at the same time
/// @param linkCount its hard links
/// @param size bytes of a file, or of a symbolic link's contents
/// @param accessed last access
/// @param modified last modification of the data
/// @param changed last change of the status, if the host knows it
record FileStat(
    DescriptorType type,
    Object identity,
    long linkCount,
    long size,
    FileTime accessed,
    FileTime modified,
    @Nullable FileTime changed) {
  private static final String UNIX =
      "unix:mode,nlink,size,fileKey,lastAccessTime,lastModifiedTime,ctime";

  /// The attributes of what is at a path.
  static FileStat of(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return ofUnix(Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS));
    }
    return ofBasic(path);
  }

  /// The attributes of what is at a path, or null if there is nothing.
  static @Nullable FileStat orNull(Path path) throws IOException {
    try {
      return of(path);
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  /// The same object at another path: where the host has no better identity, it is the path.
  FileStat moved(Path path) {
    Object moved = identity instanceof Path ? path : identity;
    return new FileStat(type, moved, linkCount, size, accessed, modified, changed);
  }

  private static FileStat ofUnix(Map<String, Object> attributes) {
    return new FileStat(
        DescriptorType.ofMode((int) of(attributes, "mode")),
        of(attributes, "fileKey"),
        (int) of(attributes, "nlink"),
        (long) of(attributes, "size"),
        (FileTime) of(attributes, "lastAccessTime"),
        (FileTime) of(attributes, "lastModifiedTime"),
        (FileTime) of(attributes, "ctime"));
  }

  private static Object of(Map<String, Object> attributes, String name) {
    Object value = attributes.get(name);
    if (value == null) {
      throw new Invariant.Violation("an attribute that is asked for is given");
    }
    return value;
  }

  private static FileStat ofBasic(Path path) throws IOException {
    BasicFileAttributes basic =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Object key = basic.fileKey();
    return new FileStat(
        DescriptorType.of(basic),
        key == null ? path : key,
        1,
        basic.size(),
        basic.lastAccessTime(),
        basic.lastModifiedTime(),
        null);
  }
}
