package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.value.Sequence;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Both ends of a stream or future, where the host has got its own stream back: a component has
/// passed on what it was given, such as its standard input to its standard output.
///
/// No guest reads or writes, so elements go from source to sink as work of the host, a bounded
/// number of them at a time.
// [impl->req~host-relay~1]
final class RelayEnd extends HostEnd {
  /// The most elements that the source is asked for at a time.
  private static final int ELEMENTS_MAX = 4096;

  /// How often the source is asked before others have their turn.
  private static final int ROUNDS = 16;

  private final SourceEnd source;
  private final StreamSink sink;

  /// @param source the writable end, which is this end's from now on
  /// @param sink reads
  RelayEnd(SourceEnd source, StreamSink sink) {
    super(source.shared);
    this.source = source;
    this.sink = sink;
  }

  @Override
  boolean isWanted() {
    return !isOver();
  }

  @Override
  Next serve(Driver driver, GuestBuffer guest) {
    throw new Invariant.Violation("no guest has an end");
  }

  @Override
  Next serveKept(Driver driver) {
    for (int i = 0; i < ROUNDS; i++) {
      switch (round()) {
        case Result.Err<Boolean> err -> {
          return driver.fail(err.fault());
        }
        case Result.Ok<Boolean> ok -> {
          if (!ok.value()) {
            return Next.AGAIN;
          }
        }
      }
    }
    shared.streams.sleep(this);
    shared.streams.wake();
    return Next.AGAIN;
  }

  /// Asks the source once, and offers the sink what it has given.
  ///
  /// @return whether there may be more now
  private Result<Boolean> round() {
    if (source.held() == 0) {
      switch (source.ask(ELEMENTS_MAX)) {
        case Result.Err<Boolean> err -> {
          return err;
        }
        case Result.Ok<Boolean> ok -> {
          if (!ok.value()) {
            finish();
            return Result.ok(false);
          }
        }
      }
    }
    if (source.held() == 0) {
      shared.streams.sleep(this);
      return Result.ok(false);
    }
    return switch (source.next(source.held())) {
      case Result.Ok<Sequence> ok -> offer(ok.value());
      case Result.Err<Sequence> err -> Result.err(err.fault());
    };
  }

  private Result<Boolean> offer(Sequence elements) {
    int took = sink.accept(elements);
    if (took == StreamSink.STOP) {
      finish();
      return Result.ok(false);
    }
    if (took < 0 || took > elements.size()) {
      return Result.err(SinkEnd.miscounted(took, elements.size()));
    }
    if (took == 0) {
      shared.streams.sleep(this);
      return Result.ok(false);
    }
    source.taken(took);
    if (shared.isFuture()) {
      finish();
    }
    return Result.ok(!shared.isFuture());
  }

  /// Drops both ends.
  @Override
  void finish() {
    shared.dropHost();
    shared.drop(null);
    over(null);
  }

  @Override
  void end(@Nullable Fault fault) {
    source.end(fault);
    sink.ended(fault);
  }
}
