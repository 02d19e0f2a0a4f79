package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The texts of the items and failure modes are those that were locked; `-Dbless=true` locks them
/// anew.
// [utest->req~trace-stale~1]
class RequirementsLockTest {
  @Test
  @DisplayName("No item or failure mode has changed, come or gone since it was locked")
  void textsAreLocked() {
    Set<String> found = new TreeSet<>();
    Item.all().forEach(item -> found.add(item.lock()));
    FailureMode.all().forEach(mode -> found.add(mode.lock()));
    if (Boolean.getBoolean("bless")) {
      Project.write(Project.LOCK, String.join("\n", found) + "\n");
    }
    Set<String> locked = new TreeSet<>();
    if (Files.exists(Project.LOCK)) {
      locked.addAll(Project.lines(Project.LOCK));
    }
    assertEquals(
        "",
        String.join("\n", Findings.notAsLocked(found, locked)),
        "raise the revision of an edited item, then lock it with -Dbless=true");
  }

  @Test
  @DisplayName("No two items have the same id")
  void idsAreUnique() {
    List<Item> all = Item.all();
    Set<String> ids = new HashSet<>();
    all.forEach(item -> ids.add(item.id()));
    assertEquals(all.size(), ids.size());
  }

  @Test
  @DisplayName(
      "A changed word, kind of need or covered item changes the lock, a line break does not")
  void wordsCountAndLineBreaksDont() {
    String lock = lock("It shall be so.", "- `con~b~1`", "Needs: impl, utest");
    assertEquals(lock, lock("It shall be\nso.", "- `con~b~1`", "Needs: impl, utest"));
    assertNotEquals(lock, lock("It should be so.", "- `con~b~1`", "Needs: impl, utest"));
    assertNotEquals(lock, lock("It shall be so.", "- `con~c~1`", "Needs: impl, utest"));
    assertNotEquals(lock, lock("It shall be so.", "- `con~b~1`", "Needs: impl"));
  }

  @Test
  @DisplayName("A changed cell of a failure mode changes its lock")
  void cellsCount() {
    String head = "id,mechanism,failure_mode,effect,detection,remaining_risk,requirements,tests\n";
    String lock = rowLock(head + "fm~a~1,m,f,e,d,r,req~a~1,T\n");
    assertEquals(lock, rowLock(head + "fm~a~1,m,\"f\",e,d,r,req~a~1,T\n"));
    assertNotEquals(lock, rowLock(head + "fm~a~1,m,f,e,d,r,req~a~1 req~b~1,T\n"));
    assertNotEquals(lock, rowLock(head + "fm~a~1,m,f,e,\"d, d\",r,req~a~1,T\n"));
  }

  private static String rowLock(String table) {
    return FailureMode.of(Csv.rows(table)).getFirst().lock();
  }

  private static String lock(String text, String covered, String needs) {
    String item = "### Title\n`req~a~1`\n\n" + text + "\n\nCovers:\n\n" + covered + "\n\n" + needs;
    List<String> lines = (item + "\n\n## Next\n\nx").lines().toList();
    return Item.ofFile(Path.of("a.md"), lines).getFirst().lock();
  }
}
