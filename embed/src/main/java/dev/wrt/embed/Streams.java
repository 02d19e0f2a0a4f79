package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.Chunk;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.FutureSink;
import dev.wrt.component.FutureSource;
import dev.wrt.component.StreamSink;
import dev.wrt.component.StreamSource;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Streams and futures.
///
/// A `stream<t>` is a {@link Flow.Publisher} of chunks, each a Java value for `list<t>`: a stream
/// of bytes publishes `byte[]`. Backpressure goes through in both directions: a publisher is asked
/// for one chunk at a time, when the component has read the one before; a component that writes
/// waits until the subscriber has requested a chunk. A `future<t>` is a {@link CompletionStage}.
final class Streams {
  private Streams() {}

  /// A `stream`.
  ///
  /// @param element type of the elements
  /// @param chunk converts lists of elements
  // [impl->req~embed-streams~1]
  record OfPublisher(ValType element, Conversion chunk) implements Conversion {
    // UNCHECKED-EMBED-1: the Java type was compared when it was bound: the chunks are what the
    // conversion takes.
    @SuppressWarnings("unchecked")
    @Override
    public Value toWit(Object java, Passing passing) {
      ComponentInstance instance = passing.instance();
      Source source = new Source(passing, chunk);
      Value stream = Refusal.orThrow(instance.stream(element, source));
      ((Flow.Publisher<Object>) java).subscribe(source);
      return stream;
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return new Published(passing.callee(), (Value.StreamValue) wit, chunk);
    }
  }

