package dev.wrt.tests.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.ComponentEngine;
import dev.wrt.decoder.core.Module;
import dev.wrt.engine.Store;
import dev.wrt.memory.SafeMemory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.primitive.IntList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What hostile inputs make the host hold, by the books and in truth.
// [utest->req~limits-hostile~1]
class HostileTest {
  /// Java's heap: twice the budget, as an array that grows is there twice for a moment, and what
  /// wrt and the test themselves need.
  private static final long HEAP_BYTES = 2 * HostileRun.BUDGET_BYTES + (40L << 20);

  @Test
  @DisplayName(
      "No hostile input holds more than the budget, nor needs more heap than twice as much")
  void hostile() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + HEAP_BYTES,
                "-cp",
                classPath(),
                HostileRun.class.getName())
            .redirectErrorStream(true)
            .start();
    String text = output(child);
    assertEquals(0, child.waitFor(), text);
    List<String[]> rows = text.lines().map(line -> line.split("\t")).toList();
    assertTrue(rows.size() > 20, text);
    for (String[] row : rows) {
      assertEquals(3, row.length, text);
      assertTrue(Long.parseLong(row[1]) <= HostileRun.BUDGET_BYTES, row[0]);
      boolean bounded = row[2].contains("Fault") || row[2].contains("Trap") || row[2].equals("ok");
      assertTrue(bounded, text);
    }
  }

  private static String output(Process child) throws IOException {
    try (InputStream in = child.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Where the classes are that the run needs; the class path of a test runner need not say it.
  private static String classPath() {
    return Stream.of(
            HostileRun.class,
            MemoryBudget.class,
            SafeMemory.class,
            Module.class,
            Store.class,
            ComponentEngine.class,
            IntList.class,
            IntArrayList.class,
            Assertions.class,
            org.opentest4j.AssertionFailedError.class,
            org.junit.platform.commons.JUnitException.class)
        .map(HostileTest::place)
        .distinct()
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
