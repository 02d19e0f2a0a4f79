package dev.wrt.component;

import static dev.wrt.component.Samples.component;
import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.Component;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkerTest {
  private final ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());

  private LinkFault refused(Linker linker, String name) {
    return assertInstanceOf(
        LinkFault.class, fault(linker.instantiate(engine, component(engine, name))));
  }

  private static HostFunction nothing() {
    return call -> Result.ok(Values.NONE);
  }

  // [utest->req~component-import-missing~1]
  @Test
  @DisplayName("A missing import is a fault that names it and what there is")
  void missing() {
    LinkFault fault =
        refused(
            new Linker()
                .define("shout", nothing())
                .define("test:host/other", HostInterface.named("test:host/other")),
            "caller");
    assertEquals(ComponentCode.IMPORT_MISSING, fault.code());
    assertEquals("test:host/things@1.1.0", fault.name());
    assertTrue(fault.found().startsWith("test:host/other"), fault::found);
  }

  // [utest->req~component-import-version~1]
  @Test
  @DisplayName("A version that is not compatible is not taken")
  void version() {
    LinkFault fault =
        refused(
            new Linker()
                .define("shout", nothing())
                .define("test:host/things@2.0.0", HostInterface.named("test:host/things@2.0.0")),
            "caller");
    assertEquals("test:host/things@1.1.0", fault.name());
  }

  // [utest->req~component-import-missing~1]
  @Test
  @DisplayName("A function or resource that a host interface lacks is named")
  void missingInside() {
    HostInterface without = HostInterface.named("test:host/things@1.1.0");
    Linker linker =
        new Linker().define("shout", nothing()).define("test:host/things@1.1.0", without);
    assertEquals("test:host/things@1.1.0#thing", refused(linker, "caller").name());
    without.resource("thing", rep -> Result.ok(Unit.UNIT));
    assertEquals("test:host/things@1.1.0#[constructor]thing", refused(linker, "caller").name());
  }

  // [utest->req~component-import-type~1]
  @Test
  @DisplayName("An export of another type than the import asks for is a mismatch")
  void mismatch() {
    ComponentInstance echo = instance(engine, new Linker(), "echo");
    LinkFault fault = refused(new Linker().define("test:echo/api@1.2.3", echo), "mismatch");
    assertEquals(ComponentCode.IMPORT_MISMATCH, fault.code());
    assertEquals("test:echo/api@1.2.0#add", fault.name());
    assertTrue(fault.expected().contains("u64"), fault::expected);
    assertTrue(fault.found().contains("b: u32"), fault::found);
  }

  @Test
  @DisplayName("A function that another component does not export is named")
  void missingExport() {
    ComponentInstance counter = instance(engine, new Linker(), "counter");
    LinkFault fault = refused(new Linker().define("test:echo/api@1.2.3", counter), "client");
    assertEquals("test:echo/api@1.0.0#add", fault.name());
  }

  // [utest->req~component-instantiate-failed~1]
  @Test
  @DisplayName("A trap in a start function fails the instantiation and gives everything back")
  void startTrap() {
    Component component = component(engine, "startboom");
    long before = engine.budget().reservedBytes();
    assertInstanceOf(Fault.Trap.class, fault(new Linker().instantiate(engine, component)));
    assertEquals(before, engine.budget().reservedBytes());
  }

  @Test
  @DisplayName("Components of two engines can't be linked")
  void foreign() {
    ComponentInstance echo = instance("echo");
    LinkFault fault = refused(new Linker().define("test:echo/api@1.2.3", echo), "client");
    assertEquals(ComponentCode.FOREIGN_INSTANCE, fault.code());
  }

  @Test
  @DisplayName("The instance is there once its instantiation has returned")
  void begun() {
    Result<Instantiation> begun = new Linker().begin(engine, component(engine, "echo"));
    Instantiation instantiation = Samples.ok(begun);
    assertNull(instantiation.instance());
    assertInstanceOf(Outcome.Returned.class, instantiation.run());
    assertEquals(8, instantiation.instance().exports().size());
  }
}
