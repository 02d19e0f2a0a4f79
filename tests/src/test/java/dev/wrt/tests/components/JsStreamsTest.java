package dev.wrt.tests.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.Chunk;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Execution;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.SequenceSource;
import dev.wrt.component.StreamSink;
import dev.wrt.component.StreamSource;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Value.StreamValue;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.wasi.Wasi02;
import dev.wrt.wasi.WasiOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A component that was written in JavaScript reads streams of Java and writes streams for Java.
///
/// The component lies beside the project, not in it. Where it is absent the tests are skipped.
class JsStreamsTest {
  private static final String API = "test:streams/api.";

  /// Bytes that the engine may reserve.
  private static final long BUDGET_BYTES = 1L << 30;

  private static void with(TrustLevel trust, Consumer<ComponentInstance> test) {
    assumeTrue(Samples.present());
    ComponentEngine engine =
        ComponentEngine.create(
            ComponentOptions.standard().withTrust(trust).withMemoryBudget(BUDGET_BYTES));
    byte[] bytes = Samples.bytes("js-qjs-streams.component.wasm");
    MemoryBudget hostBudget = MemoryBudget.root("hosts", BUDGET_BYTES);
    Linker linker = new Linker();
    try (Component component = ok(Component.decode(bytes, Limits.standard(), engine.budget()));
        Wasi02 wasi = ok(Wasi02.define(linker, WasiOptions.standard(), hostBudget));
        ComponentInstance instance = ok(linker.instantiate(engine, component))) {
      test.accept(instance);
    }
    assertEquals(0, engine.budget().reservedBytes(), "everything is given back");
  }

  // [utest->req~host-source~1]
  // [utest->req~stream-collected~1]
  @ParameterizedTest(name = "{0}")
  @EnumSource(TrustLevel.class)
  @DisplayName("A Java producer feeds stream<u8>, and the upper case comes back as a stream")
  void upcase(TrustLevel trust) {
    with(
        trust,
        instance -> {
          byte[] text = "hello Stream".getBytes(StandardCharsets.UTF_8);
          StreamSource source = new SequenceSource(ByteList.of(text));
          Value in = ok(instance.stream(PrimValType.U8, source));
          StreamValue out = (StreamValue) ok(instance.call(API + "upcase", Values.of(in))).get(0);
          ByteList all = (ByteList) ok(instance.collect(out, 1000));
          assertEquals("HELLO STREAM", new String(ok(all.bytes()), StandardCharsets.UTF_8));
        });
  }

  // [utest->req~stream-collected~1]
  @Test
  @DisplayName("A stream of numbers is collected into a packed list")
  void numbers() {
    with(
        TrustLevel.STANDARD,
        instance -> {
          Values six = Values.of(new Value.U32(6));
          StreamValue out = (StreamValue) ok(instance.call(API + "numbers", six)).get(0);
          NumberList all = (NumberList) ok(instance.collect(out, 6));
          assertEquals(NumberList.unsigned(new int[] {0, 1, 4, 9, 16, 25}), all);
        });
  }

  @Test
  @DisplayName("A guest reads a stream of Java's to its end, and returns what it has found")
  void count() {
    with(
        TrustLevel.STANDARD,
        instance -> {
          StreamSource source = new SequenceSource(NumberList.unsigned(new int[] {5, 6, 7}));
          Values in = Values.of(ok(instance.stream(PrimValType.U32, source)));
          Value result = ok(instance.call(API + "count", in)).get(0);
          assertEquals(new Value.TupleValue(List.of(new Value.U32(3), new Value.U64(18))), result);
        });
  }

  /// Takes one element each time that it is allowed to.
  private static final class OneByOne implements StreamSink {
    final List<Value> taken = new ArrayList<>();
    int allowed;
    int refusals;

    @Override
    public int accept(Sequence elements) {
      if (allowed == 0) {
        refusals++;
        return 0;
      }
      allowed--;
      taken.add(elements.get(0));
      return 1;
    }
  }

  // [utest->req~host-sink~1]
  @Test
  @DisplayName("A Java consumer that takes one element at a time holds the guest's writes back")
  void backpressure() {
    with(
        TrustLevel.STANDARD,
        instance -> {
          Values six = Values.of(new Value.U32(6));
          StreamValue out = (StreamValue) ok(instance.call(API + "numbers", six)).get(0);
          OneByOne sink = new OneByOne();
          ok(instance.consume(out, sink));
          assertInstanceOf(Outcome.Waiting.class, instance.settling().run());
          long idle = instance.stats().fuelUsed();
          assertInstanceOf(Outcome.Waiting.class, instance.settling().run());
          assertEquals(idle, instance.stats().fuelUsed(), "a write that waits costs nothing");
          assertEquals(1, sink.refusals);
          for (int turn = 1; turn <= 6; turn++) {
            sink.allowed = 1;
            instance.wake();
            instance.settling().run();
            assertEquals(turn, sink.taken.size(), "one more, and the guest waits again");
          }
          assertEquals(new Value.U32(25), sink.taken.getLast());
          assertTrue(sink.refusals >= 5, "the guest's writes waited: " + sink.refusals);
        });
  }

  // [utest->req~host-wake~1]
  @Test
  @DisplayName("A producer that has nothing yet is asked again when another thread says so")
  void woken() {
    with(
        TrustLevel.STANDARD,
        instance -> {
          LinkedBlockingQueue<Chunk> ready = new LinkedBlockingQueue<>();
          StreamSource source =
              max -> {
                Chunk chunk = ready.poll();
                return chunk == null ? Chunk.LATER : chunk;
              };
          Values in = Values.of(ok(instance.stream(PrimValType.U32, source)));
          Execution count = ok(instance.start(API + "count", in));
          assertInstanceOf(Outcome.Waiting.class, count.run());
          Thread producer =
              Thread.ofVirtual()
                  .start(() -> {
                    for (int i = 1; i <= 100; i++) {
                      ready.add(Chunk.of(NumberList.unsigned(new int[] {i})));
                      instance.wake();
                    }
                    ready.add(Chunk.END);
                    instance.wake();
                  });
          Outcome outcome = count.run();
          while (outcome instanceof Outcome.Waiting) {
            count.wakeup().toCompletableFuture().join();
            outcome = count.run();
          }
          Outcome.Returned returned = assertInstanceOf(Outcome.Returned.class, outcome);
          assertEquals(
              new Value.TupleValue(List.of(new Value.U32(100), new Value.U64(5050))),
              returned.values().get(0));
          join(producer);
        });
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      fail(e);
    }
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }
}
