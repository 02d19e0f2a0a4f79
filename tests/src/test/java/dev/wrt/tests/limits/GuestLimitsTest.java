package dev.wrt.tests.limits;

import static dev.wrt.tests.limits.Guests.fault;
import static dev.wrt.tests.limits.Guests.ok;
import static dev.wrt.tests.limits.Guests.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.ComponentCode;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Execution;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.GuestLimits;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each limit of a guest, one below what the guest uses, exactly that, and one above.
// [utest->req~limits-names~1]
// [utest->req~limits-range~1]
// [utest->req~limits-text~1]
// [utest->req~limits-edges~1]
// [utest->req~limits-string-bytes~1]
// [utest->req~limits-call-bytes~1]
// [utest->req~limits-host-time~1]
// [utest->req~limits-waitables~1]
class GuestLimitsTest {
  private static final long TICK_NANOS = 700;

  /// A use of something that a limit bounds.
  ///
  /// @param limit the limit
  /// @param what what the guest does
  /// @param amount how much it uses; 0 if that is to be found out
  /// @param run does it under the options given
  private record Use(
      GuestLimit limit,
      String what,
      long amount,
      BiFunction<ComponentOptions, Use, Result<Unit>> run) {
    Result<Unit> under(long max) {
      return run.apply(standard().with(limit, max), this);
    }

    @Override
    public String toString() {
      return limit.word() + ": " + what;
    }
  }

  private static ComponentOptions standard() {
    return ComponentOptions.standard().withMemoryBudget(256 << 20);
  }

  private static Result<ComponentInstance> instance(ComponentOptions options, String name) {
    long[] now = {0};
    ComponentEngine engine = ComponentEngine.create(options.withHostClock(() -> now[0]));
    Component component =
        ok(Component.decode(Guests.bytes(name), DecoderOptions.of(Features.NONE), engine.budget()));
    Linker linker =
        new Linker()
            .define(
                "tick",
                call -> {
                  now[0] += TICK_NANOS;
                  return Result.ok(Values.NONE);
                });
    return linker.instantiate(engine, component);
  }

  private static Result<Unit> call(ComponentOptions options, String export, Value argument) {
    try (ComponentInstance guest = ok(instance(options, "uses"))) {
      Result<Values> result = guest.call(export, Values.of(argument));
      boolean refused =
          result instanceof Result.Ok<Values> ok && ok.value().equals(Values.of(new Value.S32(-1)));
      return refused
          ? Result.err(new Fault.CallFault(ComponentCode.DENIED, "-1", "", ""))
          : unit(result);
    }
  }

  private static Use call(GuestLimit limit, String export, int argument, long amount) {
    return call(limit, export, new Value.U32(argument), amount);
  }

  private static Use call(GuestLimit limit, String export, Value argument, long amount) {
    return new Use(limit, export, amount, (options, use) -> call(options, export, argument));
  }

  private static Use call(MemoryStrategy strategy, String export, Value argument, long amount) {
    return new Use(
        GuestLimit.CALL_BYTES,
        export + " under " + strategy.spelling(),
        amount,
        (options, use) -> call(options.withStrategy(strategy), export, argument));
  }

  private static Use instantiation(GuestLimit limit, String name, long amount) {
    return new Use(limit, "instantiate", amount, (options, use) -> unit(instance(options, name)));
  }

