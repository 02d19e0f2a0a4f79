package dev.wrt.component;

import static dev.wrt.component.Samples.component;
import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.component.value.Value.Handle;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.Component;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FuelTest {
  private static ComponentEngine engine(long fuel) {
    return ComponentEngine.create(ComponentOptions.standard().withFuel(fuel));
  }

  /// Runs a call with a little fuel at a time; gives the number of suspensions.
  private static int runInSteps(Execution execution, long step, Values expected) {
    int suspensions = 0;
    Outcome outcome = execution.run();
    while (outcome instanceof Outcome.OutOfFuel) {
      suspensions++;
      assertTrue(suspensions < 100_000, "a call comes to its end");
      execution.addFuel(step);
      outcome = execution.run();
    }
    assertEquals(new Outcome.Returned(expected), outcome);
    return suspensions;
  }

  // [utest->req~component-fuel-resume~1]
  @Test
  @DisplayName(
      "A call through nested components, realloc and post-return can stop anywhere: same result, "
          + "same fuel")
  void nestedCall() {
    ComponentInstance whole = instance(engine(1_000_000), new Linker(), "pair");
    long before = whole.stats().fuelUsed();
    ok(whole.call("swap", str("hello")));
    long used = whole.stats().fuelUsed() - before;
    for (long step = 1; step <= used; step++) {
      ComponentInstance stepped = instance(engine(1_000_000), new Linker(), "pair");
      stepped.fuel(0);
      runInSteps(ok(stepped.start("swap", str("hello"))), step, str("oellh"));
      assertEquals(used, stepped.stats().fuelUsed() - before, "step " + step);
      stepped.close();
    }
  }

  // [utest->req~component-fuel-resume~1]
  @Test
  @DisplayName("An instantiation with start functions can stop and go on")
  void instantiation() {
    ComponentEngine engine = engine(3);
    Instantiation instantiation = ok(new Linker().begin(engine, component(engine, "pair")));
    int suspensions = runInSteps(instantiation, 3, Values.NONE);
    assertTrue(suspensions > 1, "the start function needs more fuel");
    ComponentInstance pair = assertNotNull2(instantiation.instance());
    pair.fuel(1_000);
    assertEquals(u32(10), ok(pair.call("started", Values.NONE)));
  }

  private static ComponentInstance assertNotNull2(ComponentInstance instance) {
    assertNotNull(instance);
    return instance;
  }

  // [utest->req~component-fuel-resume~1]
  @Test
  @DisplayName("A destructor can stop and go on")
  void destructor() {
    ComponentInstance counter = instance(engine(1_000), new Linker(), "counter");
    Values made = ok(counter.call("make", u32(7)));
    counter.fuel(0);
    assertTrue(runInSteps(ok(counter.start("take", made)), 1, u32(7)) > 3);
    counter.fuel(100);
    assertEquals(u32(7), ok(counter.call("dropped", Values.NONE)));
  }

  @Test
  @DisplayName("A plain call that runs out of fuel is a fault and gives the instance up")
  void plainCall() {
    ComponentInstance echo = instance(engine(100), new Linker(), "echo");
    assertEquals(ComponentCode.FUEL_EXHAUSTED, fault(echo.call("spin", u32(1_000_000))).code());
    echo.fuel(1_000);
    assertEquals(ComponentCode.CANNOT_ENTER, fault(echo.call("add", u32(1, 2))).code());
  }

  // [utest->req~component-one-execution~1]
  @Test
  @DisplayName("While one execution is suspended another one is refused, and does no harm")
  void busy() {
    ComponentInstance echo = instance(engine(10), new Linker(), "echo");
    Execution first = ok(echo.start("spin", u32(100)));
    assertInstanceOf(Outcome.OutOfFuel.class, first.run());
    Outcome second = ok(echo.start("add", u32(1, 2))).run();
    assertEquals(
        ComponentCode.EXECUTION_BUSY,
        assertInstanceOf(Outcome.Failed.class, second).fault().code());
    first.addFuel(10_000);
    assertEquals(new Outcome.Returned(u32(100)), first.run());
    assertEquals(new Outcome.Returned(u32(100)), first.run(), "the outcome stays");
  }

  @Test
  @DisplayName("A suspended call that is given up leaves the instance unusable")
  void abandoned() {
    ComponentInstance echo = instance(engine(10), new Linker(), "echo");
    Execution spin = ok(echo.start("spin", u32(100)));
    assertInstanceOf(Outcome.OutOfFuel.class, spin.run());
    spin.abandon();
    assertInstanceOf(Outcome.Failed.class, spin.run());
    echo.fuel(100);
    assertEquals(ComponentCode.CANNOT_ENTER, fault(echo.call("add", u32(1, 2))).code());
    echo.close();
  }

  @Test
  @DisplayName("Closing while a call is suspended gives the call up, and everything back")
  void closedWhileSuspended() {
    ComponentEngine engine = engine(10);
    ComponentInstance echo = instance(engine, new Linker(), "echo");
    Execution spin = ok(echo.start("spin", u32(100)));
    assertInstanceOf(Outcome.OutOfFuel.class, spin.run());
    echo.close();
    assertInstanceOf(Outcome.Failed.class, spin.run());
    assertEquals(ComponentCode.INSTANCE_CLOSED, fault(echo.call("add", u32(1, 2))).code());
  }

  @Test
  @DisplayName("A call that was prepared before the instance was closed does not run")
  void closedBeforeRun() {
    ComponentInstance echo = instance("echo");
    Execution add = ok(echo.start("add", u32(1, 2)));
    echo.close();
    Outcome outcome = add.run();
    assertEquals(
        ComponentCode.INSTANCE_CLOSED,
        assertInstanceOf(Outcome.Failed.class, outcome).fault().code());
  }

  @Test
  @DisplayName("An instantiation that is given up before it runs gives everything back")
  void abandonedBeforeRun() {
    ComponentEngine engine = engine(10);
    Component component = component(engine, "pair");
    long before = engine.budget().reservedBytes();
    Instantiation instantiation = ok(new Linker().begin(engine, component));
    assertTrue(engine.budget().reservedBytes() > before);
    instantiation.abandon();
    assertEquals(before, engine.budget().reservedBytes());
    assertInstanceOf(Outcome.Failed.class, instantiation.run());
  }

  @Test
  @DisplayName("While an execution is suspended the host can't drop a handle, and keeps it")
  void busyDrop() {
    ComponentInstance counter = instance(engine(1_000), new Linker(), "counter");
    Values made = ok(counter.call("make", u32(7)));
    counter.fuel(0);
    Execution dropped = ok(counter.start("dropped", Values.NONE));
    assertInstanceOf(Outcome.OutOfFuel.class, dropped.run());
    Handle handle = (Handle) made.get(0);
    assertEquals(ComponentCode.EXECUTION_BUSY, fault(counter.drop(handle)).code());
    dropped.addFuel(1_000);
    assertEquals(new Outcome.Returned(u32(0)), dropped.run());
    ok(counter.drop(handle));
  }
}
