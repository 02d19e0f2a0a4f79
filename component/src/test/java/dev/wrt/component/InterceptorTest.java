package dev.wrt.component;

import static dev.wrt.component.Samples.component;
import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InterceptorTest {
  private final Samples samples = Samples.fresh();
  private final List<String> log = new ArrayList<>();

  private static Interceptors chain(Interceptor... interceptors) {
    return ok(Interceptors.of(List.of(interceptors)));
  }

  private ComponentInstance watched(String name, Interceptor... interceptors) {
    return instance(
        ComponentEngine.create(ComponentOptions.standard()),
        samples.linker().intercept(chain(interceptors)),
        name);
  }

  private Recorder a() {
    return new Recorder("a", log);
  }

  private Recorder b() {
    return new Recorder("b", log);
  }

  // [utest->req~component-hook-pairs~1]
  @Test
  @DisplayName("Each before has its after, in reverse order, in calls of exports and of imports")
  void pairs() {
    ok(watched("caller", a(), b()).call("shout", str("x")));
    assertEquals(
        List.of(
            "a before EXPORT shout 1",
            "b before EXPORT shout 1",
            "a before IMPORT shout 2",
            "b before IMPORT shout 2",
            "b after IMPORT shout 2",
            "a after IMPORT shout 2",
            "b after EXPORT shout 1",
            "a after EXPORT shout 1"),
        log);
  }

  // [utest->req~component-hook-pairs~1]
  @Test
  @DisplayName("A trap in a nested component aborts every open before, innermost first")
  void trap() {
    fault(watched("pair", a()).call("boom", Values.NONE));
    assertEquals(
        List.of(
            "a before EXPORT boom 1",
            "a before IMPORT inner#boom 2",
            "a before EXPORT inner#boom 2",
            "a aborted EXPORT inner#boom 2",
            "a aborted IMPORT inner#boom 2",
            "a aborted EXPORT boom 1"),
        log);
  }

  // [utest->req~component-verdict~1]
  // [utest->req~component-hook-pairs~1]
  @Test
  @DisplayName("A denial aborts what was entered before it, and the callee never runs")
  void denial() {
    Recorder denies =
        new Recorder("b", log) {
          @Override
          public Verdict before(CallSite site, Values arguments) {
            super.before(site, arguments);
            return site.direction() == Direction.IMPORT
                ? Verdict.deny("no shouting")
                : Verdict.CONTINUE;
          }
        };
    Fault fault = fault(watched("caller", a(), denies, a()).call("shout", str("x")));
    Fault.PolicyFault policy = assertInstanceOf(Fault.PolicyFault.class, fault);
    assertEquals("no shouting", policy.rule());
    assertEquals("b", policy.interceptor());
    assertEquals("shout", policy.subject());
    assertEquals(List.of(), samples.log);
    assertEquals(
        List.of(
            "a before IMPORT shout 2",
            "b before IMPORT shout 2",
            "b aborted IMPORT shout 2",
            "a aborted IMPORT shout 2",
            "a aborted EXPORT shout 1",
            "b aborted EXPORT shout 1",
            "a aborted EXPORT shout 1"),
        log.subList(3, log.size()));
  }

  // [utest->req~component-fault-harmless~1]
  @Test
  @DisplayName("A denial of a call from outside spoils nothing: the next call runs")
  void harmlessDenial() {
    Recorder denies =
        new Recorder("b", log) {
          @Override
          public Verdict before(CallSite site, Values arguments) {
            return site.function().equals("add") ? Verdict.deny("no sums") : Verdict.CONTINUE;
          }
        };
    ComponentInstance echo = watched("echo", denies);
    assertInstanceOf(Fault.PolicyFault.class, fault(echo.call("add", u32(1, 2))));
    assertEquals(str("x"), ok(echo.call("echo", str("x"))));
  }

  @Test
  @DisplayName("An interceptor can replace arguments and results")
  void replace() {
    Recorder replaces =
        new Recorder("b", log) {
          @Override
          public Verdict before(CallSite site, Values arguments) {
            return new Verdict.Replace(u32(20, 1));
          }

          @Override
          public Verdict after(CallSite site, Values results) {
            assertEquals(u32(21), results);
            return new Verdict.Replace(u32(42));
          }
        };
    assertEquals(u32(42), ok(watched("echo", replaces).call("add", u32(1, 2))));
  }

  // [utest->req~component-hook-pairs~1]
  // [utest->req~component-verdict~1]
  @Test
  @DisplayName("An interceptor can answer instead of the callee; only entered ones see the end")
  void answer() {
    Recorder answers =
        new Recorder("b", log) {
          @Override
          public Verdict before(CallSite site, Values arguments) {
            super.before(site, arguments);
            return new Verdict.Answer(str("quiet"));
          }
        };
    Recorder never = new Recorder("c", log);
    ComponentInstance echo = watched("echo", a(), answers, never);
    assertEquals(str("quiet"), ok(echo.call("echo", str("x"))));
    assertEquals(
        List.of(
            "a before EXPORT echo 1",
            "b before EXPORT echo 1",
            "b after EXPORT echo 1",
            "a after EXPORT echo 1"),
        log);
    assertEquals(u32(0), ok(instance("echo").call("posts", Values.NONE)));
  }

  // [utest->req~component-verdict~1]
  @Test
  @DisplayName("Values of a verdict that don't fit the type are a fault")
  void misfit() {
    Recorder replaces =
        new Recorder("b", log) {
          @Override
          public Verdict before(CallSite site, Values arguments) {
            super.before(site, arguments);
            return new Verdict.Replace(str("not a number"));
          }
        };
    fault(watched("echo", replaces).call("add", u32(1, 2)));
    assertEquals(List.of("b before EXPORT add 1", "b aborted EXPORT add 1"), log);
  }

  // [utest->req~component-hook-pairs~1]
  @Test
  @DisplayName("A suspended call keeps its pairs: one before, one after")
  void suspension() {
    ComponentInstance pair = watched("pair", a());
    pair.fuel(0);
    Execution execution = ok(pair.start("swap", str("hello")));
    while (execution.run() instanceof Outcome.OutOfFuel) {
      execution.addFuel(1);
    }
    assertEquals(6, log.size());
    assertEquals("a before EXPORT swap 1", log.getFirst());
    assertEquals("a after EXPORT swap 1", log.getLast());
  }

  @Test
  @DisplayName("A suspended call that is given up aborts its pairs")
  void abandoned() {
    ComponentInstance echo = watched("echo", a());
    echo.fuel(10);
    fault(echo.call("spin", u32(1_000)));
    assertEquals(List.of("a before EXPORT spin 1", "a aborted EXPORT spin 1"), log);
  }

  // [utest->req~component-safe-state~1]
  // [utest->req~component-hook-pairs~1]
  @Test
  @DisplayName("An interceptor that throws ends the call; the others still see its end")
  void throwing() {
    Recorder throwing =
        new Recorder("b", log) {
          @Override
          public Verdict before(CallSite site, Values arguments) {
            super.before(site, arguments);
            throw new IllegalStateException("a defect");
          }

          @Override
          public void aborted(CallSite site, Fault fault) {
            super.aborted(site, fault);
            throw new IllegalStateException("a defect again");
          }
        };
    Fault fault = fault(watched("echo", a(), throwing).call("add", u32(1, 2)));
    assertEquals(ComponentCode.SAFE_STATE, fault.code());
    assertEquals(
        List.of(
            "a before EXPORT add 1",
            "b before EXPORT add 1",
            "b aborted EXPORT add 1",
            "a aborted EXPORT add 1"),
        log);
  }

  // [utest->req~component-event~1]
  @Test
  @DisplayName("Events tell of instantiation, start, lift, lower and realloc")
  void events() {
    Recorder events =
        a().watching(Point.INSTANTIATION, Point.START, Point.LIFT, Point.LOWER, Point.REALLOC);
    ComponentInstance pair = watched("pair", events);
    assertEquals(3, log.stream().filter(l -> l.startsWith("INSTANTIATION")).count());
    assertEquals(1, log.stream().filter(l -> l.startsWith("START")).count());
    log.clear();
    ok(pair.call("swap", str("hello")));
    assertTrue(
        log.stream().anyMatch(l -> l.startsWith("REALLOC") && l.endsWith(" 5")), log::toString);
    assertEquals(3, log.stream().filter(l -> l.startsWith("LOWER")).count());
    assertEquals(3, log.stream().filter(l -> l.startsWith("LIFT")).count());
  }

  @Test
  @DisplayName("Events tell of resources")
  void resourceEvents() {
    Recorder events = a().watching(Point.RESOURCE_NEW, Point.RESOURCE_BORROW, Point.RESOURCE_DROP);
    ComponentInstance caller = watched("caller", events);
    ok(caller.call("use-and-drop", u32(7)));
    assertEquals(
        List.of("RESOURCE_NEW thing 1", "RESOURCE_BORROW thing 7", "RESOURCE_DROP thing 7"),
        log.stream().filter(l -> l.startsWith("RESOURCE")).toList());
  }

  // [utest->req~component-event~1]
  @Test
  @DisplayName("Memory growth is an event, and denying it ends the call")
  void growth() {
    Recorder denies =
        new Recorder("a", log) {
          @Override
          public Verdict onEvent(Event event) {
            return Verdict.deny("no growth");
          }
        }.watching(Point.MEMORY_GROWTH);
    Fault fault = fault(watched("echo", denies).call("grow", u32(1)));
    assertEquals("no growth", assertInstanceOf(Fault.PolicyFault.class, fault).rule());
  }

  @Test
  @DisplayName("An instantiation can be denied")
  void deniedInstantiation() {
    Recorder denies =
        new Recorder("a", log) {
          @Override
          public Verdict onEvent(Event event) {
            return Verdict.deny("nothing runs");
          }
        }.watching(Point.INSTANTIATION);
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Result<ComponentInstance> denied =
        new Linker().intercept(chain(denies)).instantiate(engine, component(engine, "echo"));
    assertInstanceOf(Fault.PolicyFault.class, fault(denied));
  }

  @Test
  @DisplayName("An interceptor that does not watch a site is not asked there")
  void unwatched() {
    Recorder exportsOnly =
        new Recorder("a", log) {
          @Override
          public boolean watches(CallSite site) {
            return site.direction() == Direction.EXPORT;
          }
        };
    ok(watched("caller", exportsOnly).call("shout", str("x")));
    assertEquals(List.of("a before EXPORT shout 1", "a after EXPORT shout 1"), log);
  }

  @Test
  @DisplayName("A chain has a bound")
  void bound() {
    List<Interceptor> many = new ArrayList<>();
    for (int i = 0; i < Interceptors.CHAIN_LENGTH_MAX; i++) {
      many.add(a());
    }
    ok(Interceptors.of(many));
    many.add(a());
    assertEquals(ComponentCode.CHAIN_TOO_LONG, fault(Interceptors.of(many)).code());
  }
}
