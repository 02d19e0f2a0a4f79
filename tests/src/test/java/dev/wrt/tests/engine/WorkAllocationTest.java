package dev.wrt.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.Machine;
import dev.wrt.engine.Status;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a machine allocates for each kind of instructions, by the JVM's own count for the thread.
class WorkAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long FUEL = 10_000_000;

  /// The heap is small, so that the collector is at work too.
  private static final int HEAP_BYTES = 1 << 20;

  /// The first rounds load classes, and the compiler of the JVM allocates when it gives up an
  /// optimisation; a machine that allocated would do so in all of them.
  private static final int ROUNDS = 6;

  static List<String> kinds() {
    return Work.KINDS;
  }

  // [utest->req~engine-no-allocation~1]
  @ParameterizedTest(name = "{0}: 10 million units of fuel allocate nothing")
  @MethodSource("kinds")
  void nothing(String kind) {
    try (Work work = new Work(kind, options())) {
      Machine machine = work.machine();
      work.enter("run", Integer.MAX_VALUE);
      long least = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS && least > 0; round++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        machine.fuel(FUEL);
        Status status = machine.run();
        least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        assertEquals(Status.OUT_OF_FUEL, status);
      }
      assertEquals(0, least, "bytes allocated");
      assertTrue(machine.instructions() > FUEL - 1000, "the machine was at work");
    }
  }

  private static EngineOptions options() {
    return EngineOptions.standard().withHeapBytesMax(HEAP_BYTES);
  }
}