  /// A `future`.
  ///
  /// @param element type of the value; null where there is none
  /// @param value converts the value; null where there is none
  // [impl->req~embed-futures~1]
  record OfStage(@Nullable ValType element, @Nullable Conversion value) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      ComponentInstance instance = passing.instance();
      CompletableFuture<?> stage = ((CompletionStage<?>) java).toCompletableFuture();
      Value future = Refusal.orThrow(instance.future(element, new Promise(stage, value, passing)));
      stage.whenComplete((done, failure) -> instance.wake());
      return future;
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      Awaited awaited = new Awaited(value, passing);
      listen(
          passing.callee(),
          instance -> instance.consume((Value.FutureValue) wit, awaited),
          awaited.stage::completeExceptionally);
      return awaited.stage;
    }
  }

  /// The value of a future that Java has promised.
  private record Promise(
      CompletableFuture<?> stage, @Nullable Conversion conversion, Passing passing)
      implements FutureSource {
    @Override
    public @Nullable Value produce() {
      if (!stage.isDone() || stage.isCompletedExceptionally()) {
        return null;
      }
      return conversion == null
          ? new Value.TupleValue(List.of())
          : Conversion.part(conversion, stage.join(), passing, "");
    }

    @Override
    public @Nullable Fault failure() {
      return stage.isCompletedExceptionally()
          ? HostCode.threw("future", stage.exceptionNow()).fault()
          : null;
    }
  }

  /// The value of a future that a component has promised.
  private static final class Awaited implements FutureSink {
    final CompletableFuture<Object> stage = new CompletableFuture<>();
    private final @Nullable Conversion conversion;
    private final Passing passing;

    Awaited(@Nullable Conversion conversion, Passing passing) {
      this.conversion = conversion;
      this.passing = passing;
    }

    @Override
    public void resolved(Value value) {
      try {
        stage.complete(conversion == null ? Unit.UNIT : conversion.toJava(value, passing));
      } catch (Refusal refusal) {
        stage.completeExceptionally(new ComponentFault(refusal.fault()));
      }
    }

    @Override
    public void ended(@Nullable Fault fault) {
      if (fault != null) {
        stage.completeExceptionally(new ComponentFault(fault));
      }
    }
  }

  /// The subscriber that passes on to a component what is published. It may be told from any
  /// thread; the component's thread takes it up.
  private static final class Source implements StreamSource, Flow.Subscriber<Object> {
    private final Passing passing;
    private final ComponentInstance instance;
    private final Conversion chunk;
    private final Queue<Supplier<Chunk>> chunks = new ConcurrentLinkedQueue<>();
    private volatile Flow.@Nullable Subscription subscription;

    Source(Passing passing, Conversion chunk) {
      this.passing = passing;
      this.instance = passing.instance();
      this.chunk = chunk;
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
      subscription = made;
      made.request(1);
    }

    @Override
    public void onNext(Object published) {
      add(() -> converted(published));
    }

    @Override
    public void onError(Throwable thrown) {
      add(() -> Chunk.failed(HostCode.threw("stream", thrown).fault()));
    }

    @Override
    public void onComplete() {
      add(() -> Chunk.END);
    }

    private void add(Supplier<Chunk> next) {
      chunks.add(next);
      instance.wake();
    }

    private Chunk converted(Object published) {
      try {
        return Chunk.of((Sequence) Conversion.part(chunk, published, passing, "stream"));
      } catch (Refusal refusal) {
        return Chunk.failed(refusal.fault());
      } catch (ClassCastException e) {
        return Chunk.failed(HostCode.threw("stream", e).fault());
      }
    }

    @Override
    public Chunk produce(int max) {
      Supplier<Chunk> next = chunks.poll();
      if (next == null) {
        return Chunk.LATER;
      }
      Chunk chunk = next.get();
      Flow.Subscription from = subscription;
      if (chunk instanceof Chunk.Elements && from != null) {
        from.request(1);
      }
      return chunk;
    }

    @Override
    public void ended(@Nullable Fault fault) {
      Flow.Subscription from = subscription;
      if (from != null) {
        from.cancel();
      }
    }
  }

  /// A stream that a component has given, for one subscriber.
  // NULLNESS-EMBED-3: the checker wants one annotation for both bounds of a wildcard that the
  // interface prescribes; no chunk is null.
  @SuppressWarnings("nullness:super.wildcard")
  private static final class Published implements Flow.Publisher<Object> {
    private final Callee callee;
    private final Value.StreamValue stream;
    private final Conversion chunk;
    private final AtomicBoolean taken = new AtomicBoolean();

    Published(Callee callee, Value.StreamValue stream, Conversion chunk) {
      this.callee = callee;
      this.stream = stream;
      this.chunk = chunk;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
      Sink sink = new Sink(new Passing(callee), chunk, subscriber);
      subscriber.onSubscribe(sink);
      if (taken.getAndSet(true)) {
        subscriber.onError(new IllegalStateException("a stream of a component has one subscriber"));
        return;
      }
      listen(callee, instance -> sink.listen(instance, stream), subscriber::onError);
    }
  }

  /// Passes on to a subscriber what a component writes, one chunk for each that is requested.
  // NULLNESS-EMBED-4: as above.
  @SuppressWarnings("nullness:super.wildcard")
  private static final class Sink implements StreamSink, Flow.Subscription {
    private final Passing passing;
    private final Conversion chunk;
    private final Flow.Subscriber<? super Object> subscriber;
    private final AtomicLong requested = new AtomicLong();
    private volatile boolean cancelled;
    private volatile @Nullable ComponentInstance instance;

    Sink(Passing passing, Conversion chunk, Flow.Subscriber<? super Object> subscriber) {
      this.passing = passing;
      this.chunk = chunk;
      this.subscriber = subscriber;
    }

    /// Begins to listen.
    Result<Unit> listen(ComponentInstance running, Value.StreamValue stream) {
      instance = running;
      return running.consume(stream, this);
    }

    @Override
    public void request(long count) {
      requested.accumulateAndGet(Math.max(count, 0), (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
      wake();
    }

    @Override
    public void cancel() {
      cancelled = true;
      wake();
    }

    private void wake() {
      ComponentInstance running = instance;
      if (running != null) {
        running.wake();
      }
    }

    @Override
    public int accept(Sequence elements) {
      if (cancelled) {
        return STOP;
      }
      if (requested.get() == 0) {
        return 0;
      }
      requested.decrementAndGet();
      try {
        subscriber.onNext(chunk.toJava(elements, passing));
        return elements.size();
      } catch (RuntimeException e) {
        cancelled = true;
        subscriber.onError(e);
        return STOP;
      }
    }

    @Override
    public void ended(@Nullable Fault fault) {
      if (fault != null) {
        subscriber.onError(new ComponentFault(fault));
      } else if (!cancelled) {
        subscriber.onComplete();
      }
    }
  }

  /// Begins to listen to an end, in the thread that runs the component.
  ///
  /// @param begin begins
  /// @param failed is told where that can't be
  private static void listen(
      Callee callee, Function<ComponentInstance, Result<Unit>> begin, Consumer<Throwable> failed) {
    callee
        .apply(begin)
        .whenComplete((begun, failure) -> {
          if (failure != null) {
            failed.accept(failure);
          } else if (begun instanceof Result.Err<Unit> err) {
            failed.accept(new ComponentFault(err.fault()));
          }
        });
  }
}
