package dev.wrt.traceability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// Where things lie. Tests of a module run in its folder.
final class Project {
  static final Path ROOT = Path.of("..");
  static final Path REQUIREMENTS = Path.of("requirements");
  static final Path LOCK = Path.of("requirements.lock");
  static final Path MATRIX = Path.of("target", "traceability-matrix.md");

  /// The modules that tags are looked for in: the same as in the POM.
  static final List<String> MODULES =
      List.of(
          "bounded",
          "safe-memory",
          "decoder",
          "engine",
          "component",
          "intercept",
          "wasi",
          "embed",
          "cli",
          "benchmarks",
          "tests",
          "safety-manual/generator");

  private Project() {}

  /// The files below a folder that end so, in the order of their paths; none if there is no folder.
  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The document in an XML file of the build.
  static Document xml(Path file) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("unreadable report " + file, e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
