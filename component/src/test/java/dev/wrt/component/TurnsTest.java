package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.component.value.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Several executions of one tree that are run in turns, and need each other.
class TurnsTest {
  private final ComponentInstance turning = instance("turning");

  @AfterEach
  void close() {
    turning.close();
  }

  private Execution start(String export) {
    return ok(turning.start(export, Values.NONE));
  }

  private static void assertWaits(Execution execution, int turns, boolean worthRunning) {
    assertInstanceOf(Outcome.Waiting.class, execution.run(turns));
    assertFalse(execution.hasEnded());
    assertEquals(worthRunning, execution.wakeup().toCompletableFuture().isDone());
  }

  // [utest->req~async-turns~1]
  @Test
  @DisplayName("A call that turns in a circle comes back after its turns, and another one stops it")
  void turns() {
    Execution turn = start("turn");
    assertWaits(turn, 0, true);
    assertWaits(turn, 7, true);
    assertWaits(turning.settling(), 3, true);
    assertWaits(turn, 1, true);
    Execution stop = start("stop");
    assertEquals(new Outcome.Returned(u32(11)), stop.run(0));
    assertTrue(stop.hasEnded());
    assertEquals(new Outcome.Returned(Values.NONE), turn.run());
    assertTrue(turn.hasEnded());
  }

  // [utest->req~async-calls-expected~1]
  @Test
  @DisplayName("A call that waits for nothing is a deadlock, unless further calls are expected")
  void deadlock() {
    turning.expectCalls(true);
    Execution wait = start("wait");
    assertWaits(wait, 100, false);
    assertEquals(u32(0), ok(turning.call("stop", Values.NONE)));
    wait.cancel();
    Outcome.Failed cancelled = assertInstanceOf(Outcome.Failed.class, wait.run());
    assertEquals(ComponentCode.CANCELLED, cancelled.fault().code());
    turning.expectCalls(false);
    assertEquals(ComponentCode.DEADLOCK, fault(turning.call("wait", Values.NONE)).code());
  }

  @Test
  @DisplayName("After a trap, what waits has ended with it")
  void poisoned() {
    turning.expectCalls(true);
    Execution wait = start("wait");
    assertWaits(wait, 100, false);
    assertInstanceOf(Outcome.Failed.class, start("throw").run());
    assertTrue(wait.hasEnded());
    assertInstanceOf(Outcome.Failed.class, wait.run());
  }
}
