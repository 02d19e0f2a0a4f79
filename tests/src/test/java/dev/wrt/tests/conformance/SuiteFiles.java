package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the converted suites lie.
final class SuiteFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SuiteFiles() {}

  /// The folder that holds the modules of the project.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here;
  }

  /// The folder of a converted suite, whether it is there or not.
  static Path suite(String name) {
    return root().resolve("target/suites").resolve(name);
  }

  /// The converted scripts of a suite, in the order of their names.
  static List<Path> scripts(Path suite) {
    try (Stream<Path> files = Files.walk(suite)) {
      return files.filter(SuiteFiles::isScript).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A script is `name/name.json`; the converter's own report is none.
  private static boolean isScript(Path file) {
    return file.getFileName().toString().equals(file.getParent().getFileName() + ".json");
  }

  /// The name of a script within its suite, such as `custom/custom.wast`.
  static String name(Path suite, Path script) {
    Path folder = suite.relativize(script.getParent());
    Path parent = folder.getParent();
    String file = folder.getFileName() + ".wast";
    return parent == null ? file : parent.resolve(file).toString();
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
