package dev.wrt.traceability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A specification item of a Markdown file: a heading, the id on a line of its own, the text.
///
/// @param id such as `req~bounded-index~1`
/// @param title its heading
/// @param text everything up to the next heading, blanks and line breaks made one blank
/// @param file where it is
record Requirement(String id, String title, String text, Path file) {
  private static final Pattern ID = Pattern.compile("`([a-z]+~[\\w.-]+~\\d+)`");

  /// All requirements, in the order of their files and places.
  static List<Requirement> all() {
    List<Requirement> all = new ArrayList<>();
    for (Path file : Project.files(Project.REQUIREMENTS, ".md")) {
      all.addAll(ofFile(file, Project.lines(file)));
    }
    return all;
  }

  /// The requirements of one file.
  static List<Requirement> ofFile(Path file, List<String> lines) {
    List<Requirement> found = new ArrayList<>();
    String title = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher id = ID.matcher(line);
      if (line.startsWith("#")) {
        title = line.replaceFirst("^#+\\s*", "");
      } else if (id.matches()) {
        found.add(new Requirement(id.group(1), title, text(lines, i + 1), file));
      }
    }
    return found;
  }

  private static String text(List<String> lines, int from) {
    int to = from;
    while (to < lines.size() && !lines.get(to).startsWith("#")) {
      to++;
    }
    return String.join(" ", lines.subList(from, to)).replaceAll("\\s+", " ").strip();
  }

  /// The lock's line: the id and the SHA-256 of title and text.
  String lock() {
    return id + " " + sha256(title + "\n" + text);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
