package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form of the safety case.
// [utest->req~manual-safety-case~1]
class SafetyCaseTest {
  private static final String HEAD = "id,kind,text,under,evidence\n";

  @TempDir Path folder;

  @Test
  @DisplayName("The safety case of this checkout holds together")
  void ownCaseHolds() {
    assertEquals(List.of(), SafetyCase.findings(new Tree(Path.of("../.."))));
  }

  @Test
  @DisplayName("A goal without support, a stray node, a solution without evidence are found")
  void defectsAreFound() {
    assertEquals(List.of(), findings("G1,goal,a,,undeveloped\n"));
    assertFound("nothing supports it", "G1,goal,a,,\n");
    assertFound(
        "stands under a node before it", "G1,goal,a,,undeveloped\nG2,goal,b,G3,undeveloped\n");
    assertFound("a solution names its evidence", "G1,goal,a,,\nSn1,solution,b,G1,\n");
    assertFound("no tests/none.txt", "G1,goal,a,,\nSn1,solution,b,G1,tests/none.txt\n");
    assertFound("its letter is not that", "G1,solution,a,,tests/target/x\n");
    assertFound("is there twice", "G1,goal,a,,undeveloped\nG1,goal,b,G1,undeveloped\n");
  }

  @Test
  @DisplayName("It is printed as a list with a depth for each step of support")
  void listIsPrinted() {
    Tree tree = new Tree(folder);
    tree.write(SafetyCase.SOURCE, HEAD + "G1,goal,a,,\nSn1,solution,b,G1,x/target/y.csv #here\n");
    SafetyCase.write(new Book(tree));
    String list = tree.text(Book.FOLDER + "safety-case.adoc").orElseThrow();
    assertTrue(list.contains("* [[case-G1]]*G1* _goal_: a\n"), list);
    assertTrue(
        list.contains("** [[case-Sn1]]*Sn1* _solution_: b (`+x/target/y.csv+`, <<here>>)"), list);
  }

  private List<String> findings(String rows) {
    Tree tree = new Tree(folder);
    tree.write(SafetyCase.SOURCE, HEAD + rows);
    return SafetyCase.findings(tree);
  }

  private void assertFound(String words, String rows) {
    List<String> findings = findings(rows);
    assertTrue(findings.stream().anyMatch(f -> f.contains(words)), findings::toString);
  }
}
