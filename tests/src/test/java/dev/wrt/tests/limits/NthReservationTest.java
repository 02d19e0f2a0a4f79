package dev.wrt.tests.limits;

import static dev.wrt.tests.limits.Guests.ok;
import static dev.wrt.tests.limits.Guests.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.NthRefusal;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Execution;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.Definition;
import dev.wrt.decoder.core.Module;
import dev.wrt.embed.Bindings;
import dev.wrt.embed.ComponentFault;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.Machine;
import dev.wrt.engine.ModuleInst;
import dev.wrt.engine.Store;
import dev.wrt.memory.BufferPool;
import dev.wrt.memory.Crc32cImage;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Scrubber;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.wasi.Wasi02;
import dev.wrt.wasi.WasiOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each reservation of every public entry point is refused in its turn: a fault each time, nothing
/// left behind, no exception.
// [utest->req~limits-nth-reservation~1]
class NthReservationTest {
  private static final long BUDGET_BYTES = 256 << 20;
  private static final List<String> USUAL = List.of("bounded-copy");
  private static final List<String> STRATEGIES =
      List.of("zero-copy", "bounded-copy", "full-isolation");

  /// One way into wrt.
  ///
  /// @param name its name
  /// @param run calls it, armed, and closes all that it has made
  private record Entry(String name, Run run) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// Something that reserves.
  private interface Run {
    Result<Unit> with(Trial trial);
  }

  /// One attempt, in which one reservation is refused.
  private static final class Trial {
    final MemoryBudget budget;
    final ComponentEngine engine;
    private final long nth;

    Trial(ComponentOptions options, long nth) {
      this.engine = ComponentEngine.create(options.withMemoryBudget(BUDGET_BYTES));
      this.budget = engine.budget();
      this.nth = nth;
    }

    /// From here on reservations count.
    void arm() {
      NthRefusal.arm(budget, nth);
    }

    /// From here on none is refused.
    void disarm() {
      NthRefusal.arm(budget, 0);
    }
  }

