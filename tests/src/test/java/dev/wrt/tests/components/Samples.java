package dev.wrt.tests.components;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the real components lie: a folder `shared/components` beside the project. Where it is not
/// there, the tests that need it say so and pass.
final class Samples {
  private Samples() {}

  /// The folder, whether it is there or not.
  static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here.resolveSibling("shared/components");
  }

  /// Whether it is there.
  static boolean present() {
    return Files.isDirectory(folder());
  }

  /// A file of it as JSON.
  static JsonNode json(String name) {
    try {
      return new ObjectMapper().readTree(folder().resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of a component.
  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
