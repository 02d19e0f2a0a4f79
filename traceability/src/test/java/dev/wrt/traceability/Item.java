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

/// A specification item of a Markdown file: a heading, the id on a line of its own, the text, what
/// it covers and what it needs.
///
/// @param id such as `req~bounded-index~1`
/// @param title its heading
/// @param text its paragraphs, each with blanks and line breaks made one blank, an empty line
///   between
/// @param covers ids of the items above, which it answers for
/// @param needs kinds of items that shall answer for it
/// @param file where it is
record Item(
    String id, String title, String text, List<String> covers, List<String> needs, Path file) {
  private static final Pattern ID = Pattern.compile("`([a-z]+~[\\w.-]+~\\d+)`");
  private static final Pattern COVERED = Pattern.compile("- `([a-z]+~[\\w.-]+~\\d+)`");

  /// All items, in the order of their files and places.
  static List<Item> all() {
    List<Item> all = new ArrayList<>();
    for (Path folder : Project.ITEMS) {
      for (Path file : Project.files(folder, ".md")) {
        all.addAll(ofFile(file, Project.lines(file)));
      }
    }
    return all;
  }

  /// The items of one file.
  static List<Item> ofFile(Path file, List<String> lines) {
    List<Item> found = new ArrayList<>();
    String title = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher id = ID.matcher(line);
      if (line.startsWith("#")) {
        title = line.replaceFirst("^#+\\s*", "");
      } else if (id.matches()) {
        found.add(of(id.group(1), title, body(lines, i + 1), file));
      }
    }
    return found;
  }

  private static List<String> body(List<String> lines, int from) {
    int to = from;
    while (to < lines.size() && !lines.get(to).startsWith("#")) {
      to++;
    }
    return lines.subList(from, to);
  }

  private static Item of(String id, String title, List<String> body, Path file) {
    StringBuilder text = new StringBuilder();
    List<String> covers = new ArrayList<>();
    List<String> needs = new ArrayList<>();
    for (String each : body) {
      String line = each.strip();
      Matcher covered = COVERED.matcher(line);
      if (line.startsWith("Needs:")) {
        needs.addAll(List.of(line.substring("Needs:".length()).strip().split(",\\s*")));
      } else if (covered.matches()) {
        covers.add(covered.group(1));
      } else if (!line.equals("Covers:")) {
        text.append(line.isEmpty() ? "\n\n" : line + " ");
      }
    }
    String paragraphs = text.toString().replaceAll(" *\n+", "\n\n").strip();
    return new Item(id, title, paragraphs, List.copyOf(covers), List.copyOf(needs), file);
  }

  /// The first part of the id, such as `req` or `haz`.
  String kind() {
    return id.substring(0, id.indexOf('~'));
  }

  /// The lock's line: the id and the SHA-256 of all that is said.
  String lock() {
    String relations = String.join(", ", covers) + "\n" + String.join(", ", needs);
    return id + " " + sha256(title + "\n" + text + "\n" + relations);
  }

  /// The hash of a text, in hexadecimal digits.
  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of bytes, in hexadecimal digits.
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
