package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table of comma-separated values: a line of names, then rows; a cell with a comma or a quote
/// stands in quotes. Cells have no line breaks; empty lines and lines that begin with `#` are left
/// out.
///
/// @param columns the names in the first line
/// @param rows the others, each with as many cells
public record Csv(List<String> columns, List<Row> rows) {

  /// One line.
  ///
  /// @param columns the table's names
  /// @param cells as many
  public record Row(List<String> columns, List<String> cells) {
    /// The cell of a column.
    ///
    /// @param column its name
    /// @throws IllegalArgumentException if the table has no such column
    public String cell(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new IllegalArgumentException("no column " + column + " in " + columns);
      }
      return cells.get(index);
    }

    /// The number in a column's cell; 0 where there is none, or something else than digits.
    ///
    /// @param column its name
    public long number(String column) {
      String text = cell(column).strip();
      return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
  }

  /// Reads a table.
  ///
  /// @throws IllegalArgumentException if a row has more or fewer cells than there are columns
  public static Csv parse(String text) {
    List<List<String>> lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Csv::cells)
            .toList();
    if (lines.isEmpty()) {
      return new Csv(List.of(), List.of());
    }
    List<String> columns = lines.getFirst();
    List<Row> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      if (line.size() != columns.size()) {
        throw new IllegalArgumentException(columns.size() + " cells expected: " + line);
      }
      rows.add(new Row(columns, line));
    }
    return new Csv(columns, List.copyOf(rows));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        cell.append(doubled ? "\"" : "");
        i += doubled ? 1 : 0;
        quoted = doubled == quoted;
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return List.copyOf(cells);
  }

  /// Whether all these columns are there.
  public boolean has(String... names) {
    return columns.containsAll(List.of(names));
  }

  /// The first row whose cell says so.
  ///
  /// @param column name of the column
  /// @param value what its cell says
  public Optional<Row> row(String column, String value) {
    return rows.stream().filter(row -> row.cell(column).equals(value)).findFirst();
  }

  /// The different cells of a column, in their order.
  public List<String> distinct(String column) {
    return rows.stream().map(row -> row.cell(column)).distinct().toList();
  }

  /// The sum of a column's numbers.
  public long sum(String column) {
    return rows.stream().mapToLong(row -> row.number(column)).sum();
  }
}
