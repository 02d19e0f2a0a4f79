package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.itsallcode.openfasttrace.api.core.LinkedSpecificationItem;
import org.itsallcode.openfasttrace.api.importer.ImportSettings;
import org.itsallcode.openfasttrace.core.Oft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tracing tool that the build runs finds the defects that are its to find: each is planted in
/// a trace of one loss, hazard, unsafe control action, constraint and requirement.
// [utest->req~trace-links~1]
class TracingToolTest {
  private static final String CHAIN =
      """
      ### Loss
      `loss~l~1`

      Needs: haz

      ### Hazard
      `haz~h~1`

      Covers:

      - `loss~l~1`

      Needs: uca

      ### Action
      `uca~u~1`

      Covers:

      - `haz~h~1`

      Needs: con

      ### Constraint
      `con~c~1`

      Covers:

      - `uca~u~1`

      Needs: req

      ### Requirement
      `req~r~1`

      Covers:

      - `con~c~1`

      Needs: impl, utest
      """;

  private static final String IMPL = "// [impl" + "->req~r~1]\n";
  private static final String UTEST = "// [utest" + "->req~r~1]\n";

  @TempDir private Path folder;

  @BeforeEach
  void whole() throws IOException {
    write("items.md", CHAIN);
    write("A.java", IMPL);
    write("ATest.java", UTEST);
  }

  @Test
  @DisplayName("A whole chain has no defect")
  void nothing() {
    assertEquals("", defects());
  }

  @Test
  @DisplayName("A requirement without code is found, and with it all that it answers for")
  void withoutCode() throws IOException {
    write("A.java", "");
    assertEquals("con~c~1 haz~h~1 loss~l~1 req~r~1 uca~u~1", defects());
  }

  @Test
  @DisplayName("A requirement without a test is found")
  void withoutTest() throws IOException {
    write("ATest.java", "");
    assertEquals("con~c~1 haz~h~1 loss~l~1 req~r~1 uca~u~1", defects());
  }

  @Test
  @DisplayName("A tag of a requirement that does not exist is found")
  void orphan() throws IOException {
    write("A.java", IMPL + IMPL.replace("~r~", "~other~"));
    assertEquals("impl~other", defects().replaceAll("-\\d+~\\d+$", ""));
  }

  @Test
  @DisplayName("A tag of another revision than the requirement's is found")
  void outdated() throws IOException {
    write("items.md", CHAIN.replace("req~r~1", "req~r~2"));
    assertEquals(
        "con~c~1 haz~h~1 impl~r utest~r loss~l~1 req~r~2 uca~u~1".split(" ").length,
        defects().split(" ").length);
  }

  @Test
  @DisplayName("A constraint that no requirement names is found, up to the loss")
  void constraint() throws IOException {
    write("items.md", CHAIN.replace("- `con~c~1`", ""));
    assertEquals("con~c~1 haz~h~1 loss~l~1 uca~u~1", defects());
  }

  @Test
  @DisplayName("A hazard that no unsafe control action leads to, and a link to nothing, are found")
  void hazard() throws IOException {
    write("items.md", CHAIN.replace("- `haz~h~1`", "- `haz~other~1`"));
    assertEquals("haz~h~1 loss~l~1 uca~u~1", defects());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String defects() {
    Oft tool = Oft.create();
    ImportSettings inputs = ImportSettings.builder().addInputs(folder).build();
    List<LinkedSpecificationItem> found =
        tool.trace(tool.link(tool.importItems(inputs))).getDefectItems();
    TreeSet<String> ids = new TreeSet<>();
    found.forEach(item -> ids.add(item.getId().toString()));
    return String.join(" ", ids);
  }
}
