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

/// The texts of the requirements are those that were locked; `-Dbless=true` locks them anew.
class RequirementsLockTest {
  @Test
  @DisplayName("No requirement's text has changed, come or gone since it was locked")
  void textsAreLocked() {
    Set<String> found = new TreeSet<>();
    Requirement.all().forEach(requirement -> found.add(requirement.lock()));
    if (Boolean.getBoolean("bless")) {
      Project.write(Project.LOCK, String.join("\n", found) + "\n");
    }
    Set<String> locked = new TreeSet<>();
    if (Files.exists(Project.LOCK)) {
      locked.addAll(Project.lines(Project.LOCK));
    }
    assertEquals(
        String.join("\n", locked),
        String.join("\n", found),
        "raise the revision of an edited requirement, then lock it with -Dbless=true");
  }

  @Test
  @DisplayName("No two requirements have the same id")
  void idsAreUnique() {
    List<Requirement> all = Requirement.all();
    Set<String> ids = new HashSet<>();
    all.forEach(requirement -> ids.add(requirement.id()));
    assertEquals(all.size(), ids.size());
  }

  @Test
  @DisplayName("A changed word changes the lock, a changed line break does not")
  void wordsCountAndLineBreaksDont() {
    String lock = lock("It shall be", "so.");
    assertEquals(lock, lock("It", "shall be so."));
    assertNotEquals(lock, lock("It should be", "so."));
  }

  private static String lock(String first, String second) {
    List<String> lines = List.of("### Title", "`req~a~1`", "", first, second, "", "## Next", "x");
    return Requirement.ofFile(Path.of("a.md"), lines).getFirst().lock();
  }
}
