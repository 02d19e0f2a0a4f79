package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.component.value.Values;
import dev.wrt.decoder.Features;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~async-threads~1]
class GuestThreadTest {
  private static ComponentInstance instance(ComponentOptions options) {
    ComponentEngine engine = ComponentEngine.create(options);
    return ok(
        new Linker().instantiate(engine, ok(Samples.decode(engine, "threading", Features.ALL))));
  }

  private static ComponentInstance instance() {
    return instance(ComponentOptions.standard());
  }

  @Test
  @DisplayName("A thread that a synchronous function switches to adds when it is its turn")
  void add() {
    ComponentInstance threading = instance();
    assertEquals(u32(12), ok(threading.call("add", u32(4, 3))));
    assertEquals(u32(17), ok(threading.call("add", u32(1, 5))));
    threading.close();
  }

  // [utest->req~async-sync-call~1]
  @ParameterizedTest
  @CsvSource({
    "sleep,CANNOT_BLOCK",
    "unknown,THREAD_UNKNOWN",
    "itself,THREAD_NOT_SUSPENDED",
    "nothing,THREAD_START"
  })
  @DisplayName("A thread that nobody could wake, that is not there or not suspended traps")
  void traps(String function, ComponentCode code) {
    assertEquals(code, fault(instance().call(function, Values.NONE)).code());
  }

  // [utest->req~async-tasks-bound~1]
  @Test
  @DisplayName("Threads count as blocked tasks: their number is bounded")
  void many() {
    ComponentInstance threading = instance(ComponentOptions.standard().with(GuestLimit.TASKS, 10));
    ok(threading.call("many", u32(10)));
    assertEquals(ComponentCode.TASKS_EXHAUSTED, fault(threading.call("many", u32(1))).code());
    threading.close();
  }

  // [utest->req~async-fuel~1]
  @Test
  @DisplayName("Threads can be stopped at every unit of fuel, with the same result")
  void everyUnit() {
    ComponentInstance threading = instance();
    threading.fuel(0);
    Execution execution = ok(threading.start("add", u32(4, 3)));
    Outcome outcome = execution.run();
    while (outcome instanceof Outcome.OutOfFuel) {
      execution.addFuel(1);
      outcome = execution.run();
    }
    assertEquals(new Outcome.Returned(u32(12)), outcome);
  }
}
