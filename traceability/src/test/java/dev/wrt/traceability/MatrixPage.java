package dev.wrt.traceability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The matrix as a page: one file without anything from outside, whose filters need a script and
/// whose rows don't.
final class MatrixPage {
  private static final Map<String, String> KINDS =
      Map.of(
          "loss", "losses",
          "haz", "hazards",
          "uca", "unsafe control actions",
          "con", "safety constraints",
          "ffi", "freedom from interference",
          "ccf", "common causes",
          "aou", "assumptions of use",
          "req", "requirements",
          "fm", "failure modes");

  private final List<Row> rows;
  private final Trace.Measured measured;
  private final Map<String, String> titles;

  MatrixPage(List<Row> rows, Trace.Measured measured) {
    this.rows = rows;
    this.measured = measured;
    this.titles = rows.stream().collect(Collectors.toMap(Row::id, Row::title));
  }

  /// The page.
  String html() {
    return template()
        .replace("{{tiles}}", tiles())
        .replace("{{modules}}", modules())
        .replace(
            "{{kinds}}", options(kinds(), kind -> kind + ": " + KINDS.getOrDefault(kind, kind)))
        .replace("{{moduleNames}}", options(moduleNames(), name -> name))
        .replace("{{results}}", options(results(), word -> word))
        .replace("{{rows}}", rows.stream().map(this::row).collect(Collectors.joining("\n")));
  }

