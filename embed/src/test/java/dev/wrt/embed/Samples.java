package dev.wrt.embed;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Linker;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Components of the examples and of this test, and short forms of what the tests do with them.
final class Samples {
  private Samples() {}

  /// The folder that holds the modules.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here;
  }

  /// An instance of an example.
  static ComponentInstance example(String name, Linker linker) {
    return instance(exampleBytes(name), linker);
  }

  /// The bytes of an example.
  static byte[] exampleBytes(String name) {
    try {
      return Files.readAllBytes(
          root().resolve("examples/" + name + "/" + name + ".component.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An instance of a component beside the tests.
  static ComponentInstance own(String name, Linker linker) {
    return instance(bytes(name), linker);
  }

  /// The bytes of a component beside the tests.
  static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name + ".wasm")) {
      if (in == null) {
        throw new IllegalArgumentException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ComponentInstance instance(byte[] bytes, Linker linker) {
    return Bindings.orThrow(instantiated(bytes, linker));
  }

  /// What an instantiation answers.
  static Result<ComponentInstance> instantiated(byte[] bytes, Linker linker) {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Component component =
        Bindings.orThrow(Component.decode(bytes, DecoderOptions.of(Features.ALL), engine.budget()));
    return linker.instantiate(engine, component);
  }

  /// The fault of a refusal.
  static <F extends Fault> F fault(Class<F> type, Result<?> result) {
    return assertInstanceOf(
        type, assertInstanceOf(Result.Err.class, result, result.toString()).fault());
  }
}
