package dev.wrt.wasi;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The `error-code` of `wasi:filesystem/types@0.2.12`, its cases in the order of the WIT: the
/// ordinal is the case's index.
enum ErrorCode {
  /// `access`: `EACCES` of POSIX.
  ACCESS,
  /// `would-block`: `EAGAIN` and `EWOULDBLOCK` of POSIX.
  WOULD_BLOCK,
  /// `already`: `EALREADY` of POSIX.
  ALREADY,
  /// `bad-descriptor`: `EBADF` of POSIX.
  BAD_DESCRIPTOR,
  /// `busy`: `EBUSY` of POSIX.
  BUSY,
  /// `deadlock`: `EDEADLK` of POSIX.
  DEADLOCK,
  /// `quota`: `EDQUOT` of POSIX.
  QUOTA,
  /// `exist`: `EEXIST` of POSIX.
  EXIST,
  /// `file-too-large`: `EFBIG` of POSIX.
  FILE_TOO_LARGE,
  /// `illegal-byte-sequence`: `EILSEQ` of POSIX.
  ILLEGAL_BYTE_SEQUENCE,
  /// `in-progress`: `EINPROGRESS` of POSIX.
  IN_PROGRESS,
  /// `interrupted`: `EINTR` of POSIX.
  INTERRUPTED,
  /// `invalid`: `EINVAL` of POSIX.
  INVALID,
  /// `io`: `EIO` of POSIX.
  IO,
  /// `is-directory`: `EISDIR` of POSIX.
  IS_DIRECTORY,
  /// `loop`: `ELOOP` of POSIX.
  LOOP,
  /// `too-many-links`: `EMLINK` of POSIX.
  TOO_MANY_LINKS,
  /// `message-size`: `EMSGSIZE` of POSIX.
  MESSAGE_SIZE,
  /// `name-too-long`: `ENAMETOOLONG` of POSIX.
  NAME_TOO_LONG,
  /// `no-device`: `ENODEV` of POSIX.
  NO_DEVICE,
  /// `no-entry`: `ENOENT` of POSIX.
  NO_ENTRY,
  /// `no-lock`: `ENOLCK` of POSIX.
  NO_LOCK,
  /// `insufficient-memory`: `ENOMEM` of POSIX.
  INSUFFICIENT_MEMORY,
  /// `insufficient-space`: `ENOSPC` of POSIX.
  INSUFFICIENT_SPACE,
  /// `not-directory`: `ENOTDIR` of POSIX.
  NOT_DIRECTORY,
  /// `not-empty`: `ENOTEMPTY` of POSIX.
  NOT_EMPTY,
  /// `not-recoverable`: `ENOTRECOVERABLE` of POSIX.
  NOT_RECOVERABLE,
  /// `unsupported`: `ENOTSUP` and `ENOSYS` of POSIX.
  UNSUPPORTED,
  /// `no-tty`: `ENOTTY` of POSIX.
  NO_TTY,
  /// `no-such-device`: `ENXIO` of POSIX.
  NO_SUCH_DEVICE,
  /// `overflow`: `EOVERFLOW` of POSIX.
  OVERFLOW,
  /// `not-permitted`: `EPERM` of POSIX.
  NOT_PERMITTED,
  /// `pipe`: `EPIPE` of POSIX.
  PIPE,
  /// `read-only`: `EROFS` of POSIX.
  READ_ONLY,
  /// `invalid-seek`: `ESPIPE` of POSIX.
  INVALID_SEEK,
  /// `text-file-busy`: `ETXTBSY` of POSIX.
  TEXT_FILE_BUSY,
  /// `cross-device`: `EXDEV` of POSIX.
  CROSS_DEVICE;

  /// What the operating system says where Java has no exception of its own for it.
  private static final Map<String, ErrorCode> REASONS =
      Map.ofEntries(
          Map.entry("Too many levels of symbolic links", LOOP),
          Map.entry(
              "Too many levels of symbolic links"
                  + " or unable to access attributes of symbolic link",
              LOOP),
          Map.entry("Not a directory", NOT_DIRECTORY),
          Map.entry("Is a directory", IS_DIRECTORY),
          Map.entry("Directory not empty", NOT_EMPTY),
          Map.entry("File name too long", NAME_TOO_LONG),
          Map.entry("File too large", FILE_TOO_LARGE),
          Map.entry("No space left on device", INSUFFICIENT_SPACE),
          Map.entry("Disk quota exceeded", QUOTA),
          Map.entry("Invalid cross-device link", CROSS_DEVICE),
          Map.entry("Cross-device link", CROSS_DEVICE),
          Map.entry("Invalid argument", INVALID),
          Map.entry("Operation not permitted", NOT_PERMITTED),
          Map.entry("Operation not supported", UNSUPPORTED),
          Map.entry("Read-only file system", READ_ONLY),
          Map.entry("Text file busy", TEXT_FILE_BUSY),
          Map.entry("Device or resource busy", BUSY),
          Map.entry("Too many links", TOO_MANY_LINKS),
          Map.entry("Too many open files", INSUFFICIENT_MEMORY),
          Map.entry("Broken pipe", PIPE));

  /// The WIT name, such as `no-entry`.
  String wit() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The code of an exception of the host: the one place where they become values.
  ///
  /// States that the host checks itself arrive as {@link FileError}; the texts of the operating
  /// system only decide what is left.
  // [impl->req~wasi-error-codes~1]
  static ErrorCode of(Exception e) {
    return switch (e) {
      case FileError error -> error.code();
      case NoSuchFileException _ -> NO_ENTRY;
      case FileAlreadyExistsException _ -> EXIST;
      case DirectoryNotEmptyException _ -> NOT_EMPTY;
      case NotDirectoryException _ -> NOT_DIRECTORY;
      case AccessDeniedException _ -> ACCESS;
      case FileSystemLoopException _ -> LOOP;
      case NotLinkException _ -> INVALID;
      case AtomicMoveNotSupportedException _ -> CROSS_DEVICE;
      case FileSystemException error -> ofReason(error.getReason());
      case ClosedByInterruptException _ -> INTERRUPTED;
      case ClosedChannelException _ -> BAD_DESCRIPTOR;
      case NonReadableChannelException _ -> BAD_DESCRIPTOR;
      case NonWritableChannelException _ -> BAD_DESCRIPTOR;
      case ReadOnlyFileSystemException _ -> READ_ONLY;
      case InvalidPathException _ -> ILLEGAL_BYTE_SEQUENCE;
      case IllegalArgumentException _ -> INVALID;
      case UnsupportedOperationException _ -> UNSUPPORTED;
      case IOException error -> ofReason(error.getMessage());
      default -> IO;
    };
  }

  private static ErrorCode ofReason(@Nullable String reason) {
    return reason == null ? IO : REASONS.getOrDefault(reason, IO);
  }
}