  private static String template() {
    try (InputStream in = MatrixPage.class.getResourceAsStream("matrix.html")) {
      if (in == null) {
        throw new AssertionError("the page's frame is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> kinds() {
    return rows.stream().map(Row::kind).distinct().toList();
  }

  private List<String> moduleNames() {
    return List.copyOf(
        new TreeSet<>(rows.stream().flatMap(row -> row.modules().stream()).toList()));
  }

  private List<String> results() {
    return List.copyOf(new TreeSet<>(rows.stream().map(Row::result).toList()));
  }

  private static String options(List<String> values, Function<String, String> text) {
    return values.stream()
        .map(value -> "<option value=\"" + value + "\">" + escaped(text.apply(value)) + "</option>")
        .collect(Collectors.joining());
  }

  private String tiles() {
    StringBuilder tiles = new StringBuilder();
    for (String kind : kinds()) {
      List<Row> own = rows.stream().filter(row -> row.kind().equals(kind)).toList();
      long open =
          own.stream().filter(row -> !List.of("passed", "assumed").contains(row.result())).count();
      tiles
          .append("<div class=\"tile\"><b>")
          .append(own.size())
          .append("</b><span>")
          .append(KINDS.getOrDefault(kind, kind))
          .append(open == 0 ? "" : ", " + open + " open")
          .append("</span></div>");
    }
    return tiles.toString();
  }

  private String modules() {
    StringBuilder table = new StringBuilder();
    for (String module : moduleNames()) {
      List<Row> own =
          rows.stream()
              .filter(row -> row.kind().equals("req") && row.modules().contains(module))
              .toList();
      long passed = own.stream().filter(row -> row.result().equals("passed")).count();
      table
          .append("<tr><td>")
          .append(escaped(module))
          .append("</td>")
          .append(figure(String.valueOf(own.size())))
          .append(figure(String.valueOf(passed)))
          .append(figure(branches(module)))
          .append(figure(mutants(module)))
          .append("</tr>");
    }
    return table.toString();
  }

  private String branches(String module) {
    return measured
        .coverage()
        .of(module)
        .map(branches -> branches.covered() + " of " + branches.all())
        .orElse("not measured");
  }

  private String mutants(String module) {
    return measured
        .kills(module)
        .map(kills -> kills.killed() + " of " + kills.all())
        .orElse("not measured");
  }

  private static String figure(String text) {
    return "<td class=\"n\">" + text + "</td>";
  }

  private String row(Row row) {
    String head =
        "<tr id=\"%s\" data-kind=\"%s\" data-module=\"%s\" data-result=\"%s\">"
            .formatted(
                escaped(row.id()),
                row.kind(),
                String.join(" ", row.modules()),
                escaped(row.result().replace(' ', '-')));
    return head
        + "<td>"
        + said(row)
        + "</td>"
        + cell("stands for, answered by", relations(row))
        + cell("code", places(row.code(), tag -> tag.simpleName() + ":" + tag.line()))
        + cell("tests", places(row.tests(), Tag::simpleName))
        + cell("result", badge(row.result()))
        + ratio("branches", row.code(), row.branches().map(b -> new int[] {b.covered(), b.all()}))
        + ratio("mutants", row.code(), row.kills().map(k -> new int[] {k.killed(), k.all()}))
        + "</tr>";
  }

  private static String said(Row row) {
    StringBuilder said = new StringBuilder();
    said.append("<span class=\"title\">").append(escaped(row.title())).append("</span>");
    said.append("<span class=\"id\">").append(escaped(row.id())).append("</span>");
    for (int i = 0; i < row.text().size(); i++) {
      said.append(i == 0 ? "<p>" : "<p class=\"more\">")
          .append(marked(escaped(row.text().get(i))))
          .append("</p>");
    }
    return said.toString();
  }

  /// Backquotes and stars of the Markdown become code and emphasis.
  private static String marked(String text) {
    return text.replaceAll("`([^`]+)`", "<code>$1</code>")
        .replaceAll("(?<!\\w)\\*([^*]+)\\*(?!\\w)", "<em>$1</em>");
  }

  private String relations(Row row) {
    String relations =
        links("up", row.covers())
            + links("against", row.hazards())
            + links("down", row.coveredBy());
    return relations.isEmpty() ? "" : "<div class=\"list\">" + relations + "</div>";
  }

  private String links(String direction, List<String> ids) {
    return ids.stream()
        .map(id ->
            "<a class=\"%s\" href=\"#%s\" title=\"%s\">%s</a>"
                .formatted(direction, id, escaped(titles.getOrDefault(id, "")), id))
        .collect(Collectors.joining());
  }

  private static String places(List<Tag> tags, Function<Tag, String> text) {
    if (tags.isEmpty()) {
      return "";
    }
    return tags.stream()
        .map(tag ->
            "<a href=\"../../../%s\">%s</a>"
                .formatted(
                    escaped(tag.place().replaceFirst(":\\d+$", "")), escaped(text.apply(tag))))
        .distinct()
        .collect(Collectors.joining("", "<div class=\"list\">", "</div>"));
  }

  private static String badge(String result) {
    boolean broken = result.contains("failed") || result.startsWith("no ");
    String colour =
        switch (result) {
          case "passed", "assumed" -> " " + result;
          default -> broken ? " bad" : "";
        };
    return "<span class=\"badge" + colour + "\">" + escaped(result) + "</span>";
  }

  /// A ratio, sorted by its value; what is not measured comes first.
  private static String ratio(String name, List<Tag> code, Optional<int[]> measured) {
    if (code.isEmpty()) {
      return "<td data-key=\"-2\"></td>";
    }
    if (measured.isEmpty()) {
      return "<td data-name=\"%s\" data-key=\"-1\"><span class=\"none\">not measured</span></td>"
          .formatted(name);
    }
    int[] of = measured.get();
    if (of[1] == 0) {
      return "<td data-name=\"%s\" data-key=\"2\"><span class=\"none\">none</span></td>"
          .formatted(name);
    }
    String colour = of[0] < of[1] ? "num short" : "num";
    return "<td data-name=\"%s\" data-key=\"%s\"><span class=\"%s\">%d / %d</span></td>"
        .formatted(name, (double) of[0] / of[1], colour, of[0], of[1]);
  }

  private static String cell(String name, String content) {
    return content.isEmpty() ? "<td></td>" : "<td data-name=\"" + name + "\">" + content + "</td>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
