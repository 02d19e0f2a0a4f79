package dev.wrt.tests.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.FaultCode;
import dev.wrt.component.ComponentCode;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.Component;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Hostile guests that make tasks, threads, streams and whatever else there is until they are
/// refused.
class FloodTest {
  private static final long SMALL_BUDGET = 2L << 20;
  private static final long LARGE_BUDGET = 64L << 20;

  /// What the heap may hold beside what is reserved: classes that are loaded meanwhile, and the
  /// test itself.
  private static final long HEAP_SLACK = 8L << 20;

  /// What is made, and the refusal where there is budget enough.
  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("tasks", ComponentCode.TASKS_EXHAUSTED),
        Arguments.of("held-tasks", ComponentCode.TASKS_EXHAUSTED),
        Arguments.of("threads", ComponentCode.TASKS_EXHAUSTED),
        Arguments.of("ready-threads", ComponentCode.TASKS_EXHAUSTED),
        Arguments.of("streams", ComponentCode.HANDLES_EXHAUSTED),
        Arguments.of("writes", ComponentCode.HANDLES_EXHAUSTED),
        Arguments.of("futures", ComponentCode.HANDLES_EXHAUSTED),
        Arguments.of("sets", ComponentCode.HANDLES_EXHAUSTED),
        Arguments.of("members", ComponentCode.HANDLES_EXHAUSTED),
        Arguments.of("resources", ComponentCode.HANDLES_EXHAUSTED));
  }

  private static ComponentEngine engine(long budget) {
    return ComponentEngine.create(
        ComponentOptions.standard()
            .withMemoryBudget(budget)
            .with(GuestLimit.FRAMES, 1_000)
            .with(GuestLimit.VALUE_SLOTS, 10_000)
            .withTrust(TrustLevel.TRUSTED));
  }

  private static long heapUsed() {
    MemoryMXBean heap = ManagementFactory.getMemoryMXBean();
    heap.gc();
    return heap.getHeapMemoryUsage().getUsed();
  }

  /// Floods, and sees that heap and budget agree and that everything is given back.
  private static Fault flooded(String kind, long budget) {
    ComponentEngine engine = engine(budget);
    long before = heapUsed();
    Fault refusal;
    try (Component component = Guests.component(engine, "flood");
        ComponentInstance instance = Guests.instance(engine, component)) {
      refusal = Guests.fault(instance.call(kind, Values.NONE));
      assertTrue(engine.budget().highWaterBytes() <= budget);
      long grown = heapUsed() - before;
      assertTrue(grown <= engine.budget().highWaterBytes() + HEAP_SLACK, grown + " bytes of heap");
      Fault again = Guests.fault(instance.call(kind, Values.NONE));
      assertEquals(ComponentCode.CANNOT_ENTER, again.code());
    }
    assertEquals(0, engine.budget().reservedBytes(), "everything is given back");
    return refusal;
  }

  // [utest->req~async-floods~1]
  @ParameterizedTest(name = "{0} are made until the bound of their number refuses one")
  @MethodSource("kinds")
  void bounded(String kind, FaultCode code) {
    assertEquals(code, flooded(kind, LARGE_BUDGET).code());
  }

  static Stream<String> names() {
    return Stream.concat(kinds().map(kind -> (String) kind.get()[0]), Stream.of("errors"));
  }

  // [utest->req~async-floods~1]
  @ParameterizedTest(name = "{0} are made until the budget refuses one")
  @MethodSource("names")
  void budgeted(String kind) {
    assertInstanceOf(Fault.BudgetFault.class, flooded(kind, SMALL_BUDGET));
  }

  // [utest->req~async-floods~1]
  @Test
  @DisplayName("Backpressure can be raised 65,535 times")
  void backpressure() {
    assertEquals(ComponentCode.BACKPRESSURE_RANGE, flooded("backpressure", SMALL_BUDGET).code());
  }
}
