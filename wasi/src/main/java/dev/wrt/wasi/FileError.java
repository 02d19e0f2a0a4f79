package dev.wrt.wasi;

import java.io.IOException;

/// An error that the host finds itself, on its way to {@link ErrorCode#of}. It never leaves the
/// functions of the filesystem and of the streams.
final class FileError extends IOException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  FileError(ErrorCode code) {
    super(code.wit());
    this.code = code;
  }

  /// The code for the guest.
  ErrorCode code() {
    return code;
  }

  /// Throws an error unless something holds.
  static void unless(boolean holds, ErrorCode code) throws FileError {
    if (!holds) {
      throw new FileError(code);
    }
  }
}
