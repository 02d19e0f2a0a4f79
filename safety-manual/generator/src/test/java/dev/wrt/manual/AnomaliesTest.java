package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form of the list of known anomalies.
// [utest->req~manual-anomalies~1]
class AnomaliesTest {
  private static final String HEAD = "id,title,effect,avoid,since,status\n";

  @TempDir Path folder;

  @Test
  @DisplayName("The list of this checkout is in order")
  void ownListIsInOrder() {
    assertEquals(List.of(), Anomalies.findings(new Tree(Path.of("../.."))));
  }

  @Test
  @DisplayName("A gap in the ids, an empty cell and an unknown status are found")
  void defectsAreFound() {
    assertEquals(List.of(), findings("ANO-001,a,b,c,0.1.0,open\n"));
    assertTrue(findings("ANO-002,a,b,c,0.1.0,open\n").getFirst().contains("ANO-001 expected"));
    assertTrue(findings("ANO-001,a,,c,0.1.0,open\n").getFirst().contains("empty cell"));
    assertTrue(findings("ANO-001,a,b,c,0.1.0,maybe\n").getFirst().contains("status"));
  }

  @Test
  @DisplayName("A list that is not there, or has other columns, is found")
  void otherColumnsAreFound() {
    assertEquals(1, Anomalies.findings(new Tree(folder.resolve("nothing"))).size());
  }

  private List<String> findings(String rows) {
    Tree tree = new Tree(folder);
    tree.write(Anomalies.SOURCE, HEAD + rows);
    return Anomalies.findings(tree);
  }
}
