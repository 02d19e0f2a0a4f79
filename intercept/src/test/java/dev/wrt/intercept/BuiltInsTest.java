package dev.wrt.intercept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.CallSite;
import dev.wrt.component.Event;
import dev.wrt.component.Interceptors;
import dev.wrt.component.Point;
import dev.wrt.component.Verdict;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The chain of built-in interceptors and what each does. */
// [utest->req~intercept-chain~1]
// [utest->req~intercept-logging~1]
// [utest->req~intercept-stats~1]
// [utest->req~intercept-resources~1]
class BuiltInsTest {
  private static final Fault FAULT =
      new Fault.LimitFault(BoundedCode.CAPACITY_EXCEEDED, "things", 2, 1);

  private final List<String> lines = new ArrayList<>();

  private Result<BuiltIns> configure(String... names) {
    return BuiltIns.configure(
        List.of(names),
        new BuiltIns.Settings(
            Logging.Options.standard(),
            lines::add,
            ResourceLimits.Limits.standard(),
            new Firewall.Policy(List.of(), Firewall.Action.ALLOW, false)));
  }

  private BuiltIns made(String... names) {
    return switch (configure(names)) {
      case Result.Ok<BuiltIns> ok -> ok.value();
      case Result.Err<BuiltIns> err -> throw new AssertionError(err.fault());
    };
  }

  @Test
  @DisplayName("the chain has the interceptors in the order of their names")
  void order() {
    List<String> names =
        made("stats", "logging", "firewall", "resources").chain().chain().stream()
            .map(i -> i.name())
            .toList();
    assertEquals(List.of("stats", "logging", "firewall", "resources"), names);
  }

  @Test
  @DisplayName("no names make the shared empty chain")
  void none() {
    assertSame(Interceptors.NONE, made().chain());
  }

  @Test
  @DisplayName("an unknown name is refused with those that exist")
  void unknown() {
    Result.Err<BuiltIns> err = assertInstanceOf(Result.Err.class, configure("stats", "tracing"));
    assertEquals(
        new Fault.HostFault(
            InterceptCode.UNKNOWN_INTERCEPTOR, "tracing", "logging, stats, resources, firewall"),
        err.fault());
  }

  @Test
  @DisplayName("a chain that is too long is refused")
  void tooLong() {
    String[] names = new String[Interceptors.CHAIN_LENGTH_MAX + 1];
    java.util.Arrays.fill(names, "stats");
    assertInstanceOf(Result.Err.class, configure(names));
  }

  @Test
  @DisplayName("the log has arguments and results in WAVE, indented by depth, and aborted calls")
  void logging() {
    Logging log = new Logging(Logging.Options.standard(), lines::add);
    CallSite site = Sites.exported("greet", 0, new Sites.Figures());
    log.before(site, Values.of(new Value.Str("World")));
    log.after(site, Values.of(new Value.Str("Hello")));
    log.aborted(Sites.imported("a:b/c", "f"), FAULT);
    assertEquals(
        List.of(
            "-> export greet(name: \"World\")",
            "<- export greet = \"Hello\"",
            "  x  import a:b/c#f capacity exceeded [WRT-B-002]"),
        lines);
  }

  @Test
  @DisplayName("long values are cut, redacted ones are not written")
  void redaction() {
    NamePattern secret = NamePattern.parse("*#secret");
    Logging log = new Logging(new Logging.Options(Logging.Level.INFO, 4, secret), lines::add);
    log.before(Sites.exported("greet", 0, new Sites.Figures()), Values.of(new Value.Str("World")));
    log.before(Sites.exported("secret", 0, new Sites.Figures()), Values.of(new Value.Str("pw")));
    log.after(Sites.exported("secret", 0, new Sites.Figures()), Values.of(new Value.Str("pw")));
    assertEquals("-> export greet(name... (13 characters))", lines.get(0));
    assertEquals("-> export secret(redacted)", lines.get(1));
    assertEquals("<- export secret = redacted", lines.get(2));
  }

