package dev.wrt.tests.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Counts what was compared.
final class Tally {
  private static final int STEP = 10_000;
  private long programs;
  private long bytes;
  private long returned;
  private long ended;

  long programs() {
    return programs;
  }

  void count(Program program, Answer answer) {
    programs++;
    bytes += program.bytes().length;
    returned += answer.returned();
    ended += answer.ended();
    if (programs % STEP == 0) {
      System.out.println("differential: " + programs + " programs");
    }
  }

  void write(Path file, Set<Area> areas, List<String> failures) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "Generated programs, executed by wrt and by V8 (Node 26.10.0).\n"
            + "programs: %d\nmean size: %d bytes\n"
                .formatted(programs, bytes / Math.max(1, programs))
            + "returned: %d\ntrapped or thrown: %d\nareas: %s\n".formatted(returned, ended, areas)
            + "divergences: %d\n".formatted(failures.size()));
  }
}
