package dev.wrt.tests.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Two ways to do the same, measured in turn.
final class Duel {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Long> ours = new ArrayList<>();
  private final List<Long> theirs = new ArrayList<>();

  /// Something that takes time.
  interface Task {
    /// Does it.
    Object run();
  }

  /// Does both so many times without counting, then so many times.
  Duel fight(Task ourTask, Task theirTask, int warmUps, int rounds) {
    for (int i = 0; i < warmUps + rounds; i++) {
      long first = time(ourTask);
      long second = time(theirTask);
      if (i >= warmUps) {
        ours.add(first);
        theirs.add(second);
      }
    }
    return this;
  }

  private static long time(Task task) {
    long before = THREADS.getCurrentThreadCpuTime();
    if (task.run() == null) {
      throw new IllegalStateException("a task has a result");
    }
    return THREADS.getCurrentThreadCpuTime() - before;
  }

  private static double median(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2) / 1e6;
  }

  /// How many times as fast we are.
  double ratio() {
    return median(theirs) / median(ours);
  }

  String line(String what) {
    return String.format(
        Locale.ROOT,
        "%s: wrt %.1f ms, Endive %.1f ms, ratio %.2f%n",
        what,
        median(ours),
        median(theirs),
        ratio());
  }

  /// Where the figures of the build are put.
  static void write(String file, String text) throws IOException {
    Path folder = Path.of("target/speed");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), text);
  }
}
