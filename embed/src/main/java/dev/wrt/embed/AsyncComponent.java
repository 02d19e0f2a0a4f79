package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Unit;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.value.Values;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A component that any thread may call, and whose calls answer later: the edge between the one
/// thread that runs linked components and all others.
///
/// One thread owns the instance and everything it is linked with. Others hand it calls and get a
/// future for each; they are never made to wait. Several calls can be under way: wherever one waits
/// for the host, or for another task of the component, the others go on.
///
/// - **Bound.** At most so many calls are outstanding as was said; one more is refused, with {@link
///   EmbedCode#ASYNC_FULL}.
/// - **Faults.** A future fails with a {@link ComponentFault}. After a trap all calls fail, as they
///   do with the instance itself.
/// - **Cancellation.** A future that is cancelled, or completed by anyone but this, such as by
///   {@link CompletableFuture#orTimeout}, cancels the call: it is not begun, or the guest's task is
///   told, which answers where it waits next. A guest that never waits can only be stopped by
///   {@link #close}.
/// - **Threads.** What is attached to a future without an executor of its own may run in the thread
///   that owns the instance, so it must not wait for another call.
// [impl->req~embed-async-calls~1]
public final class AsyncComponent implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<AsyncCall<?>> queued = new ArrayDeque<>();
  private final ComponentInstance instance;
  private final int callsMax;
  private final List<ComponentInstance.ExportedFunc> exports;
  private final CompletableFuture<Unit> ended = new CompletableFuture<>();
  private int outstanding;
  private boolean woken;
  private boolean closing;

  /// Set when it begins.
  private volatile @Nullable Thread owner;

  private AsyncComponent(ComponentInstance instance, int callsMax) {
    this.instance = instance;
    this.callsMax = callsMax;
    this.exports = instance.exports();
  }

  /// Gives an instance to a virtual thread of its own.
  ///
  /// @param instance is not touched by anyone else from now on, nor is what it is linked with; is
  ///   closed with this
  /// @param callsMax the most calls that are outstanding at a time
  public static AsyncComponent of(ComponentInstance instance, int callsMax) {
    return of(instance, callsMax, Thread.ofVirtual().name(instance.name()).factory());
  }

  /// Gives an instance to a thread.
  ///
  /// @param instance see {@link #of(ComponentInstance, int)}
  /// @param callsMax the most calls that are outstanding at a time
  /// @param threads makes the thread: one of the platform for guests that compute much
  public static AsyncComponent of(ComponentInstance instance, int callsMax, ThreadFactory threads) {
    Invariant.check(callsMax >= 1, "at least one call may be outstanding");
    AsyncComponent component = new AsyncComponent(instance, callsMax);
    AsyncDriver driver = new AsyncDriver(component, instance);
    Invariant.present(threads.newThread(driver), "the factory makes a thread").start();
    return component;
  }

  /// The functions that can be called.
  public List<ComponentInstance.ExportedFunc> exports() {
    return exports;
  }

  /// Calls an export.
  ///
  /// @param export a name as in {@link ComponentInstance#export(String)}
  /// @param arguments the arguments
  public CompletableFuture<Values> call(String export, Values arguments) {
    return call(export, instance -> arguments);
  }

  /// Calls an export with arguments that only the instance can make, such as streams.
  ///
  /// @param export a name as in {@link ComponentInstance#export(String)}
  /// @param arguments makes them in the thread that owns the instance
  public CompletableFuture<Values> call(
      String export, Function<ComponentInstance, Values> arguments) {
    return offer(new AsyncCall.Export(export, arguments));
  }

  /// Does something with the instance in the thread that owns it, between two steps of its guests.
  ///
  /// @param work must not wait for anything
  /// @param <T> what it answers
  public <T> CompletableFuture<T> apply(Function<ComponentInstance, T> work) {
    return offer(new AsyncCall.Work<>(work));
  }

  /// Says that the host's ends of streams and futures, which had nothing to give or could take
  /// nothing, may be asked again: {@link ComponentInstance#wake}. Any thread may.
  // [impl->req~embed-async-streams~1]
  public void wake() {
    instance.wake();
  }

  private <T> CompletableFuture<T> offer(AsyncCall<T> call) {
    Fault refusal = null;
    lock.lock();
    try {
      if (closing) {
        refusal = closed();
      } else if (outstanding == callsMax) {
        refusal = new LimitFault(EmbedCode.ASYNC_FULL, "calls", callsMax + 1L, callsMax);
      } else {
        outstanding++;
        queued.add(call);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    if (refusal != null) {
      call.fail(refusal);
    }
    call.future.whenComplete((answer, failure) -> cancelUnlessAnswered(call));
    return call.future;
  }

  // [impl->req~embed-async-cancel~1]
  private void cancelUnlessAnswered(AsyncCall<?> call) {
    if (call.isAnswered()) {
      return;
    }
    lock.lock();
    try {
      if (queued.remove(call)) {
        outstanding--;
      } else {
        wakeLocked();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Ends all calls that are outstanding, with {@link EmbedCode#ASYNC_CLOSED}, and closes the
  /// instance. Returns when that is done, except in the thread that owns the instance, which does
  /// it next.
  // [impl->req~embed-async-close~1]
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      wakeLocked();
    } finally {
      lock.unlock();
    }
    if (Thread.currentThread() != owner) {
      ended.join();
    }
  }

  static Fault closed() {
    return new LimitFault(EmbedCode.ASYNC_CLOSED, "calls", 1, 0);
  }

  // What follows is for the thread that owns the instance.

  /// Begins.
  void owned() {
    owner = Thread.currentThread();
  }

  /// Waits for something to do.
  ///
  /// @return false if that is to end
  boolean await() {
    lock.lock();
    try {
      while (!closing && !woken && queued.isEmpty()) {
        changed.awaitUninterruptibly();
      }
      woken = false;
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  /// The next call that is to begin; null if there is none.
  @Nullable AsyncCall<?> poll() {
    lock.lock();
    try {
      return queued.poll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /// Says that the guests may have something to do. Any thread may.
  void ready() {
    lock.lock();
    try {
      wakeLocked();
    } finally {
      lock.unlock();
    }
  }

  private void wakeLocked() {
    woken = true;
    changed.signal();
  }

  /// A call that was begun has ended.
  void done() {
    lock.lock();
    try {
      outstanding--;
    } finally {
      lock.unlock();
    }
  }

  /// Takes nothing any more.
  ///
  /// @return calls that were not begun
  List<AsyncCall<?>> end() {
    lock.lock();
    try {
      closing = true;
      List<AsyncCall<?>> left = List.copyOf(queued);
      queued.clear();
      return left;
    } finally {
      lock.unlock();
    }
  }

  /// The instance is closed.
  void gone() {
    ended.complete(Unit.UNIT);
  }
}
