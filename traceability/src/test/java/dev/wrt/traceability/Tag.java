package dev.wrt.traceability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mark in a Java source that says what it stands for.
///
/// @param kind `impl` or `utest`
/// @param id the requirement's id
/// @param module folder of the module
/// @param source the file, from the module's folder
/// @param line its line, from 1
/// @param lastLine the last line of the method, field or class that it stands before
record Tag(String kind, String id, String module, Path source, int line, int lastLine) {
  private static final Pattern TAG =
      Pattern.compile("\\[(impl|utest)\\s*->\\s*([a-z]+~[\\w.-]+~\\d+)]");

  /// All tags, in the order of modules, files and lines.
  static List<Tag> all() {
    List<Tag> all = new ArrayList<>();
    for (String module : Project.MODULES) {
      Path folder = Project.ROOT.resolve(module);
      for (Path file : Project.files(folder.resolve("src"), ".java")) {
        all.addAll(ofFile(module, folder.relativize(file), Project.lines(file)));
      }
    }
    return all;
  }

  /// The tags of one source.
  static List<Tag> ofFile(String module, Path source, List<String> lines) {
    List<Tag> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher tag = TAG.matcher(lines.get(i));
      while (tag.find()) {
        found.add(new Tag(tag.group(1), tag.group(2), module, source, i + 1, lastLine(lines, i)));
      }
    }
    return found;
  }

  /// Whether it stands for code.
  boolean ofCode() {
    return kind.equals("impl");
  }

  /// Relies on the format of the sources: what begins in a column ends there, with a brace, or is a
  /// statement and ends with a semicolon before any brace.
  private static int lastLine(List<String> lines, int tag) {
    String first = lines.get(tag);
    String column = first.substring(0, first.length() - first.stripLeading().length());
    boolean block = false;
    for (int i = tag + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean whole = line.endsWith(";") || line.endsWith("{}");
      if ((whole && !block) || line.equals(column + "}")) {
        return i + 1;
      }
      block |= line.endsWith("{");
    }
    return lines.size();
  }

  /// The class of the source, as the test reports name it.
  String className() {
    Path folders = source.subpath(3, source.getNameCount());
    return folders.toString().replaceFirst("\\.java$", "").replace('/', '.').replace('\\', '.');
  }

  /// The class's name without its package.
  String simpleName() {
    return className().replaceFirst("^.*\\.", "");
  }

  /// The module and the class's name without its package.
  String shortName() {
    return module + "/" + simpleName();
  }

  /// The file and line, from the project's folder.
  String place() {
    return module + "/" + source.toString().replace('\\', '/') + ":" + line;
  }
}
