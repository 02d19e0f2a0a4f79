package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A specification item of a Markdown file: a heading, its id, paragraphs, what it covers.
///
/// @param id such as `con~budget-exact~1`
/// @param title its heading
/// @param section the heading of the second level above it
/// @param paragraphs its text, a paragraph each, without "Covers" and "Needs"
/// @param covers ids of the items that it serves
/// @param file where it is
public record Item(
    String id,
    String title,
    String section,
    List<String> paragraphs,
    List<String> covers,
    String file) {
  private static final Pattern ID = Pattern.compile("`([a-z]+~[\\w.-]+~\\d+)`");
  private static final Pattern COVER = Pattern.compile("- `([a-z]+~[\\w.-]+~\\d+)`");

  /// All items of the trace, in the order of their files and places.
  static List<Item> all(Tree tree) {
    List<Item> all = new ArrayList<>();
    for (String folder : List.of("traceability/safety", "traceability/requirements")) {
      for (String file : tree.files(folder, ".md")) {
        all.addAll(of(file, tree.lines(file)));
      }
    }
    return all;
  }

  /// The items of one file.
  static List<Item> of(String file, List<String> lines) {
    List<Item> items = new ArrayList<>();
    String section = "";
    String title = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher id = ID.matcher(line);
      if (line.startsWith("#")) {
        title = line.replaceFirst("^#+\\s*", "");
        section = line.startsWith("### ") ? section : title;
      } else if (id.matches()) {
        items.add(item(file, section, title, lines.subList(i, end(lines, i + 1))));
      }
    }
    return items;
  }

  private static int end(List<String> lines, int from) {
    int to = from;
    while (to < lines.size() && !lines.get(to).startsWith("#")) {
      to++;
    }
    return to;
  }

  private static Item item(String file, String section, String title, List<String> lines) {
    String id = lines.getFirst().strip().replace("`", "");
    List<String> paragraphs = new ArrayList<>();
    List<String> covers = new ArrayList<>();
    for (String part : String.join("\n", lines.subList(1, lines.size())).split("\n\\s*\n")) {
      String text = part.replaceAll("\\s+", " ").strip();
      Matcher cover = COVER.matcher(part);
      if (cover.lookingAt()) {
        cover.reset();
        while (cover.find()) {
          covers.add(String.valueOf(cover.group(1)));
        }
      } else if (!text.isEmpty() && !text.matches("(Covers|Needs|Tags|Depends):.*")) {
        paragraphs.add(text);
      }
    }
    return new Item(id, title, section, List.copyOf(paragraphs), List.copyOf(covers), file);
  }

  /// What it is: `req`, `con`, `aou`, `uca`, `haz`, `loss`, `ffi`, `ccf`.
  String kind() {
    return id.substring(0, id.indexOf('~'));
  }

  /// Its name, without kind and revision.
  String name() {
    return id.substring(id.indexOf('~') + 1, id.lastIndexOf('~'));
  }

  /// The paragraph that begins with a word and a colon, without them; empty if there is none.
  String paragraph(String begin) {
    return paragraphs.stream()
        .filter(paragraph -> paragraph.startsWith(begin + ":"))
        .map(paragraph -> paragraph.substring(begin.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /// The first paragraph: what it says.
  String text() {
    return paragraphs.isEmpty() ? "" : paragraphs.getFirst();
  }
}
