package dev.wrt.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamTest {
  interface Streams {
    int sum(Flow.Publisher<byte[]> s, int max);

    @WitName("sum")
    Result<Integer> trySum(Flow.Publisher<byte[]> s, int max);

    @WitName("sum")
    CompletionStage<Integer> later(Flow.Publisher<byte[]> s, int max);

    Flow.Publisher<byte[]> produce(int n);

    int lengths(Flow.Publisher<List<String>> s);

    Flow.Publisher<List<String>> texts();

    int await(CompletionStage<Integer> f);

    CompletionStage<Integer> promise(int value);

    @WitName("promise")
    CompletionStage<CompletionStage<Integer>> promiseLater(int value);
  }

  /// Publishes chunks as they are requested.
  private record Chunks<C>(List<C> chunks, Throwable error) implements Flow.Publisher<C> {
    @Override
    public void subscribe(Flow.Subscriber<? super C> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;

            @Override
            public void request(long count) {
              if (next < chunks.size()) {
                subscriber.onNext(chunks.get(next++));
              } else if (error != null) {
                subscriber.onError(error);
              } else {
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {
              next = chunks.size();
            }
          });
    }
  }

  @SafeVarargs
  private static <C> Flow.Publisher<C> chunks(C... chunks) {
    return new Chunks<>(List.of(chunks), null);
  }

  /// Takes chunks, as many as it is told to request.
  private static final class Taker<C> implements Flow.Subscriber<C> {
    final List<C> taken = new ArrayList<>();
    Flow.Subscription subscription;
    Throwable error;
    boolean complete;
    boolean eager;

    @Override
    public void onSubscribe(Flow.Subscription made) {
      subscription = made;
      if (eager) {
        made.request(Long.MAX_VALUE);
        made.request(1);
      }
    }

    @Override
    public void onNext(C chunk) {
      taken.add(chunk);
    }

    @Override
    public void onError(Throwable thrown) {
      error = thrown;
    }

    @Override
    public void onComplete() {
      complete = true;
    }
  }

  private final ComponentInstance instance = Samples.own("streams", new Linker());
  private final Streams streams = Bindings.orThrow(Bindings.export(instance, "", Streams.class));

  // [utest->req~embed-streams~1]
  @Test
  @DisplayName("A publisher of chunks is a stream that a component reads")
  void published() throws Exception {
    assertEquals(21, streams.sum(chunks(new byte[] {1, 2, 3}, new byte[] {4, 5, 6}), 100));
    assertEquals(4, streams.lengths(chunks(List.of("a", "bcd"))));
    assertEquals(6, streams.later(chunks(new byte[] {1, 2, 3}), 9).toCompletableFuture().get());
  }

  // [utest->req~embed-streams~1]
  @Test
  @DisplayName("A publisher on another thread feeds a component that waits for it")
  void otherThread() throws Exception {
    try (AsyncComponent component = AsyncComponent.of(Samples.own("streams", new Linker()), 8);
        SubmissionPublisher<byte[]> publisher = new SubmissionPublisher<>()) {
      Streams owned = Bindings.orThrow(Bindings.export(component, "", Streams.class));
      CompletableFuture<Integer> sum = owned.later(publisher, 100).toCompletableFuture();
      while (!publisher.hasSubscribers()) {
        Thread.onSpinWait();
      }
      publisher.submit(new byte[] {1, 2});
      publisher.submit(new byte[] {3});
      publisher.close();
      assertEquals(6, sum.get());
      assertEquals(7, owned.await(CompletableFuture.completedFuture(7)));
      assertEquals(
          8, owned.promiseLater(8).toCompletableFuture().get().toCompletableFuture().get());
    }
  }

  // [utest->req~embed-streams~1]
  @Test
  @DisplayName("A publisher that fails ends the call with its exception")
  void failing() {
    IllegalStateException why = new IllegalStateException("torn");
    Fault fault =
        Samples.fault(
            Fault.HostFault.class, streams.trySum(new Chunks<>(List.of(new byte[] {1}), why), 100));
    assertEquals(EmbedCode.HOST_THREW, fault.code());
  }

  // [utest->req~embed-streams~1]
  @Test
  @DisplayName("A null chunk ends the call")
  void nullChunk() {
    List<byte[]> none = new ArrayList<>();
    none.add(null);
    assertEquals(
        EmbedCode.NULL_VALUE,
        Samples.fault(Fault.CallFault.class, streams.trySum(new Chunks<>(none, null), 1)).code());
  }

  // [utest->req~embed-streams~1]
  @Test
  @DisplayName("A component's stream comes as fast as chunks are requested, and ends")
  void subscribed() {
    Taker<byte[]> taker = new Taker<>();
    Flow.Publisher<byte[]> stream = streams.produce(5);
    stream.subscribe(taker);
    assertInstanceOf(Outcome.Waiting.class, instance.settling().run());
    assertEquals(0, taker.taken.size());
    Taker<byte[]> second = new Taker<>();
    stream.subscribe(second);
    assertInstanceOf(IllegalStateException.class, second.error);
    taker.subscription.request(100);
    Bindings.orThrow(instance.settle());
    int count = taker.taken.stream().mapToInt(chunk -> chunk.length).sum();
    assertEquals(5, count);
    assertTrue(taker.complete);
    Taker<List<String>> texts = new Taker<>();
    texts.eager = true;
    streams.texts().subscribe(texts);
    Bindings.orThrow(instance.settle());
    assertEquals(
        List.of("one", "two", "three"), texts.taken.stream().flatMap(List::stream).toList());
  }

  // [utest->req~embed-streams~1]
  @Test
  @DisplayName("A subscriber that cancels gets nothing more")
  void cancelled() {
    Taker<byte[]> taker = new Taker<>();
    streams.produce(5).subscribe(taker);
    taker.subscription.request(1);
    taker.subscription.cancel();
    Bindings.orThrow(instance.settle());
    assertEquals(0, taker.taken.size());
    assertEquals(false, taker.complete);
  }

  // [utest->req~embed-futures~1]
  @Test
  @DisplayName("A future is a completion stage in either direction")
  void futures() throws Exception {
    assertEquals(7, streams.await(CompletableFuture.completedFuture(7)));
    CompletableFuture<Integer> promised = streams.promise(9).toCompletableFuture();
    Bindings.orThrow(instance.settle());
    assertEquals(9, promised.get());
  }

  // [utest->req~embed-futures~1]
  @Test
  @DisplayName("A future that fails ends the call")
  void failedFuture() {
    CompletableFuture<Integer> failed = CompletableFuture.failedFuture(new Exception("never"));
    ComponentFault fault = assertThrows(ComponentFault.class, () -> streams.await(failed));
    assertEquals(EmbedCode.HOST_THREW, fault.fault().code());
  }

  /// A function of the host.
  interface Fetch {
    CompletionStage<String> fetch(String what);
  }

  interface Fetcher {
    @WitName("one")
    Result<String> one(String what);

    CompletableFuture<Integer> both(String what);

    @WitName("one")
    CompletionStage<String> later(String what);
  }

  private static ComponentInstance later(Fetch fetch) {
    return Samples.own(
        "later", new Linker().defineAsync("fetch", Bindings.later("fetch", Fetch.class, fetch)));
  }

  private static Fetcher fetcher(Fetch fetch) {
    return Bindings.orThrow(Bindings.export(later(fetch), Fetcher.class));
  }

  // [utest->req~embed-host-later~1]
  @Test
  @DisplayName("Host code answers later, from another thread, and both questions are asked at once")
  void hostLater() throws Exception {
    try (AsyncComponent component =
        AsyncComponent.of(later(what -> CompletableFuture.supplyAsync(() -> what + "!")), 8)) {
      Fetcher fetcher = Bindings.orThrow(Bindings.export(component, "", Fetcher.class));
      assertEquals(Result.ok("a!"), fetcher.one("a"));
      assertEquals(8, fetcher.both("abc").get());
    }
  }

  // [utest->req~embed-host-later~1]
  // [utest->req~embed-fault-form~1]
  @Test
  @DisplayName("Host code that fails, throws, answers null or has no stage ends the call")
  void hostLaterFails() {
    Fault failed =
        Samples.fault(
            Fault.HostFault.class,
            fetcher(what -> CompletableFuture.failedFuture(new Exception("no"))).one("a"));
    assertEquals(EmbedCode.HOST_THREW, failed.code());
    assertEquals(
        EmbedCode.HOST_THREW,
        Samples.fault(
                Fault.HostFault.class,
                fetcher(
                        what -> {
                          throw new IllegalStateException("no");
                        })
                    .one("a"))
            .code());
    assertEquals(
        EmbedCode.NULL_VALUE,
        Samples.fault(
                Fault.CallFault.class,
                fetcher(what -> CompletableFuture.completedFuture(null)).one("a"))
            .code());
    assertEquals(
        EmbedCode.NULL_VALUE,
        Samples.fault(Fault.CallFault.class, fetcher(what -> null).one("a")).code());
    ExecutionException thrown =
        assertThrows(
            ExecutionException.class,
            () -> fetcher(what -> null).later("a").toCompletableFuture().get());
    assertInstanceOf(ComponentFault.class, thrown.getCause());
  }
}
