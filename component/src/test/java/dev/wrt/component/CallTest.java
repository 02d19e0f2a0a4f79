package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CallTest {
  private final Samples samples = Samples.fresh();

  private ComponentInstance caller() {
    return instance(
        ComponentEngine.create(ComponentOptions.standard()), samples.linker(), "caller");
  }

  @Test
  @DisplayName("A call of an export passes scalars and returns one")
  void scalars() {
    assertEquals(u32(42), ok(instance("echo").call("add", u32(40, 2))));
  }

  @Test
  @DisplayName("A string goes through realloc into the guest and back, and post-return runs once")
  void strings() {
    ComponentInstance echo = instance("echo");
    assertEquals(str("žluťoučký 🐎"), ok(echo.call("echo", str("žluťoučký 🐎"))));
    assertEquals(u32(1), ok(echo.call("posts", Values.NONE)));
  }

  @Test
  @DisplayName("An exported interface's function is found with and without its version")
  void names() {
    ComponentInstance echo = instance("echo");
    assertEquals(u32(3), ok(echo.call("test:echo/api@1.2.3#add", u32(1, 2))));
    assertEquals(u32(3), ok(echo.call("test:echo/api.add", u32(1, 2))));
    Fault unknown = fault(echo.call("test:echo/api#sub", u32(1, 2)));
    assertEquals(ComponentCode.EXPORT_UNKNOWN, unknown.code());
    assertInstanceOf(Fault.CallFault.class, unknown);
  }

  // [utest->req~component-fault-harmless~1]
  @Test
  @DisplayName("Arguments of the wrong type are refused, and nothing is spoilt")
  void wrongArguments() {
    ComponentInstance echo = instance("echo");
    assertInstanceOf(Result.Err.class, echo.call("add", str("x")));
    assertInstanceOf(Result.Err.class, echo.call("add", u32(1)));
    assertEquals(u32(2), ok(echo.call("add", u32(1, 1))));
  }

  // [utest->req~component-trap-poisons~1]
  @Test
  @DisplayName("After a trap the instance can't be entered any more")
  void trap() {
    ComponentInstance echo = instance("echo");
    assertInstanceOf(Fault.Trap.class, fault(echo.call("boom", Values.NONE)));
    assertEquals(ComponentCode.CANNOT_ENTER, fault(echo.call("add", u32(1, 2))).code());
    echo.close();
  }

  @Test
  @DisplayName("A guest calls a host function with a string and gets one back")
  void hostFunction() {
    assertEquals(str("hey!"), ok(caller().call("shout", str("hey"))));
    assertEquals(java.util.List.of("shout hey"), samples.log);
  }

  @Test
  @DisplayName("A fault of a host function ends the call and the instance")
  void hostFault() {
    ComponentInstance caller = caller();
    assertInstanceOf(Fault.ExitFault.class, fault(caller.call("fail", Values.NONE)));
    assertEquals(ComponentCode.CANNOT_ENTER, fault(caller.call("shout", str("x"))).code());
  }

  // [utest->req~component-instantiate-order~1]
  @Test
  @DisplayName("Components call each other, after the inner one's start function has run")
  void nested() {
    ComponentInstance pair = instance("pair");
    assertEquals(u32(10), ok(pair.call("started", Values.NONE)));
    assertEquals(str("oellh"), ok(pair.call("swap", str("hello"))));
  }

  @Test
  @DisplayName("A trap in an inner component names it and makes the whole tree unusable")
  void nestedTrap() {
    ComponentInstance pair = instance("pair");
    assertInstanceOf(Fault.Trap.class, fault(pair.call("boom", Values.NONE)));
    assertEquals(ComponentCode.CANNOT_ENTER, fault(pair.call("started", Values.NONE)).code());
  }

  // [utest->req~component-may-leave~1]
  @Test
  @DisplayName("realloc and post-return can't call out")
  void leaving() {
    Linker linker = new Linker().define("poke", call -> Result.ok(Values.NONE));
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    assertEquals(
        ComponentCode.CANNOT_LEAVE,
        fault(instance(engine, linker, "reenter").call("take", str("x"))).code());
    assertEquals(
        ComponentCode.CANNOT_LEAVE,
        fault(instance(engine, linker, "reenter").call("post", Values.NONE)).code());
  }

  @Test
  @DisplayName("A component's export satisfies another component's import of an older version")
  void linked() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    ComponentInstance echo = instance(engine, new Linker(), "echo");
    ComponentInstance client =
        instance(engine, new Linker().define("test:echo/api@1.2.3", echo), "client");
    assertEquals(u32(6), ok(client.call("add-three", u32(1, 2, 3))));
    assertInstanceOf(Fault.Trap.class, fault(echo.call("boom", Values.NONE)));
    assertEquals(ComponentCode.CANNOT_ENTER, fault(client.call("add-three", u32(1, 2, 3))).code());
  }

  // [utest->req~component-safe-state~1]
  @Test
  @DisplayName("A host function that throws leaves the components in their safe state")
  void safeState() {
    Linker linker =
        samples
            .linker()
            .define(
                "shout",
                call -> {
                  throw new IllegalStateException("a defect of the host");
                });
    ComponentInstance caller =
        instance(ComponentEngine.create(ComponentOptions.standard()), linker, "caller");
    assertEquals(ComponentCode.SAFE_STATE, fault(caller.call("shout", str("x"))).code());
    assertEquals(ComponentCode.CANNOT_ENTER, fault(caller.call("shout", str("x"))).code());
  }

  @Test
  @DisplayName("A result of the wrong type from a host function is a fault")
  void wrongResult() {
    Linker linker = samples.linker().define("shout", call -> Result.ok(u32(1)));
    ComponentInstance caller =
        instance(ComponentEngine.create(ComponentOptions.standard()), linker, "caller");
    assertInstanceOf(Result.Err.class, caller.call("shout", str("x")));
  }

  @Test
  @DisplayName("Statistics count calls, instructions and bytes")
  void stats() {
    ComponentInstance caller = caller();
    ok(caller.call("shout", str("hey")));
    ComponentStats stats = caller.stats();
    assertEquals(1, stats.calls());
    assertEquals(1, stats.hostCalls());
    assertEquals(true, stats.fuelUsed() > 0);
    assertEquals(true, stats.memoryBytes() >= 1 << 16);
    assertEquals(true, stats.integrity().areas().size() > 3);
    assertEquals(true, stats.crossing().crossings() > 0);
  }

  @Test
  @DisplayName("Values keep their bits")
  void unsigned() {
    assertEquals(Values.of(new Value.U32(-1)), ok(instance("echo").call("add", u32(-2, 1))));
  }
}
