package dev.wrt.tests.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.FaultCode;
import dev.wrt.bounded.Result;
import dev.wrt.component.Chunk;
import dev.wrt.component.ComponentCode;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.HostCall;
import dev.wrt.component.Linker;
import dev.wrt.component.StreamSource;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.embed.AsyncComponent;
import dev.wrt.embed.ComponentFault;
import dev.wrt.embed.EmbedCode;
import dev.wrt.engine.TrapCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Calls of one component from many threads, whose import another thread answers in any order.
@Timeout(60)
class AsyncComponentTest {
  private static final int CALLS = 100;

  /// A call of the import that is to be answered.
  private record Asked(int number, CompletableFuture<Result<Values>> stage) {
    void answer() {
      stage.complete(Result.ok(u32(number * 10)));
    }
  }

  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
  private long reservedBefore;
  private AsyncComponent component;

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  private static Values u32(int number) {
    return Values.of(new Value.U32(number));
  }

  private CompletionStage<Result<Values>> later(HostCall call) {
    int number = ((Value.U32) call.arguments().get(0)).bits();
    CompletableFuture<Result<Values>> stage = new CompletableFuture<>();
    asked.add(new Asked(number, stage));
    return stage;
  }

  private AsyncComponent open(int callsMax) throws IOException {
    try (InputStream in = AsyncComponentTest.class.getResourceAsStream("asking.wasm")) {
      Component decoded =
          ok(
              Component.decode(
                  in.readAllBytes(), DecoderOptions.of(Features.NONE), engine.budget()));
      reservedBefore = engine.budget().reservedBytes();
      Linker linker = new Linker().defineAsync("later", this::later);
      ComponentInstance instance = ok(linker.instantiate(engine, decoded));
      component = AsyncComponent.of(instance, callsMax);
      return component;
    }
  }

  @AfterEach
  void close() {
    component.close();
    assertEquals(reservedBefore, engine.budget().reservedBytes(), "all is given back");
  }

  private static FaultCode code(CompletableFuture<?> future) {
    CompletionException thrown = assertThrows(CompletionException.class, future::join);
    return assertInstanceOf(ComponentFault.class, thrown.getCause()).fault().code();
  }

