package dev.wrt.tests.limits;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The guests beside the tests, and short forms of what the tests do with them.
final class Guests {
  private Guests() {}

  static byte[] bytes(String name) {
    return resource(name + ".wasm");
  }

  static byte[] resource(String name) {
    try (InputStream in = Guests.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }

  static Fault fault(Result<?> result) {
    return assertInstanceOf(Result.Err.class, result).fault();
  }

  static Result<Unit> unit(Result<?> result) {
    return result instanceof Result.Err<?> err ? Result.err(err.fault()) : Result.ok(Unit.UNIT);
  }
}
