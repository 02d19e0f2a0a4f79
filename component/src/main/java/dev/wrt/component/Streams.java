package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.CallFault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.abi.Layout;
import dev.wrt.component.abi.Layouts;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The streams and futures of linked components: their account, and the ends that the host has.
///
/// A stream is paid for when it is made and given back when both ends are gone, whoever has them by
/// then. An end of the host that had nothing to give or to take sleeps until the host wakes the
/// components; which ends those are is known, so that a run can tell whether it waits for the host
/// or for ever. A stream whose ends are both the host's is relayed.
final class Streams implements HostWork.Item, AutoCloseable {
  /// Bytes reserved for a stream or future: what is shared (64), two ends (2 * 72), a buffer of
  /// each (2 * 64).
  private static final long SHARED_BYTES = 336;

  /// Bytes reserved for an end of the host: its object, its places in a set and a queue.
  private static final long HOST_END_BYTES = 160;

  private final MemoryBudget account;
  private final HostWork hostWork;
  private final Set<HostEnd> hostEnds = new LinkedHashSet<>();
  private final ArrayDeque<HostEnd> asleep = new ArrayDeque<>();
  private @Nullable Layout message;
  private int live;
  private int awake;
  private boolean registered;
  private boolean closed;

  /// Whether the host has woken the components since its ends were asked; set by any thread.
  private volatile boolean woken;

  /// @param account pays for streams and for what the host's ends keep
  /// @param hostWork what the host has still to do
  Streams(MemoryBudget account, HostWork hostWork) {
    this.account = account;
    this.hostWork = hostWork;
  }

  /// The layout of the debug message of an error context, made when it is first asked for.
  Result<Layout> message(Layouts layouts) {
    Layout known = message;
    if (known != null) {
      return Result.ok(known);
    }
    Result<Layout> made = layouts.tuple(List.of(PrimValType.STRING));
    if (made instanceof Result.Ok<Layout> ok) {
      message = ok.value();
    }
    return made;
  }

  /// What pays for streams and for what the host's ends keep.
  MemoryBudget account() {
    return account;
  }

  /// Streams and futures that have an end left.
  int live() {
    return live;
  }

  /// A new stream or future, both ends of which are the caller's to place.
  ///
  /// @param type a stream or future type
  // [impl->req~stream-bound~1]
  Result<Shared> open(ValType type) {
    if (!account.offer(SHARED_BYTES)) {
      return Result.err(account.refusal(SHARED_BYTES));
    }
    live++;
    return Result.ok(
        switch (type) {
          case ValType.StreamType t -> new SharedStream(this, t);
          case ValType.FutureType t -> new SharedFuture(this, t);
          default -> throw new Invariant.Violation("validated: the type of a stream or future");
        });
  }

  /// Both ends are gone.
  void ended(Shared shared) {
    live--;
    account.release(SHARED_BYTES);
  }

  /// A stream that a guest reads and the host writes.
  Result<Value.StreamValue> stream(@Nullable ValType element, StreamSource source) {
    return switch (sourced(new ValType.StreamType(Optional.ofNullable(element)), source)) {
      case Result.Ok<Shared> ok -> Result.ok(new Value.StreamValue(ok.value()));
      case Result.Err<Shared> err -> Result.err(err.fault());
    };
  }

  /// A future that a guest reads and the host writes.
  Result<Value.FutureValue> future(@Nullable ValType element, FutureSource source) {
    ValType type = new ValType.FutureType(Optional.ofNullable(element));
    return switch (sourced(type, new OnlySource(source))) {
      case Result.Ok<Shared> ok -> Result.ok(new Value.FutureValue(ok.value()));
      case Result.Err<Shared> err -> Result.err(err.fault());
    };
  }

  private static Fault closedFault() {
    return new LimitFault(ComponentCode.INSTANCE_CLOSED, "instance", 1, 0);
  }

  private Result<Shared> sourced(ValType type, StreamSource source) {
    if (closed) {
      return Result.err(closedFault());
    }
    if (!account.offer(HOST_END_BYTES)) {
      return Result.err(account.refusal(HOST_END_BYTES));
    }
    Result<Shared> opened = open(type);
    switch (opened) {
      case Result.Ok<Shared> ok -> {
        SourceEnd end = new SourceEnd(ok.value(), source);
        ok.value().host(end);
        ok.value().readable = Shared.Place.VALUE;
        hostEnds.add(end);
      }
      case Result.Err<Shared> err -> account.release(HOST_END_BYTES);
    }
    return opened;
  }

