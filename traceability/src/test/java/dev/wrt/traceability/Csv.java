package dev.wrt.traceability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tables as text after RFC 4180: commas between cells, quotes around a cell that needs them.
final class Csv {
  private Csv() {}

  /// The rows below the head, each a map from the column's name to its text.
  static List<Map<String, String>> rows(String text) {
    List<List<String>> cells = cells(text);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> row : cells.subList(Math.min(1, cells.size()), cells.size())) {
      if (row.size() != cells.getFirst().size()) {
        throw new AssertionError("a row has another number of cells than the head: " + row);
      }
      Map<String, String> named = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        named.put(cells.getFirst().get(i), row.get(i));
      }
      rows.add(named);
    }
    return rows;
  }

  private static List<List<String>> cells(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (quoted && twice) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\n')) {
        cell.append(c);
      } else {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }

  /// One row, with its line end.
  static String row(List<String> cells) {
    return String.join(",", cells.stream().map(Csv::cell).toList()) + "\n";
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
