package dev.wrt.tests.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each suppressed warning has a comment with an id and a reason right before it.
// [utest->req~gate-suppressions~1]
class SuppressionsTest {
  private static final Pattern SUPPRESSION = Pattern.compile("^\\s*@SuppressWarnings\\b");
  private static final Pattern REASON = Pattern.compile("// ([A-Z]+-[A-Z]+-\\d+): \\S+ .*");
  private static final int LINES_BEFORE = 6;

  @Test
  @DisplayName("no suppression in the product is without an id and a reason, and no id is twice")
  void product() throws IOException {
    List<String> found = new ArrayList<>();
    Map<String, String> ids = new TreeMap<>();
    for (String module : Sources.PRODUCT) {
      for (Path file : Sources.java(module)) {
        found.addAll(unreasoned(file.getFileName().toString(), Files.readAllLines(file), ids));
      }
    }
    assertEquals("", String.join("\n", found));
  }

  /// The suppressions without a reason of their own.
  ///
  /// @param ids those that were seen, and where; more are added
  private static List<String> unreasoned(String file, List<String> lines, Map<String, String> ids) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (SUPPRESSION.matcher(lines.get(i)).find()) {
        String place = file + ":" + (i + 1);
        String id = id(lines, i);
        if (id.isEmpty() || ids.put(id, place) != null) {
          found.add(place + ": " + lines.get(i).strip() + " " + id);
        }
      }
    }
    return found;
  }

  private static String id(List<String> lines, int suppression) {
    for (int i = suppression - 1; i >= Math.max(0, suppression - LINES_BEFORE); i--) {
      String line = lines.get(i).strip();
      Matcher reason = REASON.matcher(line);
      if (reason.matches()) {
        return reason.group(1);
      }
      if (!line.startsWith("//") && !line.startsWith("@")) {
        return "";
      }
    }
    return "";
  }

  @Test
  @DisplayName("a suppression without comment, without id, or with another's id is found")
  void planted() {
    String suppression = "  @SuppressWarnings(\"index\")";
    String reason = "  // INDEX-MEM-1: the caller has checked the range.";
    assertEquals(List.of(), unreasoned("A", List.of(reason, suppression), new TreeMap<>()));
    assertEquals(
        List.of(),
        unreasoned("A", List.of(reason, "  // And more.", suppression), new TreeMap<>()));
    assertEquals(1, unreasoned("A", List.of(suppression), new TreeMap<>()).size());
    assertEquals(
        1, unreasoned("A", List.of("  // It is checked.", suppression), new TreeMap<>()).size());
    assertEquals(
        1, unreasoned("A", List.of(reason, "  int x;", suppression), new TreeMap<>()).size());
    assertEquals(
        1,
        unreasoned("A", List.of(reason, suppression, reason, suppression), new TreeMap<>()).size());
  }
}
