package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The hazard analysis, the constraints, the assumptions of use, and what keeps parts apart: the
/// items of `traceability/safety` as tables.
public final class SafetyItems {
  private static final String SOURCE = "traceability/safety";
  private static final String STPA = SOURCE + "/stpa.md";

  private final Book book;
  private final List<Item> items;

  private SafetyItems(Book book) {
    this.book = book;
    this.items = Item.all(book.tree());
  }

  /// Writes all tables.
  // [impl->req~manual-safety-items~1]
  public static void write(Book book) {
    SafetyItems all = new SafetyItems(book);
    all.assumptions();
    all.plain("loss", "losses", "1,3", List.of("loss", "what it is"), Item::text);
    all.linked("haz", "hazards", "hazard");
    all.linked("ffi", "interference", "argument");
    all.linked("ccf", "common-causes", "cause");
    all.actions();
    all.constraints();
    all.controlStructure();
    for (String kind : List.of("loss", "haz", "uca", "con", "aou", "ffi", "ccf", "req")) {
      book.figure(
          "items-" + kind,
          all.of(kind).size(),
          kind.equals("req") ? "traceability/requirements" : SOURCE);
    }
  }

  private List<Item> of(String kind) {
    return items.stream().filter(item -> item.kind().equals(kind)).toList();
  }

  private void plain(
      String kind, String name, String widths, List<String> head, Function<Item, String> text) {
    List<List<String>> rows = new ArrayList<>();
    for (Item item : of(kind)) {
      rows.add(List.of(name(item), Adoc.text(text.apply(item))));
    }
    book.table(name, rows.isEmpty() ? Adoc.notMeasured(SOURCE) : Adoc.table(widths, head, rows));
  }

  /// The title, and the id below it that other tables point to.
  private static String name(Item item) {
    return "[["
        + anchor(item.id())
        + "]]*"
        + Adoc.text(item.title())
        + "* +\n"
        + Adoc.code(item.id());
  }

  private static String anchor(String id) {
    return id.replace('~', '-');
  }

  private String link(String id) {
    boolean known = items.stream().anyMatch(item -> item.id().equals(id));
    String word = id.substring(id.indexOf('~') + 1, id.lastIndexOf('~'));
    return known ? "<<" + anchor(id) + "," + word + ">>" : Adoc.code(id);
  }

  private String links(List<String> ids) {
    return ids.isEmpty() ? "-" : ids.stream().map(this::link).collect(Collectors.joining(", "));
  }

  /// The items of some kinds that cover one.
  private List<String> covering(Item item, List<String> kinds) {
    return items.stream()
        .filter(other -> kinds.contains(other.kind()) && other.covers().contains(item.id()))
        .map(Item::id)
        .toList();
  }

  private void linked(String kind, String name, String head) {
    List<List<String>> rows = new ArrayList<>();
    for (Item item : of(kind)) {
      List<String> ids = item.covers().isEmpty() ? covering(item, List.of("con")) : item.covers();
      rows.add(List.of(name(item), Adoc.text(item.text()), links(ids)));
    }
    String last = kind.equals("haz") ? "leads to" : "carried by";
    book.table(
        name,
        rows.isEmpty()
            ? Adoc.notMeasured(SOURCE)
            : Adoc.table("3,6,3", List.of(head, "what it says", last), rows));
  }

  private void assumptions() {
    StringBuilder text = new StringBuilder();
    for (String section : of("aou").stream().map(Item::section).distinct().toList()) {
      List<List<String>> rows = new ArrayList<>();
      for (Item item : of("aou").stream().filter(i -> i.section().equals(section)).toList()) {
        rows.add(
            List.of(
                name(item),
                Adoc.text(item.text()),
                Adoc.text(item.paragraph("If it is violated")),
                Adoc.text(item.paragraph("How to check on site"))));
      }
      text.append("[discrete]\n==== " + section + "\n\n");
      List<String> head =
          List.of("assumption", "what is assumed", "if it is violated", "how to check on site");
      text.append(Adoc.table("3,5,4,5", head, rows) + "\n");
    }
    book.table("assumptions", text.isEmpty() ? Adoc.notMeasured(SOURCE) : text.toString());
  }

  private void actions() {
    StringBuilder text = new StringBuilder();
    for (String section : of("uca").stream().map(Item::section).distinct().toList()) {
      List<List<String>> rows = new ArrayList<>();
      for (Item item : of("uca").stream().filter(i -> i.section().equals(section)).toList()) {
        rows.add(
            List.of(
                name(item),
                Adoc.text(item.text().replace("*", "")),
                links(item.covers()),
                links(covering(item, List.of("con")))));
      }
      text.append("[discrete]\n==== " + section + "\n\n");
      List<String> head = List.of("unsafe action", "how it is unsafe", "hazards", "constraint");
      text.append(Adoc.table("3,5,3,3", head, rows) + "\n");
    }
    book.table("unsafe-actions", text.isEmpty() ? Adoc.notMeasured(SOURCE) : text.toString());
  }

  private void constraints() {
    StringBuilder text = new StringBuilder();
    for (String section : of("con").stream().map(Item::section).distinct().toList()) {
      List<List<String>> rows = new ArrayList<>();
      for (Item item : of("con").stream().filter(i -> i.section().equals(section)).toList()) {
        rows.add(
            List.of(
                name(item),
                Adoc.text(item.text()),
                links(covering(item, List.of("req"))),
                links(covering(item, List.of("aou")))));
      }
      text.append("[discrete]\n==== " + section + "\n\n");
      List<String> head = List.of("constraint", "what it says", "requirements", "assumptions");
      text.append(Adoc.table("3,5,4,3", head, rows) + "\n");
    }
    book.table("constraints", text.isEmpty() ? Adoc.notMeasured(SOURCE) : text.toString());
  }

  /// The drawing in text of the hazard analysis.
  private void controlStructure() {
    String[] parts = book.tree().text(STPA).orElse("").split("```[a-z]*\n?");
    String drawing = parts.length > 1 ? parts[1] : "";
    book.table(
        "control-structure",
        drawing.isBlank()
            ? Adoc.notMeasured(STPA)
            : "....\n" + drawing.stripTrailing() + "\n....\n");
  }
}