  /// Reads a stream or future that a guest writes.
  Result<Unit> consume(ReadableEnd readable, StreamSink sink) {
    return switch (inValue(readable)) {
      case Result.Ok<Shared> ok -> consume(ok.value(), sink);
      case Result.Err<Shared> err -> Result.err(err.fault());
    };
  }

  private Result<Unit> consume(Shared shared, StreamSink sink) {
    if (!account.offer(HOST_END_BYTES)) {
      return Result.err(account.refusal(HOST_END_BYTES));
    }
    HostEnd end = new SinkEnd(shared, sink);
    if (shared.host() instanceof SourceEnd source) {
      left(source);
      end = new RelayEnd(source, sink);
    }
    hostEnds.add(end);
    shared.readable = Shared.Place.SINK;
    if (shared.isDropped()) {
      shared.drop(null);
      end.over(null);
      return Result.ok(Unit.UNIT);
    }
    shared.host(end);
    if (end.isWanted()) {
      sleep(end);
      wake();
    }
    return Result.ok(Unit.UNIT);
  }

  /// Gives a readable end up that a sink reads.
  void stop(Value.StreamValue stream) {
    HostEnd end = stream.end() instanceof Shared shared ? shared.host() : null;
    if (end != null) {
      end.finish();
    }
  }

  /// Drops a readable end that the host has.
  Result<Unit> drop(ReadableEnd readable) {
    return switch (inValue(readable)) {
      case Result.Ok<Shared> ok -> {
        ok.value().readable = Shared.Place.GONE;
        ok.value().drop(null);
        yield Result.ok(Unit.UNIT);
      }
      case Result.Err<Shared> err -> Result.err(err.fault());
    };
  }

  /// The stream or future whose readable end is in a value, not elsewhere.
  // [impl->req~host-end-checked~1]
  Result<Shared> inValue(ReadableEnd readable) {
    if (closed) {
      return Result.err(closedFault());
    }
    if (!(readable instanceof Shared shared) || shared.streams != this) {
      return Result.err(stale(readable, "it belongs to other linked components"));
    }
    return shared.readable == Shared.Place.VALUE
        ? Result.ok(shared)
        : Result.err(stale(readable, "it was given away"));
  }

  private static Fault stale(ReadableEnd readable, String why) {
    String type = WitTypes.print(readable.type());
    return new CallFault(ComponentCode.END_STALE, type, type, why);
  }

  /// An end of the host has gone.
  void left(HostEnd end) {
    if (hostEnds.remove(end)) {
      account.release(HOST_END_BYTES);
    }
  }

  /// An end of the host has nothing to give or to take now.
  void sleep(HostEnd end) {
    if (!end.asleep) {
      end.asleep = true;
      asleep.add(end);
    }
    register();
  }

  /// `ComponentInstance.wake`: the ends that sleep may be asked again. Any thread may say so.
  // [impl->req~host-wake~1]
  void wake() {
    woken = true;
    hostWork.wake();
  }

  @Override
  public @Nullable CompletionStage<?> stage() {
    return null;
  }

  @Override
  public boolean isWanted() {
    for (HostEnd end : asleep) {
      if (end.isWanted()) {
        return true;
      }
    }
    return false;
  }

  /// Asks one of the host's ends that may be asked again. As an item of work it then begins anew,
  /// so that the others are asked too.
  @Override
  public boolean advance(Driver driver) {
    if (woken) {
      woken = false;
      awake = asleep.size();
    }
    while (awake > 0) {
      awake--;
      HostEnd end = asleep.poll();
      if (end != null) {
        end.asleep = false;
        if (end.isWanted()) {
          driver.push(new HostService(end));
          registered = false;
          register();
          return true;
        }
      }
    }
    return false;
  }

  private void register() {
    if (!registered) {
      registered = true;
      hostWork.add(this);
    }
  }

  @Override
  public void closed() {
    registered = false;
  }

  /// The components have ended: the host's ends are told why.
  void fail(Fault fault) {
    List<HostEnd> all = new ArrayList<>(hostEnds);
    for (HostEnd end : all) {
      end.over(fault);
    }
    asleep.clear();
    awake = 0;
  }

  /// Gives everything back. The host's ends have been told by then.
  @Override
  public void close() {
    Invariant.check(hostEnds.isEmpty(), "the host is told before the end");
    closed = true;
    account.release(live * SHARED_BYTES);
    live = 0;
  }
}
