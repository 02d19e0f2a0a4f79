package dev.wrt.component;

import static dev.wrt.component.Samples.component;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.Component;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~component-close-budget~1]
class BudgetTest {
  @ParameterizedTest(name = "{0}")
  @EnumSource(TrustLevel.class)
  @DisplayName("close gives back every byte, whatever has happened before")
  void close(TrustLevel trust) {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard().withTrust(trust));
    Samples samples = Samples.fresh();
    Component component = component(engine, "caller");
    long before = engine.budget().reservedBytes();
    for (String last : new String[] {"use-and-keep", "give-twice"}) {
      ComponentInstance caller = ok(samples.linker().instantiate(engine, component));
      assertTrue(engine.budget().reservedBytes() > before);
      ok(caller.call("shout", str("hello")));
      caller.call(last, u32(3));
      caller.close();
      assertEquals(before, engine.budget().reservedBytes(), last);
    }
    component.close();
    assertEquals(0, engine.budget().reservedBytes());
  }

  // [utest->req~component-budget-refused~1]
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"pair", "caller", "counter", "echo"})
  @DisplayName("Whichever reservation is refused: a fault, no leak, no exception")
  void refusals(String name) {
    ComponentOptions options =
        ComponentOptions.standard()
            .withTrust(TrustLevel.UNTRUSTED)
            .with(GuestLimit.FRAMES, 100)
            .with(GuestLimit.VALUE_SLOTS, 1 << 10);
    ComponentEngine enough = ComponentEngine.create(options);
    Linker linker = Samples.fresh().linker();
    Component component = component(enough, name);
    ok(linker.instantiate(enough, component));
    long needed = enough.budget().highWaterBytes();
    int refused = 0;
    for (long bytes = 0; bytes < needed; bytes += 1 + needed / 300) {
      ComponentEngine engine = ComponentEngine.create(options.withMemoryBudget(bytes));
      Result<ComponentInstance> made = linker.instantiate(engine, component);
      if (made instanceof Result.Err<ComponentInstance> err) {
        assertInstanceOf(Fault.BudgetFault.class, err.fault());
        refused++;
      } else {
        ok(made).close();
      }
      assertEquals(0, engine.budget().reservedBytes(), "with " + bytes);
    }
    assertTrue(refused > 100, "refused " + refused);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(TrustLevel.class)
  @DisplayName("A call that the budget refuses is a fault, and close still gives everything back")
  void refusedCalls(TrustLevel trust) {
    ComponentOptions options = ComponentOptions.standard().withTrust(trust);
    ComponentEngine sizing = ComponentEngine.create(options);
    Component component = component(sizing, "echo");
    ComponentInstance whole = ok(new Linker().instantiate(sizing, component));
    long needed = whole.budget().reservedBytes();
    for (long bytes = needed; bytes < needed + 40_000; bytes += 997) {
      ComponentEngine engine = ComponentEngine.create(options.withMemoryBudget(bytes));
      ComponentInstance echo = ok(new Linker().instantiate(engine, component));
      Result<Values> answer = echo.call("echo", str("x".repeat(10_000)));
      if (answer instanceof Result.Err<Values> err) {
        assertInstanceOf(Fault.BudgetFault.class, err.fault());
      }
      echo.close();
      assertEquals(0, engine.budget().reservedBytes(), "with " + bytes);
    }
  }
}
