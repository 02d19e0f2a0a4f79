package dev.wrt.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.Machine;
import dev.wrt.engine.Status;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The guest's calls do not use the host's stack.
class HostStackTest {
  private static final long STACK_BYTES = 256 << 10;
  private static final int RECURSION = 100_000;
  private static final int TAIL_CALLS = 1_000_000;

  // [utest->req~engine-recursion~1]
  @Test
  @DisplayName("100,000 open calls fit a thread with a stack of 256 KiB")
  void recursion() throws InterruptedException {
    assertEquals(RECURSION, onSmallStack("down", RECURSION));
  }

  // [utest->req~engine-recursion~1]
  @Test
  @DisplayName("a million tail calls fit a thread with a stack of 256 KiB, and a call stack of 64")
  void tailCalls() throws InterruptedException {
    assertEquals(1, onSmallStack("even", TAIL_CALLS));
  }

  private static long onSmallStack(String export, int argument) throws InterruptedException {
    AtomicLong result = new AtomicLong(-1);
    Thread thread =
        new Thread(null, () -> result.set(result(export, argument)), "small stack", STACK_BYTES);
    thread.start();
    thread.join();
    return result.get();
  }

  private static long result(String export, int argument) {
    EngineOptions o = EngineOptions.standard();
    int calls = export.equals("down") ? RECURSION + 10 : 64;
    EngineOptions options = new EngineOptions(o.verification(), 1 << 20, calls, 1, 1, 4);
    try (Work work = new Work("deep", options)) {
      Machine machine = work.machine();
      machine.fuel(1L << 40);
      work.enter(export, argument);
      assertEquals(Status.RETURNED, machine.run());
      return machine.result(0);
    }
  }
}
