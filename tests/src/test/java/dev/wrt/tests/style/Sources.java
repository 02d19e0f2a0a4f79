package dev.wrt.tests.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the project's modules, sources and classes are, seen from any module's folder. */
final class Sources {
  /** Modules whose code runs guests: no recursion, bounded methods, no host access. */
  static final List<String> CORE =
      List.of("bounded", "safe-memory", "decoder", "engine", "component");

  /** All modules of the product. */
  static final List<String> PRODUCT =
      Stream.concat(CORE.stream(), Stream.of("intercept", "wasi", "embed", "cli")).toList();

  private Sources() {}

  /** The folder that holds the modules. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here;
  }

  /** The Java files of a module's main code. */
  static List<Path> java(String module) {
    return files(root().resolve(module).resolve("src/main/java"), ".java");
  }

  /** The class files of a module's main code. */
  static List<Path> classes(String module) {
    return files(root().resolve(module).resolve("target/classes"), ".class");
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
