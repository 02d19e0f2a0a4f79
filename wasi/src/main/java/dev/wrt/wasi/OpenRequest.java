package dev.wrt.wasi;

/// The arguments of `descriptor.open-at`.
///
/// @param follow flag `symlink-follow` of `path-flags`
/// @param path the guest's path
/// @param openFlags the `open-flags`
/// @param flags the `descriptor-flags`
record OpenRequest(boolean follow, String path, int openFlags, int flags) {
  private static final int CREATE = 1;
  private static final int DIRECTORY = 1 << 1;
  private static final int EXCLUSIVE = 1 << 2;
  private static final int TRUNCATE = 1 << 3;

  boolean create() {
    return (openFlags & CREATE) != 0;
  }

  boolean directory() {
    return (openFlags & DIRECTORY) != 0;
  }

  /// Whether the file must not exist; without `create` the flag means nothing.
  boolean createNew() {
    return create() && (openFlags & EXCLUSIVE) != 0;
  }

  boolean truncate() {
    return (openFlags & TRUNCATE) != 0;
  }

  boolean write() {
    return (flags & Descriptor.WRITE) != 0;
  }

  boolean read() {
    return (flags & Descriptor.READ) != 0;
  }

  /// Whether it needs a base that may be changed.
  boolean mutates() {
    return write() || create() || truncate() || (flags & Descriptor.MUTATE_DIRECTORY) != 0;
  }

  /// Whether the flags contradict each other.
  boolean contradicts() {
    return directory() && (create() || truncate());
  }

  /// What is done with a symbolic link at the end of the path.
  PathResolution.LastLink lastLink() {
    if (createNew()) {
      return PathResolution.LastLink.ENTRY;
    }
    return PathResolution.LastLink.follow(follow);
  }
}