  private static Result<Unit> closed(Result<? extends AutoCloseable> made) {
    if (made instanceof Result.Ok<? extends AutoCloseable> ok) {
      try {
        ok.value().close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    return unit(made);
  }

  private static byte[] example(String name) {
    try {
      return Files.readAllBytes(Path.of("..", "examples", name, name + ".component.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Component decoded(Trial trial, byte[] bytes) {
    return ok(Component.decode(bytes, DecoderOptions.of(Features.ALL), trial.budget));
  }

  private static Linker linker() {
    return new Linker().define("tick", call -> Result.ok(Values.NONE));
  }

  private static Entry decoding(String name, byte[] bytes) {
    return new Entry(
        "Component.decode " + name,
        trial -> {
          trial.arm();
          return closed(Component.decode(bytes, DecoderOptions.of(Features.ALL), trial.budget));
        });
  }

  private static Entry instantiating(String name, byte[] bytes) {
    return new Entry(
        "Linker.instantiate " + name,
        trial -> {
          try (Component component = decoded(trial, bytes)) {
            trial.arm();
            return closed(linker().instantiate(trial.engine, component));
          }
        });
  }

  /// A call, and what is done with what it returns.
  private static Entry calling(String name, Call call) {
    return new Entry(
        name,
        trial -> {
          try (Component component = decoded(trial, Guests.bytes("uses"));
              ComponentInstance guest = ok(linker().instantiate(trial.engine, component))) {
            trial.arm();
            Result<Unit> result = call.on(guest);
            trial.disarm();
            return result;
          }
        });
  }

  /// Uses an instance.
  private interface Call {
    Result<Unit> on(ComponentInstance guest);
  }

  private static Entry calling(String export, Value argument) {
    return calling(
        "ComponentInstance.call " + export, guest -> unit(guest.call(export, Values.of(argument))));
  }

  private static Result<Unit> waiting(ComponentInstance guest) {
    guest.expectCalls(true);
    for (int i = 0; i < 20; i++) {
      Result<Execution> started = guest.start("wait", Values.NONE);
      if (!(started instanceof Result.Ok<Execution> ok)) {
        return unit(started);
      }
      if (ok.value().run() instanceof Outcome.Failed failed) {
        return Result.err(failed.fault());
      }
    }
    return Result.ok(Unit.UNIT);
  }

  private static Result<Unit> machine(Trial trial, Verification verification) {
    try (Component component = decoded(trial, Guests.bytes("large"))) {
      Module module =
          component.definitions().stream()
              .filter(Definition.CoreModule.class::isInstance)
              .map(d -> ((Definition.CoreModule) d).module())
              .findFirst()
              .orElseThrow();
      trial.arm();
      Result<Store> made = Store.create(EngineOptions.standard().with(verification), trial.budget);
      if (!(made instanceof Result.Ok<Store> store)) {
        return unit(made);
      }
      try (Store open = store.value()) {
        Result<ModuleInst> instance = open.instantiate(module, List.of());
        if (!(instance instanceof Result.Ok<ModuleInst>)) {
          return unit(instance);
        }
        Result<Machine> machine = Machine.create(open, trial.budget);
        Result<Unit> result = closed(machine);
        trial.disarm();
        return result;
      }
    }
  }

  private static Result<Unit> memory(Trial trial, VerificationLevel level) {
    trial.arm();
    Result<SafeMemory> made =
        SafeMemory.create(trial.budget, "memory", 4096, 1 << 20, Verification.of(level));
    if (!(made instanceof Result.Ok<SafeMemory> memory)) {
      return unit(made);
    }
    try (SafeMemory open = memory.value()) {
      for (int size = 8192; size <= 65536; size *= 2) {
        if (open.grow(size) instanceof Result.Err<Unit> err) {
          assertEquals(size / 2, open.sizeBytes(), "a refused growth changes nothing");
          return Result.err(err.fault());
        }
      }
      return Result.ok(Unit.UNIT);
    }
  }

  /// What `hello` exports.
  public interface Greeter {
    /// Greets.
    String greet(String name);
  }

  /// A call through a Java interface, which says by an exception of embed's that it has failed.
  private static Result<Unit> embedded(Trial trial) {
    try (Component component = decoded(trial, example("hello"));
        ComponentInstance hello = ok(new Linker().instantiate(trial.engine, component))) {
      trial.arm();
      Result<Greeter> bound = Bindings.export(hello, Greeter.class);
      if (!(bound instanceof Result.Ok<Greeter> greeter)) {
        return unit(bound);
      }
      try {
        assertEquals("Hello, all!", greeter.value().greet("all"));
        return Result.ok(Unit.UNIT);
      } catch (ComponentFault e) {
        return Result.err(e.fault());
      } finally {
        trial.disarm();
      }
    }
  }

  /// A guest that uses every canonical definition, one export after the other.
  private static Result<Unit> canonical(Trial trial, String export) {
    byte[] bytes = Guests.resource("/dev/wrt/tests/async/canon.wasm");
    try (Component component = decoded(trial, bytes);
        ComponentInstance guest = ok(new Linker().instantiate(trial.engine, component))) {
      trial.arm();
      Result<Unit> result = unit(guest.call(export, Values.NONE));
      trial.disarm();
      return result;
    }
  }

  private static Stream<Entry> entries() {
    Value text = new Value.Str("a\u00e4\u20ac".repeat(50));
    Value list = new Value.ListValue(List.of(new Value.U32(1), new Value.U32(2)));
    Stream<Entry> calls =
        Stream.of(
            calling("take-string", text),
            calling("take-utf16", text),
            calling("take-latin1", text),
            calling("give-string", new Value.U32(1000)),
            calling("take-list", list),
            calling("give-list", new Value.U32(100)),
            calling("give-tuples", new Value.U32(100)),
            calling("handles", new Value.U32(100)),
            calling("sets", new Value.U32(100)),
            calling("ticks", new Value.U32(3)),
            calling("array", new Value.U32(10_000)),
            calling("Execution.run with tasks that wait", NthReservationTest::waiting));
    Stream<Entry> loading =
        Stream.of("hello", "counter", "values")
            .flatMap(name ->
                Stream.of(decoding(name, example(name)), instantiating(name, example(name))));
    Stream<Entry> own =
        Stream.of("uses", "large", "several")
            .flatMap(name ->
                Stream.of(
                    decoding(name, Guests.bytes(name)), instantiating(name, Guests.bytes(name))));
    Stream<Entry> parts =
        Stream.of(
            new Entry("Wasi02.define", NthReservationTest::wasi),
            new Entry("Bindings.export and call", NthReservationTest::embedded),
            new Entry(
                "BufferPool.create",
                trial -> {
                  trial.arm();
                  return closed(BufferPool.create(trial.budget, 4, 100));
                }),
            new Entry(
                "Crc32cImage.create",
                trial -> {
                  trial.arm();
                  return closed(Crc32cImage.create(trial.budget, "image", new byte[5000]));
                }),
            new Entry(
                "Scrubber.create",
                trial -> {
                  trial.arm();
                  return closed(Scrubber.create(trial.budget, 10, 1));
                }));
    Stream<Entry> levels =
        Stream.of(VerificationLevel.values())
            .flatMap(level ->
                Stream.of(
                    new Entry(
                        "SafeMemory.create and grow, " + level, trial -> memory(trial, level)),
                    new Entry(
                        "Store and Machine, " + level,
                        trial -> machine(trial, Verification.of(level)))));
    Stream<Entry> canonical =
        Stream.of("streams", "futures", "errors", "lower", "lift", "later", "suspend")
            .map(name -> new Entry("ComponentInstance.call " + name, t -> canonical(t, name)));
    return Stream.of(calls, canonical, loading, own, parts, levels).flatMap(each -> each);
  }

  private static Result<Unit> wasi(Trial trial) {
    trial.arm();
    return closed(Wasi02.define(new Linker(), WasiOptions.standard(), trial.budget));
  }

  private static ComponentOptions small(MemoryStrategy strategy) {
    return ComponentOptions.standard()
        .with(GuestLimit.FRAMES, 100)
        .with(GuestLimit.VALUE_SLOTS, 1 << 12)
        .with(GuestLimit.DEPTH, 8)
        .withStrategy(strategy);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  @DisplayName("Whichever reservation is refused, there is a fault and nothing is left behind")
  void everyReservation(Entry entry) {
    for (String strategy : entry.name().startsWith("ComponentInstance") ? STRATEGIES : USUAL) {
      ComponentOptions options = small(ok(MemoryStrategy.parse(strategy, 1 << 12)));
      long refused = 0;
      while (!tried(entry, options, refused + 1)) {
        refused++;
      }
      assertTrue(refused > 0, entry + " reserves");
    }
  }

  /// Whether the entry succeeds although one reservation is refused: it does not make as many.
  private static boolean tried(Entry entry, ComponentOptions options, long nth) {
    Trial trial = new Trial(options, nth);
    Result<Unit> result = entry.run().with(trial);
    trial.disarm();
    String which = entry + ", reservation " + nth;
    if (result instanceof Result.Err<Unit> err) {
      assertInstanceOf(Fault.BudgetFault.class, err.fault(), which);
    }
    assertEquals(0, trial.budget.reservedBytes(), () -> which + " " + trial.budget.breakdown());
    assertEquals(List.of(), trial.budget.children(), which);
    return result instanceof Result.Ok<Unit>;
  }
}
