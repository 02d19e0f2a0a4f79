package dev.wrt.component;

import static dev.wrt.component.Samples.component;
import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompositionTest {
  private final ComponentEngine engine =
      ComponentEngine.create(ComponentOptions.standard().withFuel(1_000_000));

  private Composition composition(String... names) {
    Composition composition = new Composition(engine.options());
    for (String name : names) {
      composition.add(name, component(engine, "composition/" + name));
    }
    return composition;
  }

  private static ComponentInstance of(Composition.Instances instances, String name) {
    ComponentInstance instance = instances.byName().get(name);
    assertNotNull(instance, name);
    return instance;
  }

  private ComponentInstance alone(Linker linker, String name) {
    return ok(linker.instantiate(engine, component(engine, "composition/" + name)));
  }

  private LinkFault refused(Linker linker, String name) {
    return assertInstanceOf(
        LinkFault.class,
        fault(linker.instantiate(engine, component(engine, "composition/" + name))));
  }

  private Module module(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("composition/" + name + ".wasm")) {
      assertNotNull(in, name);
      byte[] bytes = in.readAllBytes();
      return ok(Module.decode(bytes, 0, bytes.length, Limits.standard(), engine.budget()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HostFunction answers(int number) {
    return call -> Result.ok(u32(number));
  }

  private static HostInterface clock(int now) {
    return HostInterface.named("test:comp/clock").func("now", answers(now));
  }

  // [utest->req~composition-wiring~1]
  // [utest->req~composition-one-tree~1]
  @Test
  @DisplayName("In a diamond, both sides share one instance and its resource types")
  void diamond() {
    long before = engine.budget().reservedBytes();
    Composition diamond = composition("top", "left", "right", "things");
    long decoded = engine.budget().reservedBytes();
    try (Composition.Instances instances = ok(diamond.instantiate(engine))) {
      assertEquals(
          List.of("things", "left", "right", "top"), List.copyOf(instances.byName().keySet()));
      assertEquals(u32(7), ok(of(instances, "top").call("run", u32(7))));
      long fuel = of(instances, "top").fuel();
      assertTrue(fuel < 1_000_000);
      assertEquals(fuel, of(instances, "things").fuel());
      assertEquals(of(instances, "top").budget(), of(instances, "right").budget());
    }
    assertTrue(before < decoded);
    assertEquals(decoded, engine.budget().reservedBytes());
  }

  // [utest->req~composition-one-tree~1]
  @Test
  @DisplayName("After a trap in one component of a composition none of them can be entered")
  void lockdown() {
    Composition.Instances instances =
        ok(composition("things", "left", "right", "top").instantiate(engine));
    assertInstanceOf(
        Fault.Trap.class, fault(of(instances, "left").call("test:comp/left#boom", Values.NONE)));
    for (ComponentInstance instance : instances.byName().values()) {
      ComponentInstance.ExportedFunc first = instance.exports().getFirst();
      Values arguments = first.type().params().isEmpty() ? Values.NONE : u32(1);
      Result<Values> answer = instance.call(first.name(), arguments);
      assertInstanceOf(Result.Err.class, answer, first.name());
    }
    assertEquals(
        ComponentCode.CANNOT_ENTER, fault(of(instances, "top").call("run", u32(1))).code());
    instances.close();
  }

  // [utest->req~component-import-subtype~1]
  @Test
  @DisplayName("Two instances of one component do not have the same resource types")
  void twoInstances() {
    ComponentInstance one = alone(new Linker(), "things");
    ComponentInstance two = alone(new Linker().join(one), "things");
    ComponentInstance left = alone(new Linker().define("test:comp/things@1.2.0", one), "left");
    ComponentInstance right = alone(new Linker().define("test:comp/things@1.2.0", two), "right");
    LinkFault fault =
        refused(
            new Linker().define("test:comp/left", left).define("test:comp/right", right), "top");
    assertEquals(ComponentCode.IMPORT_MISMATCH, fault.code());
    assertEquals("test:comp/right#thing", fault.name());
  }

  // [utest->req~component-import-subtype~1]
  @Test
  @DisplayName("An exported type that differs is refused with both types")
  void types() {
    ComponentInstance things = alone(new Linker(), "things");
    LinkFault fault = refused(new Linker().define("test:comp/things@1.2.0", things), "pairs");
    assertEquals(ComponentCode.IMPORT_MISMATCH, fault.code());
    assertEquals("test:comp/things@1.0.0#pair", fault.name());
    assertEquals("record { a: u32, c: u32 }", fault.expected());
    assertEquals("record { a: u32, b: u32 }", fault.found());
  }

  // [utest->req~composition-wiring~1]
  @Test
  @DisplayName("A component stands between the host and the components that import the same")
  void between() {
    Composition watched = composition("watch", "clock").define("test:comp/clock", clock(5));
    assertEquals(
        u32(1005), ok(of(ok(watched.instantiate(engine)), "watch").call("read", Values.NONE)));
    Composition plain = composition("watch").define("test:comp/clock", clock(5));
    assertEquals(u32(5), ok(of(ok(plain.instantiate(engine)), "watch").call("read", Values.NONE)));
  }

  // [utest->req~composition-wiring~1]
  @Test
  @DisplayName("Two that could satisfy an import are refused unless a link says which")
  void ambiguous() {
    Composition two =
        composition("watch", "clock")
            .add("clock2", component(engine, "composition/clock"))
            .define("test:comp/clock", clock(5));
    LinkFault fault = assertInstanceOf(LinkFault.class, fault(two.instantiate(engine)));
    assertEquals(ComponentCode.COMPOSITION_AMBIGUOUS, fault.code());
    assertEquals("watch.test:comp/clock", fault.name());
    assertEquals("clock, clock2", fault.found());
    two.link("watch", "test:comp/clock", "clock2").link("clock2", "test:comp/clock", "clock");
    assertEquals(ComponentCode.COMPOSITION_CYCLE, fault(two.instantiate(engine)).code());
    two.add("base", component(engine, "composition/clock"))
        .link("clock", "test:comp/clock", "base")
        .link("base", "test:comp/clock", "base");
    assertEquals(ComponentCode.COMPOSITION_CYCLE, fault(two.instantiate(engine)).code());
  }

  // [utest->req~composition-cycle~1]
  @Test
  @DisplayName("Components that import each other are refused by name")
  void cycle() {
    LinkFault fault =
        assertInstanceOf(
            LinkFault.class, fault(composition("things", "ping", "pong").instantiate(engine)));
    assertEquals(ComponentCode.COMPOSITION_CYCLE, fault.code());
    assertEquals("ping, pong", fault.name());
  }

  // [utest->req~composition-wiring~1]
  @Test
  @DisplayName("A link that names an unknown component or import is refused")
  void unknown() {
    assertEquals(
        ComponentCode.COMPOSITION_UNKNOWN,
        fault(composition("watch").link("watch", "test:comp/clock", "cuckoo").instantiate(engine))
            .code());
    assertEquals(
        ComponentCode.COMPOSITION_UNKNOWN,
        fault(composition("watch").link("watch", "test:comp/clack", "watch").instantiate(engine))
            .code());
  }

  // [utest->req~composition-wiring~1]
  @Test
  @DisplayName("Nothing is left of a composition of which one component can't be instantiated")
  void allOrNone() {
    Composition composition = composition("things", "left", "watch");
    long before = engine.budget().reservedBytes();
    LinkFault fault = assertInstanceOf(LinkFault.class, fault(composition.instantiate(engine)));
    assertEquals("test:comp/clock", fault.name());
    assertEquals(before, engine.budget().reservedBytes());
  }

  // [utest->req~composition-component~1]
  @Test
  @DisplayName("A component imported as a component is instantiated by its importer, twice here")
  void imported() {
    Linker linker =
        new Linker()
            .define("seed", answers(10))
            .define("spare", call -> Result.ok(Values.NONE))
            .define("worker", component(engine, "composition/worker"));
    assertEquals(u32(64), ok(alone(linker, "boss").call("run", Values.NONE)));
  }

  // [utest->req~composition-component~1]
  @Test
  @DisplayName("A component of another type than is imported is refused with the reason")
  void componentMismatch() {
    Linker linker =
        new Linker()
            .define("seed", answers(10))
            .define("spare", call -> Result.ok(Values.NONE))
            .define("worker", component(engine, "composition/idle"));
    LinkFault fault = refused(linker, "boss");
    assertEquals(ComponentCode.IMPORT_MISMATCH, fault.code());
    assertEquals("worker", fault.name());
    assertTrue(fault.found().contains("export `work`"), fault::found);
    assertTrue(fault.found().contains("u64"), fault::found);
    assertEquals("plug", refused(new Linker(), "plug").name());
    assertEquals(
        ComponentCode.UNSUPPORTED,
        refused(linker.define("worker", component(engine, "composition/plug")), "boss").code());
  }

  // [utest->req~composition-module~1]
  @Test
  @DisplayName("A core module imported as a module is instantiated by its importer")
  void module() {
    Linker linker = new Linker().define("plug", module("plugged"));
    assertEquals(u32(103), ok(alone(linker, "plug").call("f", u32(3))));
    LinkFault fault = refused(new Linker().define("plug", module("unplugged")), "plug");
    assertEquals(ComponentCode.IMPORT_MISMATCH, fault.code());
    assertEquals("plug", fault.name());
    assertTrue(fault.found().contains("export `f`"), fault::found);
  }

  // [utest->req~composition-component~1]
  // [utest->req~composition-module~1]
  @Test
  @DisplayName("Components, modules, instances and resource types of an instance are offers too")
  void exportedOnes() {
    ComponentInstance wrapper = alone(new Linker(), "wrapper");
    Linker linker =
        new Linker()
            .define("seed", answers(10))
            .define("spare", call -> Result.ok(Values.NONE))
            .define("worker", wrapper)
            .define("plug", wrapper)
            .define("token", wrapper)
            .define("test:comp/nest", wrapper);
    assertEquals(u32(30), ok(alone(linker, "boss").call("run", Values.NONE)));
    assertEquals(u32(97), ok(alone(linker, "plug").call("f", u32(3))));
    assertEquals(u32(5), ok(alone(linker, "nest").call("run", Values.NONE)));
    alone(linker, "token");
    assertEquals(
        "token",
        refused(new Linker().define("token", alone(new Linker(), "things")), "token").name());
  }
}
