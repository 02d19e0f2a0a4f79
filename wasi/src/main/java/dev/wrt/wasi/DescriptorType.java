package dev.wrt.wasi;

import java.nio.file.attribute.BasicFileAttributes;

/// The `descriptor-type` of `wasi:filesystem/types@0.2.12`, its cases in the order of the WIT.
enum DescriptorType {
  /// Something else, or it is not known.
  UNKNOWN,
  /// A block device.
  BLOCK_DEVICE,
  /// A character device.
  CHARACTER_DEVICE,
  /// A directory.
  DIRECTORY,
  /// A named pipe.
  FIFO,
  /// A symbolic link.
  SYMBOLIC_LINK,
  /// A regular file.
  REGULAR_FILE,
  /// A socket.
  SOCKET;

  private static final int FORMAT_MASK = 0xF000;

  /// The type in the `st_mode` of POSIX.
  static DescriptorType ofMode(int mode) {
    return switch (mode & FORMAT_MASK) {
      case 0x1000 -> FIFO;
      case 0x2000 -> CHARACTER_DEVICE;
      case 0x4000 -> DIRECTORY;
      case 0x6000 -> BLOCK_DEVICE;
      case 0x8000 -> REGULAR_FILE;
      case 0xA000 -> SYMBOLIC_LINK;
      case 0xC000 -> SOCKET;
      default -> UNKNOWN;
    };
  }

  /// The type where there is no `st_mode`.
  static DescriptorType of(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return SYMBOLIC_LINK;
    }
    if (attributes.isDirectory()) {
      return DIRECTORY;
    }
    return attributes.isRegularFile() ? REGULAR_FILE : UNKNOWN;
  }
}
