package dev.wrt.tests.async;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.Linker;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The guests beside the tests, and short forms of what the tests do with them.
final class Guests {
  private Guests() {}

  /// The bytes of a file beside the tests.
  static byte[] file(String name) {
    try (InputStream in = Guests.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a table beside the tests, without comments.
  static List<String> lines(String name) {
    String text = new String(file(name), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  /// A guest with every feature switched on.
  static Component component(ComponentEngine engine, String name) {
    return ok(
        Component.decode(file(name + ".wasm"), DecoderOptions.of(Features.ALL), engine.budget()));
  }

  static ComponentInstance instance(ComponentEngine engine, Component component) {
    return ok(new Linker().instantiate(engine, component));
  }

  static Values u32(int number) {
    return Values.of(new Value.U32(number));
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
}
