package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Features;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {
  private static ComponentInstance instance(ComponentOptions options, Linker linker) {
    ComponentEngine engine = ComponentEngine.create(options);
    return ok(linker.instantiate(engine, ok(Samples.decode(engine, "tasks", Features.ALL))));
  }

  private static ComponentInstance instance() {
    return instance(ComponentOptions.standard(), new Linker());
  }

  // [utest->req~async-callback~1]
  // [utest->req~async-task-return~1]
  @Test
  @DisplayName("A task that yields through its callback returns what it remembers in its context")
  void count() {
    ComponentInstance tasks = instance();
    assertEquals(u32(0), ok(tasks.call("worker#count", u32(0))));
    assertEquals(u32(5), ok(tasks.call("worker#count", u32(5))));
  }

  // [utest->req~async-lower~1]
  @Test
  @DisplayName("Tasks begun together go on in turn, so the one with the least to do ends first")
  void gather() {
    assertEquals(u32(123), ok(instance().call("driver#gather", Values.NONE)));
  }

  // [utest->req~async-lower-sync~1]
  @Test
  @DisplayName("A call lowered synchronously comes back when the task has returned")
  void lowerSync() {
    assertEquals(u32(4), ok(instance().call("driver#count-sync", u32(4))));
  }

  // [utest->req~async-sync-call~1]
  @Test
  @DisplayName("A synchronous function can call a task that does not wait, and no other")
  void syncCall() {
    ComponentInstance tasks = instance();
    assertEquals(u32(0), ok(tasks.call("driver#count-in-sync", u32(0))));
    assertEquals(ComponentCode.DEADLOCK, fault(tasks.call("driver#count-in-sync", u32(1))).code());
  }

  // [utest->req~async-scheduler~1]
  @Test
  @DisplayName("The seed decides the order of tasks, and the same seed decides it the same way")
  void seeds() {
    Set<Values> orders = new HashSet<>();
    for (long seed = 1; seed <= 20; seed++) {
      ComponentOptions options = ComponentOptions.standard().withSeed(seed);
      Values order = ok(instance(options, new Linker()).call("driver#gather", Values.NONE));
      assertEquals(order, ok(instance(options, new Linker()).call("driver#gather", Values.NONE)));
      orders.add(order);
    }
    assertTrue(orders.size() > 1, "some seed lets another task end first");
  }

  // [utest->req~async-backpressure~1]
  @Test
  @DisplayName("Under backpressure a task is STARTING, and it starts when that ends")
  void backpressure() {
    assertEquals(u32(7), ok(instance().call("driver#held", Values.NONE)));
    ComponentInstance tasks = instance();
    assertEquals(
        ComponentCode.BACKPRESSURE_RANGE, fault(tasks.call("worker#free", Values.NONE)).code());
  }

  // [utest->req~async-cancel~1]
  @ParameterizedTest
  @CsvSource({"cancel,4", "cancel-stubborn,2", "cancel-held,3"})
  @DisplayName("Cancelling ends a task that heeds it, one that has not started, and no other")
  void cancel(String function, int state) {
    assertEquals(u32(state), ok(instance().call("driver#" + function, Values.NONE)));
  }

  // [utest->req~async-cancel~1]
  @Test
  @DisplayName("The host can cancel its call: a task that heeds it does no harm")
  void cancelFromHost() {
    ComponentInstance tasks = instance();
    tasks.fuel(200);
    Execution execution = ok(tasks.start("worker#count", u32(1_000_000)));
    assertInstanceOf(Outcome.OutOfFuel.class, execution.run());
    execution.cancel();
    execution.addFuel(1_000);
    Outcome.Failed end = assertInstanceOf(Outcome.Failed.class, execution.run());
    assertEquals(ComponentCode.CANCELLED, end.fault().code());
    assertEquals(u32(1), ok(tasks.call("worker#count", u32(1))));
  }

  // [utest->req~async-deadlock~1]
  @Test
  @DisplayName("A call that waits for nothing that can come is a deadlock, which poisons")
  void deadlock() {
    ComponentInstance tasks = instance();
    assertEquals(ComponentCode.DEADLOCK, fault(tasks.call("worker#stuck", Values.NONE)).code());
    assertEquals(ComponentCode.CANNOT_ENTER, fault(tasks.call("worker#count", u32(0))).code());
  }

  // [utest->req~async-task-return~1]
  @ParameterizedTest
  @CsvSource({
    "twice,TASK_RESOLVED",
    "silent,TASK_UNRESOLVED",
    "unasked,NOT_CANCELLED",
    "code,CALLBACK_CODE"
  })
  @DisplayName("A task that returns twice or not at all, or cancels itself unasked, traps")
  void misuse(String function, ComponentCode code) {
    Fault fault = fault(instance().call("worker#" + function, Values.NONE));
    assertEquals(code, fault.code());
    assertInstanceOf(Fault.Trap.class, fault);
  }

  // [utest->req~async-settle~1]
  @Test
  @DisplayName("What a task does after its return is done when the components settle")
  void settle() {
    ComponentInstance tasks = instance();
    assertEquals(u32(9), ok(tasks.call("worker#after", Values.NONE)));
    assertEquals(1, tasks.tree.driver.parked().size());
    ok(tasks.settle());
    assertEquals(0, tasks.tree.driver.parked().size());
    tasks.close();
  }

  // [utest->req~async-fuel~1]
  @Test
  @DisplayName("Tasks can be stopped at every unit of fuel: same result, same fuel")
  void everyUnit() {
    ComponentOptions options = ComponentOptions.standard().withFuel(1_000_000);
    ComponentInstance whole = instance(options, new Linker());
    long before = whole.stats().fuelUsed();
    assertEquals(u32(123), ok(whole.call("driver#gather", Values.NONE)));
    long used = whole.stats().fuelUsed() - before;
    for (long stop = 1; stop < used; stop += stop < 50 ? 1 : 7) {
      ComponentInstance stepped = instance(options, new Linker());
      stepped.fuel(0);
      Execution execution = ok(stepped.start("driver#gather", Values.NONE));
      Outcome outcome = execution.run();
      while (outcome instanceof Outcome.OutOfFuel) {
        execution.addFuel(stop);
        outcome = execution.run();
      }
      assertEquals(new Outcome.Returned(u32(123)), outcome);
      assertEquals(used, stepped.stats().fuelUsed() - before, "step " + stop);
      stepped.close();
    }
  }

  // [utest->req~async-tasks-bound~1]
  // [utest->req~async-blocked-bytes~1]
  @Test
  @DisplayName("A flood of tasks ends in a typed fault, and closing gives all its bytes back")
  void flood() {
    ComponentOptions options = ComponentOptions.standard().with(GuestLimit.TASKS, 100);
    ComponentEngine engine = ComponentEngine.create(options);
    var component = ok(Samples.decode(engine, "tasks", Features.ALL));
    long start = engine.budget().reservedBytes();
    ComponentInstance tasks = ok(new Linker().instantiate(engine, component));
    assertEquals(u32(1), ok(tasks.call("driver#flood", u32(50))));
    assertEquals(50, tasks.tree.driver.parked().size());
    assertEquals(ComponentCode.TASKS_EXHAUSTED, fault(tasks.call("driver#flood", u32(51))).code());
    assertEquals(0, tasks.tree.driver.parked().size());
    tasks.close();
    assertEquals(start, engine.budget().reservedBytes());
  }

  // [utest->req~async-blocked-bytes~1]
  @Test
  @DisplayName("Blocked tasks are paid for by the budget, and are refused when it is used up")
  void floodOfBytes() {
    ComponentInstance probe = instance();
    long needed = probe.budget().reservedBytes();
    ComponentOptions options = ComponentOptions.standard().withMemoryBudget(needed + 200_000);
    ComponentInstance tasks = instance(options, new Linker());
    assertInstanceOf(Fault.BudgetFault.class, fault(tasks.call("driver#flood", u32(1_000_000))));
    tasks.close();
  }

  // [utest->req~async-blocked-bytes~1]
  @Test
  @DisplayName("Closing with blocked tasks gives everything back")
  void closeWithBlocked() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    var component = ok(Samples.decode(engine, "tasks", Features.ALL));
    long start = engine.budget().reservedBytes();
    ComponentInstance tasks = ok(new Linker().instantiate(engine, component));
    ok(tasks.call("driver#flood", u32(10)));
    tasks.fuel(500);
    Execution open = ok(tasks.start("worker#forever", Values.NONE));
    assertInstanceOf(Outcome.OutOfFuel.class, open.run());
    tasks.close();
    assertEquals(start, engine.budget().reservedBytes());
    assertInstanceOf(Outcome.Failed.class, open.run());
  }

  // [utest->req~async-lockdown~1]
  @Test
  @DisplayName("A trap ends every open call: each hook that was entered is aborted once")
  void lockdown() {
    List<String> log = new ArrayList<>();
    Linker watched = new Linker().intercept(ok(Interceptors.of(List.of(new Recorder("a", log)))));
    ComponentInstance tasks = instance(ComponentOptions.standard(), watched);
    fault(tasks.call("driver#crash", Values.NONE));
    long begun = log.stream().filter(l -> l.contains(" before ")).count();
    List<String> aborted = log.stream().filter(l -> l.contains(" aborted ")).toList();
    assertEquals(5, begun, "one export, and two calls with two sites each");
    assertEquals(begun, aborted.size());
    assertEquals(begun, new HashSet<>(aborted).size());
    assertEquals(0, tasks.tree.driver.parked().size());
    assertEquals(
        ComponentCode.CANNOT_ENTER, fault(tasks.call("driver#gather", Values.NONE)).code());
    assertEquals(begun, log.stream().filter(l -> l.contains(" before ")).count());
  }

  // [utest->req~async-events~1]
  @Test
  @DisplayName("Interceptors see tasks start, return and let themselves be cancelled")
  void events() {
    List<String> log = new ArrayList<>();
    Recorder recorder =
        new Recorder("a", log).watching(Point.TASK_START, Point.TASK_RETURN, Point.TASK_CANCEL);
    Linker watched = new Linker().intercept(ok(Interceptors.of(List.of(recorder))));
    ok(instance(ComponentOptions.standard(), watched).call("driver#cancel", Values.NONE));
    List<String> events = log.stream().filter(l -> l.contains("TASK_")).toList();
    assertEquals(4, events.size(), events.toString());
    assertTrue(events.get(0).contains("TASK_START"), events.toString());
    assertTrue(events.get(1).contains("TASK_START"), events.toString());
    assertTrue(events.get(2).contains("TASK_CANCEL"), events.toString());
    assertTrue(events.get(3).contains("TASK_RETURN"), events.toString());
  }

  // [utest->req~async-executions~1]
  @Test
  @DisplayName("While a call waits for nobody's frames, another can be run to its end")
  void interleaved() {
    ComponentInstance tasks = instance();
    ok(tasks.call("driver#flood", u32(3)));
    assertEquals(u32(2), ok(tasks.call("worker#count", u32(2))));
    assertEquals(3, tasks.tree.driver.parked().size());
  }

  // [utest->req~async-no-reentry~1]
  @Test
  @DisplayName(
      "An outer component may be called back by an inner one, which may not be entered twice")
  void reentry() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    ComponentInstance donut = Samples.instance(engine, new Linker(), "donut");
    ok(donut.call("run", Values.of(new Value.Bool(false))));
    assertEquals(
        ComponentCode.CANNOT_ENTER,
        fault(donut.call("run", Values.of(new Value.Bool(true)))).code());
    donut.close();
  }
}
