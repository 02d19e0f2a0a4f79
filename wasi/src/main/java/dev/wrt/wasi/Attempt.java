package dev.wrt.wasi;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.io.IOException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An operation of the filesystem that may fail: where the host's exceptions stop and become the
/// `error-code` of a `result`.
@FunctionalInterface
interface Attempt {
  /// Does it.
  ///
  /// @return the payload of `ok`, or null where it has none
  @Nullable Value run() throws IOException;

  /// Does it and gives the function's `result`.
  static Result<Values> of(Attempt operation) {
    try {
      return Wit.ok(operation.run());
    } catch (IOException
        | IllegalArgumentException
        | UnsupportedOperationException
        | NonReadableChannelException
        | NonWritableChannelException e) {
      return Wit.err(ErrorCode.of(e));
    }
  }

  /// An operation without payload.
  @FunctionalInterface
  interface Action {
    /// Does it.
    void run() throws IOException;
  }

  /// Does it and gives the function's `result`, without payload.
  static Result<Values> of(Action action) {
    return of(() -> {
      action.run();
      return null;
    });
  }

  /// An operation that makes an object of the host.
  ///
  /// @param <T> the object
  @FunctionalInterface
  interface Making<T> {
    /// Makes it.
    T run() throws IOException;
  }
}
