package dev.wrt.tests.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;

/** Named exemptions of the style rules: a name and its reason a line, {@code #} for comments. */
final class Exemptions {
  private Exemptions() {}

  static Set<String> names(String file) {
    try {
      return Files.readAllLines(Sources.root().resolve("tests/style").resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", 2)[0])
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
