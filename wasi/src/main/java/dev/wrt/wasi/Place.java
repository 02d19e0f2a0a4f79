package dev.wrt.wasi;

import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Where a path of a guest leads: an entry of a directory, or a directory itself.
///
/// @param directory a directory beneath the base, without symbolic links on its way from there
/// @param name the entry's name in it, or null if the path leads to the directory itself (`.`)
/// @param asDirectory whether the path ends in a slash, so that the entry has to be a directory
record Place(Path directory, @Nullable String name, boolean asDirectory) {
  /// The whole path on the host.
  Path path() {
    return name == null ? directory : directory.resolve(name);
  }

  /// The whole path; an error where it is not an entry but the directory itself.
  ///
  /// @param code the error then
  Path entry(ErrorCode code) throws FileError {
    FileError.unless(name != null, code);
    return path();
  }
}
