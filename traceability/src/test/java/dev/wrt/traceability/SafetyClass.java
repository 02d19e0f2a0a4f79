package dev.wrt.traceability;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A line of the list of safety functions: a top-level class with its nested ones, or a module.
///
/// @param function what it serves
/// @param module folder of the module
/// @param name of the class with its package, or `*` for all classes of the module
record SafetyClass(String function, String module, String name) {
  static final Path LIST = Path.of("safety-functions.csv");

  /// The modules whose every mutant is noticed, or justified.
  private static final List<String> WHOLE = List.of("bounded", "safe-memory");

  /// The list of the project.
  static List<SafetyClass> all() {
    return of(Csv.rows(Project.text(LIST)));
  }

  static List<SafetyClass> of(List<Map<String, String>> rows) {
    return rows.stream()
        .map(row -> new SafetyClass(row.get("function"), row.get("module"), row.get("class")))
        .toList();
  }

  /// Whether it stands for all classes of its module.
  boolean whole() {
    return name.equals("*");
  }

  /// Whether all mutants of its module are to be noticed.
  boolean strict() {
    return WHOLE.contains(module);
  }

  /// Whether a class, nested or not, is meant.
  ///
  /// @param className with its package
  boolean covers(String ofModule, String className) {
    return module.equals(ofModule)
        && (whole() || className.equals(name) || className.startsWith(name + "$"));
  }

  /// The source, from the project's folder.
  Path source() {
    return Path.of(module, "src/main/java", name.replace('.', '/') + ".java");
  }
}
