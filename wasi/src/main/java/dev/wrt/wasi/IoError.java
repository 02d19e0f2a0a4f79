package dev.wrt.wasi;

import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An `error` of `wasi:io/error@0.2.12`: what `last-operation-failed` carries.
///
/// @param text for people
/// @param code what `filesystem-error-code` gives; null if it is not about a file
record IoError(String text, @Nullable ErrorCode code) {
  /// Characters of a host's message that are kept.
  private static final int TEXT_MAX = 80;

  /// The error of an exception.
  ///
  /// @param ofFile whether it comes from a file, so that it has a code
  static IoError of(IOException e, boolean ofFile) {
    if (ofFile) {
      ErrorCode code = ErrorCode.of(e);
      return new IoError(code.wit(), code);
    }
    String message = e.getMessage();
    String text = message == null ? e.getClass().getSimpleName() : message;
    return new IoError(text.substring(0, Math.min(text.length(), TEXT_MAX)), null);
  }
}
