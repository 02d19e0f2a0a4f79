package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.component.value.Values;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResourceTest {
  private final Samples samples = Samples.fresh();

  private ComponentInstance caller(ComponentOptions options) {
    return instance(ComponentEngine.create(options), samples.linker(), "caller");
  }

  private ComponentInstance caller() {
    return caller(ComponentOptions.standard());
  }

  private static Handle make(ComponentInstance counter, int rep) {
    return (Handle) ok(counter.call("make", u32(rep))).get(0);
  }

  // [utest->req~component-host-resource-end~1]
  @Test
  @DisplayName("A guest makes, lends and drops a resource of the host; the host's destructor runs")
  void hostResource() {
    ComponentInstance caller = caller();
    assertEquals(u32(70), ok(caller.call("use-and-drop", u32(7))));
    assertEquals(List.of("drop 7"), samples.log);
    assertEquals(0, caller.stats().handlesLive());
    assertEquals(1, caller.stats().handlesPeak());
  }

  @Test
  @DisplayName("An owned resource that a guest gives to the host is the host's to end")
  void givenBack() {
    assertEquals(u32(5), ok(caller().call("give-back", u32(5))));
    assertEquals(List.of("consume 5"), samples.log);
  }

  // [utest->req~component-handle-checked~1]
  @Test
  @DisplayName("A handle can be given away once")
  void givenTwice() {
    Fault fault = fault(caller().call("give-twice", u32(5)));
    assertEquals(ComponentCode.HANDLE_UNKNOWN, fault.code());
    assertEquals("1", assertInstanceOf(Fault.Trap.class, fault).subject());
  }

  // [utest->req~component-host-resource-end~1]
  @Test
  @DisplayName("Resources of the host that a guest still holds end when its instance is closed")
  void leftOver() {
    ComponentInstance caller = caller();
    ok(caller.call("use-and-keep", u32(1)));
    ok(caller.call("use-and-keep", u32(2)));
    assertEquals(2, caller.stats().handlesLive());
    caller.close();
    assertEquals(List.of("drop 2", "drop 1"), samples.log);
  }

  // [utest->req~component-handle-bound~1]
  @Test
  @DisplayName("A flood of handles ends in a typed exhaustion at the bound")
  void flood() {
    Fault fault =
        fault(
            caller(ComponentOptions.standard().with(GuestLimit.HANDLES, 10))
                .call("flood", Values.NONE));
    Fault.LimitFault limit = assertInstanceOf(Fault.LimitFault.class, fault);
    assertEquals(10, limit.max());
  }

  // [utest->req~component-handle-bound~1]
  @Test
  @DisplayName("A flood of handles that the bound allows ends in the memory budget")
  void floodOfBudget() {
    ComponentOptions options =
        ComponentOptions.standard().with(GuestLimit.HANDLES, 1 << 26).withMemoryBudget(64 << 20);
    ComponentInstance counter = instance(ComponentEngine.create(options), new Linker(), "counter");
    assertInstanceOf(Fault.BudgetFault.class, fault(counter.call("flood", Values.NONE)));
  }

  // [utest->req~component-handle-ticket~1]
  @Test
  @DisplayName(
      "The host never sees a guest's representation, but can lend the handle and give it back")
  void guestResource() {
    ComponentInstance counter = instance("counter");
    Handle handle = make(counter, 0x1234);
    assertNotEquals(0x1234, handle.rep());
    assertEquals("counter", handle.type().name());
    assertEquals(u32(0x1234), ok(counter.call("value", Values.of(handle))));
    assertEquals(u32(0x1234), ok(counter.call("value", Values.of(handle))));
    assertEquals(u32(0x1234), ok(counter.call("take", Values.of(handle))));
    assertEquals(u32(0x1234), ok(counter.call("dropped", Values.NONE)));
  }

  // [utest->req~component-handle-ticket~1]
  @Test
  @DisplayName(
      "A handle that the host has given away is refused, also when its slot is in use again")
  void stale() {
    ComponentInstance counter = instance("counter");
    Handle first = make(counter, 1);
    ok(counter.drop(first));
    Handle second = make(counter, 2);
    assertNotEquals(first, second);
    assertEquals(ComponentCode.HANDLE_STALE, fault(counter.drop(first)).code());
    assertEquals(u32(1), ok(counter.call("dropped", Values.NONE)));
    assertEquals(ComponentCode.HANDLE_STALE, fault(counter.call("value", Values.of(first))).code());
  }

  // [utest->req~component-resource-generative~1]
  @Test
  @DisplayName("A handle of one instance is nothing to another instance of the same component")
  void generative() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    ComponentInstance one = instance(engine, new Linker(), "counter");
    ComponentInstance two = instance(engine, new Linker(), "counter");
    Handle handle = make(one, 1);
    make(two, 1);
    assertInstanceOf(Fault.class, fault(two.call("value", Values.of(handle))));
    assertEquals(u32(1), ok(one.call("value", Values.of(handle))));
  }
}
