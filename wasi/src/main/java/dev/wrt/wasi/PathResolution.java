package dev.wrt.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Resolution of a guest's path beneath a base directory, after the manual algorithm of
/// wasi-filesystem's path-resolution.md: component by component, symbolic links expanded by us and
/// never by the operating system.
///
/// Invariant: {@code current} is {@code base} with {@code depth} names after it, each of which was
/// a directory, and not a symbolic link, when it was passed. `..` at depth 0, an absolute path and
/// an absolute symbolic link are `not-permitted`, even where they would lead back inside.
///
/// What this is not: a defence against other processes that exchange a directory for a symbolic
/// link between the check and the use. Opening, removing and renaming go through {@link
/// AnchoredDirectory}, which has no such gap where the host has directory handles; creating
/// directories and links, reading links and attributes keep it, since Java can't do them relative
/// to a directory handle.
// [impl->req~wasi-paths-inside~1]
final class PathResolution {
  /// Symbolic links on one way, as on Linux.
  static final int LINKS_MAX = 40;

  /// Length of a path, and of a symbolic link's contents, as on Linux.
  static final int PATH_LENGTH_MAX = 4096;

  private static final String SELF = ".";
  private static final String PARENT = "..";

  /// What is done with a symbolic link at the end of a path.
  enum LastLink {
    /// It is expanded.
    FOLLOW,
    /// It is what the path means, unless the path ends in a slash.
    KEEP,
    /// It is what the path means, as for removing, renaming and creating.
    ENTRY;

    /// What the flag `symlink-follow` says.
    static LastLink follow(boolean flag) {
      return flag ? FOLLOW : KEEP;
    }
  }

  private final LastLink lastLink;
  private final ArrayDeque<String> pending = new ArrayDeque<>();
  private Path current;
  private int depth;
  private int links;
  private boolean asDirectory;

  private PathResolution(Path base, LastLink lastLink) {
    this.current = base;
    this.lastLink = lastLink;
  }

  /// Finds the place that a path means. The entry need not exist, all directories before it must.
  ///
  /// @param base a directory, absolute and without symbolic links
  /// @param path the guest's path
  /// @param lastLink what is done with a symbolic link at its end
  static Place resolve(Path base, String path, LastLink lastLink) throws IOException {
    PathResolution resolution = new PathResolution(base, lastLink);
    resolution.expand(path);
    return resolution.walk();
  }

  /// Whether a path, or a link's contents, starts at a root.
  static boolean isAbsolute(Path base, String path) {
    return path.startsWith("/") || base.getFileSystem().getPath(path).getRoot() != null;
  }

  /// Puts the components of a path before those that are left.
  private void expand(String path) throws FileError {
    FileError.unless(!path.isEmpty(), ErrorCode.NO_ENTRY);
    FileError.unless(path.length() <= PATH_LENGTH_MAX, ErrorCode.NAME_TOO_LONG);
    FileError.unless(path.indexOf('\0') < 0, ErrorCode.INVALID);
    FileError.unless(!isAbsolute(current, path), ErrorCode.NOT_PERMITTED);
    asDirectory |= pending.isEmpty() && path.endsWith("/");
    String[] components = path.split("/");
    for (int i = components.length - 1; i >= 0; i--) {
      if (!components[i].isEmpty()) {
        pending.addFirst(components[i]);
      }
    }
  }

  private Place walk() throws IOException {
    String component = pending.poll();
    while (component != null) {
      Place place = step(component);
      if (place != null) {
        return place;
      }
      component = pending.poll();
    }
    return new Place(current, null, true);
  }

  /// Passes one component; gives the place if it is the last one.
  private @Nullable Place step(String component) throws IOException {
    if (component.equals(SELF)) {
      return null;
    }
    if (component.equals(PARENT)) {
      leave();
      return null;
    }
    requireName(component);
    Path next = current.resolve(component);
    FileStat stat = FileStat.orNull(next);
    boolean last = pending.isEmpty();
    if (stat == null) {
      FileError.unless(last, ErrorCode.NO_ENTRY);
      return new Place(current, component, asDirectory);
    }
    if (stat.type() == DescriptorType.SYMBOLIC_LINK && (!last || followsLast())) {
      follow(next);
      return null;
    }
    boolean directory = stat.type() == DescriptorType.DIRECTORY;
    FileError.unless(directory || (last && !asDirectory), ErrorCode.NOT_DIRECTORY);
    if (last) {
      return new Place(current, component, asDirectory);
    }
    current = next;
    depth++;
    return null;
  }

  private boolean followsLast() {
    return lastLink == LastLink.FOLLOW || (lastLink == LastLink.KEEP && asDirectory);
  }

  private void leave() throws FileError {
    Path parent = current.getParent();
    if (depth == 0 || parent == null) {
      throw new FileError(ErrorCode.NOT_PERMITTED);
    }
    current = parent;
    depth--;
  }

  private void follow(Path link) throws IOException {
    links++;
    FileError.unless(links <= LINKS_MAX, ErrorCode.LOOP);
    expand(Files.readSymbolicLink(link).toString());
  }

  /// Refuses what is one component to us and something else to the host, such as `a\b` or `c:` on
  /// Windows.
  private void requireName(String component) throws FileError {
    Path name = current.getFileSystem().getPath(component);
    boolean plain = name.getNameCount() == 1 && name.toString().equals(component);
    FileError.unless(plain && !name.isAbsolute(), ErrorCode.INVALID);
  }
}