  @Test
  @DisplayName("events are logged at level debug only")
  void events() {
    Logging.Options debug = new Logging.Options(Logging.Level.DEBUG, 9, NamePattern.NOTHING);
    assertEquals(false, new Logging(Logging.Options.standard(), lines::add).watches(Point.REALLOC));
    Logging log = new Logging(debug, lines::add);
    assertEquals(true, log.watches(Point.REALLOC));
    log.onEvent(new Event(Point.MEMORY_GROWTH, "c", "memory 0", 65_536));
    assertEquals(List.of("   . memory-growth memory 0 65536"), lines);
  }

  @Test
  @DisplayName("stats count calls, aborted calls, fuel and bytes per function, callees included")
  void stats() {
    CallStats stats = new CallStats();
    Sites.Figures meter = new Sites.Figures();
    CallSite outer = Sites.exported("outer", 0, meter);
    CallSite inner = Sites.exported("inner", 1, meter);
    stats.before(outer, Values.NONE);
    meter.fuel = 10;
    stats.before(inner, Values.NONE);
    meter.fuel = 15;
    meter.bytes = 7;
    stats.aborted(inner, FAULT);
    stats.before(inner, Values.NONE);
    meter.fuel = 17;
    stats.after(inner, Values.NONE);
    meter.fuel = 20;
    stats.after(outer, Values.NONE);
    assertEquals(
        List.of(
            new CallStats.Row("export inner", 2, 1, 7, 5, 7),
            new CallStats.Row("export outer", 1, 0, 20, 20, 7)),
        stats.rows());
  }

  @Test
  @DisplayName("stats of more functions than there is room for are counted together")
  void statsBound() {
    CallStats stats = new CallStats();
    for (int i = 0; i < CallStats.FUNCTIONS_MAX + 5; i++) {
      CallSite site = Sites.exported("f" + i, 0, new Sites.Figures());
      stats.before(site, Values.NONE);
      stats.after(site, Values.NONE);
    }
    assertEquals(CallStats.FUNCTIONS_MAX + 1, stats.rows().size());
    assertEquals(5, stats.rows().getLast().calls());
  }

  @Test
  @DisplayName("resource limits let the maximum through and deny one more")
  void limits() {
    Sites.Figures meter = new Sites.Figures();
    ResourceLimits limits = new ResourceLimits(new ResourceLimits.Limits(2, 100, 3, 1, 50));
    meter.handles = 2;
    meter.memory = 100;
    meter.bytes = 50;
    CallSite site = Sites.exported("f", 3, meter);
    assertEquals(Verdict.CONTINUE, limits.before(site, Values.NONE));
    assertEquals(Verdict.deny("call depth 4 > 3"), limits.before(site.at(4), Values.NONE));
    meter.handles = 3;
    assertEquals(Verdict.deny("handles 3 > 2"), limits.before(site, Values.NONE));
    meter.handles = 2;
    meter.memory = 101;
    assertEquals(Verdict.deny("memory bytes 101 > 100"), limits.before(site, Values.NONE));
    meter.memory = 100;
    meter.bytes = 51;
    assertEquals(Verdict.deny("crossed bytes 51 > 50"), limits.before(site, Values.NONE));
  }

  @Test
  @DisplayName("host calls are counted and limited; handles and growth are limited as events")
  void eventLimits() {
    ResourceLimits limits = new ResourceLimits(new ResourceLimits.Limits(2, 100, 3, 1, 50));
    CallSite site = Sites.imported("a", "f");
    assertEquals(Verdict.CONTINUE, limits.before(site, Values.NONE));
    assertEquals(Verdict.deny("host calls 2 > 1"), limits.before(site, Values.NONE));
    assertEquals(1, limits.hostCalls());
    assertEquals(
        Verdict.CONTINUE, limits.onEvent(new Event(Point.RESOURCE_NEW, "c", "counter", 2)));
    assertEquals(
        Verdict.deny("handles 3 > 2"),
        limits.onEvent(new Event(Point.RESOURCE_NEW, "c", "counter", 3)));
    assertEquals(
        Verdict.deny("memory bytes 101 > 100"),
        limits.onEvent(new Event(Point.MEMORY_GROWTH, "c", "memory 0", 101)));
    assertEquals(Verdict.CONTINUE, limits.onEvent(new Event(Point.LIFT, "c", "x", 1_000)));
  }
}