  private List<Asked> takeAsked(int count) throws InterruptedException {
    List<Asked> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(asked.take());
    }
    return taken;
  }

  private List<CompletableFuture<Values>> callsFromThreads() throws InterruptedException {
    List<CompletableFuture<Values>> futures =
        Collections.synchronizedList(new ArrayList<>(Collections.nCopies(CALLS, null)));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      int number = i;
      threads.add(
          Thread.startVirtualThread(() -> futures.set(number, component.call("ask", u32(number)))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return futures;
  }

  // [utest->req~embed-async-calls~1]
  @Test
  @DisplayName("A hundred calls wait at a time, and each gets its own answer, in whatever order")
  void answers() throws Exception {
    open(CALLS);
    for (int round = 0; round < 3; round++) {
      List<CompletableFuture<Values>> futures = callsFromThreads();
      List<Asked> all = takeAsked(CALLS);
      Collections.shuffle(all, new Random(round));
      Thread.startVirtualThread(() -> all.forEach(Asked::answer));
      for (int i = 0; i < CALLS; i++) {
        assertEquals(u32(i * 10), futures.get(i).join());
      }
    }
    assertEquals(u32(3 * CALLS), component.call("asked", Values.NONE).join());
  }

  // [utest->req~embed-async-cancel~1]
  @Test
  @DisplayName("Of a hundred calls every third is cancelled: its task ends, the others answer")
  void cancelled() throws Exception {
    // A cancelled call makes room when its task has ended, which may be in the next round.
    open(2 * CALLS);
    for (int round = 0; round < 3; round++) {
      List<CompletableFuture<Values>> futures = callsFromThreads();
      List<Asked> all = takeAsked(CALLS);
      for (int i = 0; i < CALLS; i += 3) {
        assertTrue(futures.get(i).cancel(true));
      }
      Collections.shuffle(all, new Random(round));
      for (Asked each : all) {
        if (each.number % 3 == 0) {
          assertThrows(Exception.class, each.stage::join, "the host learns of it");
        } else {
          each.answer();
        }
      }
      for (int i = 0; i < CALLS; i++) {
        if (i % 3 != 0) {
          assertEquals(u32(i * 10), futures.get(i).join());
        }
      }
    }
  }

  // [utest->req~embed-async-cancel~1]
  @Test
  @DisplayName("A call that waits for nothing ends when it is cancelled, and makes room")
  void cancelledWithoutHost() throws Exception {
    open(1);
    CompletableFuture<Values> waiting = component.call("wait", Values.NONE);
    assertEquals(EmbedCode.ASYNC_FULL, code(component.call("asked", Values.NONE)));
    waiting.completeExceptionally(new IllegalStateException("nobody waits any more"));
    assertEquals(u32(0), retried("asked").join());
  }

  /// Calls again until there is room.
  private CompletableFuture<Values> retried(String export) {
    while (true) {
      CompletableFuture<Values> future = component.call(export, Values.NONE);
      if (!future.isCompletedExceptionally()) {
        return future;
      }
      Thread.onSpinWait();
    }
  }

  // [utest->req~embed-async-calls~1]
  @Test
  @DisplayName("Calls that need each other meet, though one turns in a circle until then")
  void meeting() throws Exception {
    open(10);
    CompletableFuture<Values> first = component.call("receive", Values.NONE);
    CompletableFuture<Values> waiting = component.call("wait", Values.NONE);
    component.call("send", u32(7)).join();
    assertEquals(u32(7), first.join());
    assertFalse(waiting.isDone());
  }

  // [utest->req~embed-async-close~1]
  @Test
  @DisplayName("Closing ends calls that wait, that turn, that compute and that were not begun")
  void closing() throws Exception {
    open(10);
    List<CompletableFuture<Values>> futures = new ArrayList<>();
    futures.add(component.call("ask", u32(1)));
    futures.add(component.call("wait", Values.NONE));
    futures.add(component.call("receive", Values.NONE));
    takeAsked(1);
    futures.add(component.call("spin", Values.NONE));
    futures.add(component.call("asked", Values.NONE));
    component.close();
    for (CompletableFuture<Values> future : futures) {
      assertEquals(EmbedCode.ASYNC_CLOSED, code(future));
    }
    assertEquals(EmbedCode.ASYNC_CLOSED, code(component.call("asked", Values.NONE)));
    component.close();
  }

  // [utest->req~embed-async-close~1]
  @Test
  @DisplayName("What is attached to a future may close the component")
  void closedFromInside() throws Exception {
    open(2);
    CompletableFuture<Values> waiting = component.call("ask", u32(1));
    Asked last = takeAsked(1).getFirst();
    CompletableFuture<Void> closed = waiting.thenAccept(answer -> component.close());
    last.answer();
    closed.join();
    assertEquals(EmbedCode.ASYNC_CLOSED, code(component.call("asked", Values.NONE)));
  }

  // [utest->req~embed-async-calls~1]
  @Test
  @DisplayName("One call more than may be outstanding is refused, and there is room again later")
  void full() throws Exception {
    open(2);
    CompletableFuture<Values> one = component.call("ask", u32(1));
    CompletableFuture<Values> two = component.call("ask", u32(2));
    CompletableFuture<Values> three = component.call("ask", u32(3));
    assertTrue(three.isDone(), "refused at once");
    assertEquals(EmbedCode.ASYNC_FULL, code(three));
    takeAsked(2).forEach(Asked::answer);
    assertEquals(u32(10), one.join());
    assertEquals(u32(20), two.join());
    assertEquals(u32(2), component.call("asked", Values.NONE).join());
  }

  // [utest->req~embed-async-calls~1]
  @Test
  @DisplayName("A trap ends all calls with a fault, and those that come later")
  void trap() throws Exception {
    open(10);
    CompletableFuture<Values> waiting = component.call("ask", u32(1));
    takeAsked(1);
    assertEquals(TrapCode.UNREACHABLE, code(component.call("boom", Values.NONE)));
    assertEquals(TrapCode.UNREACHABLE, code(waiting));
    assertEquals(ComponentCode.CANNOT_ENTER, code(component.call("asked", Values.NONE)));
  }

  @Test
  @DisplayName("A call of what is not exported, or with wrong arguments, fails alone")
  void wrongCalls() throws Exception {
    open(10);
    assertEquals(ComponentCode.EXPORT_UNKNOWN, code(component.call("nothing", Values.NONE)));
    CompletableFuture<Values> wrong = component.call("ask", Values.NONE);
    assertThrows(CompletionException.class, wrong::join);
    CompletableFuture<Values> thrown =
        component.call(
            "ask",
            instance -> {
              throw new IllegalStateException("no arguments");
            });
    assertEquals(EmbedCode.HOST_THREW, code(thrown));
    assertEquals(u32(0), component.call("asked", Values.NONE).join());
  }

  /// Bytes that a thread puts in, and that a guest reads.
  private static final class Pipe implements StreamSource {
    final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();

    @Override
    public Chunk produce(int max) {
      Chunk next = chunks.poll();
      return next == null ? Chunk.LATER : next;
    }
  }

  // [utest->req~embed-async-streams~1]
  @Test
  @DisplayName("Ten guests read streams that other threads write, bit by bit")
  void streams() throws Exception {
    open(10);
    List<CompletableFuture<Values>> sums = new ArrayList<>();
    List<Pipe> pipes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Pipe pipe = new Pipe();
      pipes.add(pipe);
      sums.add(
          component.call("sum", instance -> Values.of(ok(instance.stream(PrimValType.U8, pipe)))));
    }
    for (Pipe pipe : pipes) {
      int step = pipes.indexOf(pipe);
      Thread.startVirtualThread(() -> {
        for (int i = 0; i < 100; i++) {
          pipe.chunks.add(Chunk.of(ByteList.of((byte) step, (byte) 1, (byte) 2)));
          component.wake();
          Thread.yield();
        }
        pipe.chunks.add(Chunk.END);
        component.wake();
      });
    }
    for (int i = 0; i < 10; i++) {
      assertEquals(u32(100 * (i + 3)), sums.get(i).join());
    }
  }

  @Test
  @DisplayName("Without fuel a call ends with a fault")
  void fuel() throws Exception {
    engine = ComponentEngine.create(ComponentOptions.standard().withFuel(3_500_000));
    open(10);
    assertEquals(ComponentCode.FUEL_EXHAUSTED, code(component.call("spin", Values.NONE)));
  }

  @Test
  @DisplayName("The thread that owns the instance does what it is asked to")
  void work() throws Exception {
    open(10);
    assertEquals("component", component.apply(ComponentInstance::name).join());
    assertEquals(component.exports(), component.apply(ComponentInstance::exports).join());
    CompletableFuture<Object> thrown =
        component.apply(instance -> {
          throw new IllegalStateException("no");
        });
    CompletionException wrapped = assertThrows(CompletionException.class, thrown::join);
    assertInstanceOf(IllegalStateException.class, wrapped.getCause());
  }
}
