package dev.wrt.traceability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// Where things lie. Tests of a module run in its folder.
final class Project {
  static final Path ROOT = Path.of("..");
  static final Path LOCK = Path.of("requirements.lock");
  static final Path FAILURE_MODES = Path.of("safety", "fmea.csv");
  static final Path MUTATION_RECORDS = Path.of("mutation-records.csv");

  /// What the build writes for a reviewer.
  static final Path EVIDENCE = Path.of("target", "evidence");

  /// The folders that items are in: the same as in the POM.
  static final List<Path> ITEMS = List.of(Path.of("requirements"), Path.of("safety"));

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
          "safety-manual/generator",
          "traceability");

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final String LOAD_GRAMMAR =
      "http://apache.org/xml/features/nonvalidating/load-external-dtd";

  private Project() {}

  /// The modules that the build builds and that have Java sources.
  static List<String> built() {
    return MODULE
        .matcher(text(ROOT.resolve("pom.xml")))
        .results()
        .map(match -> match.group(1))
        .filter(module -> !files(ROOT.resolve(module).resolve("src"), ".java").isEmpty())
        .toList();
  }

  /// Where a module's sources are, from this one.
  static String sources(String module) {
    return module.equals("traceability") ? "src" : "../" + module + "/src";
  }

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

  /// Whether a class of a module was compiled after a report on the module was written.
  ///
  /// @param report the report
  /// @param target where the module is built
  static boolean stale(Path report, Path target) {
    FileTime reported = written(report);
    return Stream.of("classes", "test-classes")
        .flatMap(folder -> files(target.resolve(folder), ".class").stream())
        .anyMatch(compiled -> written(compiled).compareTo(reported) > 0);
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
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

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The document in an XML file of the build; what the file says of its grammar is not read.
  static Document xml(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(LOAD_GRAMMAR, false);
      return factory.newDocumentBuilder().parse(file.toFile());
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