  private static Value numbers(int count) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(new Value.U32(i));
    }
    return new Value.ListValue(values);
  }

  /// So many calls wait for ever at a time; what they wait for is not there, so it is a deadlock.
  private static Result<Unit> waiting(ComponentOptions options, Use use) {
    try (ComponentInstance guest = ok(instance(options, "uses"))) {
      guest.expectCalls(true);
      for (int i = 0; i < use.amount; i++) {
        Execution execution = ok(guest.start("wait", Values.NONE));
        if (execution.run() instanceof Outcome.Failed failed) {
          return Result.err(failed.fault());
        }
      }
      return Result.ok(Unit.UNIT);
    }
  }

  private static Stream<Use> uses() {
    Value text = new Value.Str("a\u00e4\u20ac");
    Value plain = new Value.Str("x".repeat(1000));
    Stream<Use> crossing =
        Stream.of("zero-copy", "bounded-copy", "full-isolation")
            .map(name -> ok(MemoryStrategy.parse(name, 1 << 16)))
            .flatMap(s ->
                Stream.of(
                    call(s, "take-string", plain, 1000),
                    call(s, "take-list", numbers(100), 400),
                    call(s, "give-string", new Value.U32(1000), 1008),
                    call(s, "give-list", new Value.U32(100), 408),
                    call(s, "give-tuples", new Value.U32(100), 208)));
    return Stream.concat(
        Stream.of(
            call(GuestLimit.FUEL, "loop", 100, 0),
            call(GuestLimit.MEMORY_PAGES, "pages", 4, 5),
            instantiation(GuestLimit.MEMORY_PAGES, "large", 5),
            call(GuestLimit.TABLE_ELEMENTS, "elements", 9, 10),
            instantiation(GuestLimit.TABLE_ELEMENTS, "large", 10),
            call(GuestLimit.FRAMES, "calls", 100, 0),
            call(GuestLimit.VALUE_SLOTS, "calls", 100, 0),
            call(GuestLimit.DEPTH, "ticks", 1, 2),
            instantiation(GuestLimit.INSTANCES, "several", 3),
            call(GuestLimit.HANDLES, "handles", 5, 5),
            call(GuestLimit.HANDLES, "sets", 5, 5),
            call(GuestLimit.WAITABLES, "sets", 5, 5),
            new Use(GuestLimit.TASKS, "wait", 3, GuestLimitsTest::waiting),
            call(GuestLimit.STRING_BYTES, "take-string", text, 6),
            call(GuestLimit.STRING_BYTES, "take-utf16", text, 6),
            call(GuestLimit.STRING_BYTES, "take-latin1", text, 6),
            call(GuestLimit.STRING_BYTES, "take-latin1", new Value.Str("a\u00e4"), 2),
            call(GuestLimit.STRING_BYTES, "give-string", 1000, 1000),
            call(GuestLimit.LIST_ELEMENTS, "take-list", numbers(10), 10),
            call(GuestLimit.LIST_ELEMENTS, "give-list", 10, 10),
            call(GuestLimit.LIST_ELEMENTS, "give-tuples", 10, 10),
            call(GuestLimit.HOST_TIME, "ticks", 3, 3 * TICK_NANOS),
            call(GuestLimit.HEAP_BYTES, "array", 1000, 0)),
        crossing);
  }

  /// The smallest limit that a guest's use fits.
  private static long needed(Use use) {
    long refused = use.limit.smallest() - 1;
    long fits = use.limit.usual();
    if (fits == Long.MAX_VALUE) {
      fits = 1 << 20;
    }
    while (fits - refused > 1) {
      long middle = (fits + refused) / 2;
      if (use.under(middle) instanceof Result.Ok<Unit>) {
        fits = middle;
      } else {
        refused = middle;
      }
    }
    return fits;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uses")
  @DisplayName(
      "A guest that uses one less than a limit, or all of it, goes on; one more is refused")
  void edge(Use use) {
    long amount = use.amount == 0 ? needed(use) : use.amount;
    ok(use.under(amount + 1));
    ok(use.under(amount));
    Fault refusal = fault(use.under(amount - 1));
    boolean grows = use.what.equals("pages") || use.what.equals("elements");
    assertEquals(grows ? ComponentCode.DENIED : use.limit.code(), refusal.code());
    if (refusal instanceof Fault.LimitFault fault && use.limit != GuestLimit.FUEL) {
      assertEquals(use.limit.word(), fault.limit());
      assertEquals(amount - 1, fault.max());
    }
  }

  @Test
  @DisplayName("Every limit is among those that are tested at their edges")
  void everyLimit() {
    Set<GuestLimit> tested = new HashSet<>();
    uses().forEach(use -> tested.add(use.limit));
    assertEquals(Set.of(GuestLimit.values()), tested);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(GuestLimit.class)
  @DisplayName("A limit takes the values of its range, as numbers and as text, and no others")
  void range(GuestLimit limit) {
    GuestLimits usual = GuestLimits.standard();
    assertEquals(limit.usual(), usual.value(limit));
    for (long value : new long[] {limit.smallest(), limit.smallest() + 1, limit.largest()}) {
      GuestLimits changed = usual.with(limit, value);
      assertEquals(value, changed.value(limit));
      assertEquals(usual, changed.with(limit, limit.usual()));
      assertEquals(changed, ok(usual.with(limit.word(), Long.toString(value))));
    }
    assertThrows(Invariant.Violation.class, () -> usual.with(limit, limit.smallest() - 1));
    refuses(limit, "");
    refuses(limit, "x");
    refuses(limit, "-1");
    refuses(limit, "99999999999999999999");
    if (limit.smallest() > 0) {
      refuses(limit, Long.toString(limit.smallest() - 1));
    }
    if (limit.largest() < Long.MAX_VALUE) {
      assertThrows(Invariant.Violation.class, () -> usual.with(limit, limit.largest() + 1));
      refuses(limit, Long.toString(limit.largest() + 1));
    }
  }

  private static void refuses(GuestLimit limit, String text) {
    Fault refusal = fault(GuestLimits.standard().with(limit.word(), text));
    assertEquals(ComponentCode.LIMIT_RANGE, refusal.code());
  }

  @Test
  @DisplayName("An unknown limit is refused with the names of all")
  void unknown() {
    Fault.HostFault refusal =
        assertInstanceOf(Fault.HostFault.class, fault(GuestLimits.standard().with("memory", "1")));
    assertEquals(ComponentCode.LIMIT_UNKNOWN, refusal.code());
    for (GuestLimit limit : GuestLimit.values()) {
      assertEquals(true, refusal.detail().contains(limit.word()));
    }
  }

  @Test
  @DisplayName("The clock of the host is not read where the time is not bounded")
  void noClock() {
    ComponentOptions options =
        standard()
            .withHostClock(() -> {
              throw new AssertionError("read");
            });
    ComponentEngine engine = ComponentEngine.create(options);
    Component component =
        ok(
            Component.decode(
                Guests.bytes("uses"), DecoderOptions.of(Features.NONE), engine.budget()));
    Linker linker = new Linker().define("tick", call -> Result.ok(Values.NONE));
    ok(ok(linker.instantiate(engine, component)).call("ticks", Values.of(new Value.U32(1))));
  }
}
