package dev.wrt.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of a checkout, with what a build has left in it.
///
/// @param root the folder of the root POM
public record Tree(Path root) {
  /// The modules of the product, each a folder at the root.
  public static final List<String> PRODUCT =
      List.of(
          "bounded",
          "safe-memory",
          "decoder",
          "engine",
          "component",
          "intercept",
          "wasi",
          "embed",
          "cli");

  /// The paths of the product's own sources.
  public List<String> sources() {
    return PRODUCT.stream()
        .flatMap(module -> files(module + "/src/main/java", ".java").stream())
        .toList();
  }

  /// Whether a file is there.
  ///
  /// @param path from the root, with slashes
  public boolean has(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  /// The text of a file; empty if it is not there.
  ///
  /// @param path from the root, with slashes
  public Optional<String> text(String path) {
    try {
      return has(path) ? Optional.of(Files.readString(root.resolve(path))) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /// The lines of a file; none if it is not there.
  ///
  /// @param path from the root, with slashes
  public List<String> lines(String path) {
    return text(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /// The table in a file of comma-separated values; empty if it is not there.
  ///
  /// @param path from the root, with slashes
  public Optional<Csv> csv(String path) {
    return text(path).map(Csv::parse);
  }

  /// The paths, from the root and with slashes, of the files below a folder that end so, in their
  /// order; none if there is no folder.
  ///
  /// @param folder from the root
  /// @param ending of the file's name
  public List<String> files(String folder, String ending) {
    Path start = root.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(start)) {
      return paths
          .filter(path -> path.toString().endsWith(ending))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder, e);
    }
  }

  /// Writes a file and the folders that it needs.
  ///
  /// @param path from the root
  /// @param text what it says
  public void write(String path, String text) {
    Path file = root.resolve(path);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
