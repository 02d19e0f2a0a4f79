package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Values;
import dev.wrt.engine.EngineCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exceptions of core code do not leave a component: where nobody in it catches one, it is a trap.
class ExceptionTest {
  private static void assertTrapped(ComponentInstance throwing, Fault found) {
    Fault.Trap trap = assertInstanceOf(Fault.Trap.class, found);
    assertEquals(EngineCode.UNCAUGHT_EXCEPTION, trap.code());
    assertEquals("tag[0]", trap.subject());
    assertEquals(ComponentCode.CANNOT_ENTER, fault(throwing.call("call", u32(1))).code());
    throwing.close();
  }

  // [utest->req~component-uncaught-exception~1]
  @ParameterizedTest(name = "Thrown by {1}, it is not caught by the component that has called")
  @CsvSource({"0, the function", "3, realloc", "4, post-return", "5, a destructor"})
  void notCaughtOutside(int which, String thrower) {
    ComponentInstance throwing = instance("throwing");
    assertTrapped(throwing, fault(throwing.call("call", u32(which))));
  }

  // [utest->req~component-uncaught-exception~1]
  @Test
  @DisplayName("Thrown to the host, it is a trap")
  void throughTheHost() {
    ComponentInstance throwing = instance("throwing");
    assertTrapped(throwing, fault(throwing.call("plain", Values.NONE)));
  }

  // [utest->req~component-uncaught-exception~1]
  @Test
  @DisplayName("Thrown by a callback, it is a trap")
  void callback() {
    ComponentInstance turning = instance("turning");
    Fault found = fault(turning.call("throw", Values.NONE));
    assertEquals(EngineCode.UNCAUGHT_EXCEPTION, found.code());
    assertEquals(ComponentCode.CANNOT_ENTER, fault(turning.call("stop", Values.NONE)).code());
  }

  // [utest->req~component-uncaught-exception~1]
  @Test
  @DisplayName("Thrown by a start function, it ends the instantiation")
  void start() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Fault found = fault(new Linker().instantiate(engine, Samples.component(engine, "startthrow")));
    assertEquals(EngineCode.UNCAUGHT_EXCEPTION, found.code());
  }

  @Test
  @DisplayName("Caught where it is thrown, it is the component's own affair")
  void caughtInside() {
    ComponentInstance throwing = instance("throwing");
    assertEquals(u32(7), ok(throwing.call("call", u32(1))));
    assertEquals(u32(8), ok(throwing.call("call", u32(2))));
  }
}
