package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.HostFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.Layout;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The readable end that a {@link StreamSink} of the host has.
///
/// Numbers and other primitive elements are offered as many at a time as the guest has written;
/// what the sink leaves stays in the guest's memory. Lifting other elements may take handles away
/// from the guest, so they are offered one by one, and one that the sink does not take yet is kept
/// here and counts as read.
// [impl->req~host-sink~1]
final class SinkEnd extends HostEnd {
  /// The most elements without value that are offered at a time.
  private static final int UNITS_MAX = 1024;

  private static final Value UNIT = new Value.TupleValue(List.of());

  private final StreamSink sink;
  private @Nullable Sequence held;

  /// What came of an offer.
  private enum Offer {
    ALL,
    SOME,
    NOTHING,
    STOP
  }

  SinkEnd(Shared shared, StreamSink sink) {
    super(shared);
    this.sink = sink;
  }

  @Override
  Next serve(Driver driver, GuestBuffer writer) {
    int keptTaken = offerKept();
    if (keptTaken == 0) {
      shared.streams.sleep(this);
      return Next.AGAIN;
    }
    if (keptTaken == StreamSink.STOP) {
      finish();
      return Next.AGAIN;
    }
    int before = writer.progress();
    while (writer.remain() > 0) {
      switch (offer(driver, writer)) {
        case Result.Err<Offer> err -> {
          return driver.fail(err.fault());
        }
        case Result.Ok<Offer> ok -> {
          if (ok.value() != Offer.ALL) {
            return settle(ok.value(), writer.progress() > before);
          }
        }
      }
    }
    return settle(Offer.ALL, true);
  }

  @Override
  boolean keeps() {
    return held != null;
  }

  @Override
  Next serveKept(Driver driver) {
    if (offerKept() == 0) {
      shared.streams.sleep(this);
    } else {
      over(null);
    }
    return Next.AGAIN;
  }

  private int offerKept() {
    Sequence kept = held;
    int took = kept == null ? 1 : sink.accept(kept);
    if (took != 0) {
      held = null;
    }
    return took;
  }

  private Next settle(Offer last, boolean progress) {
    if (last == Offer.STOP) {
      finish();
      return Next.AGAIN;
    }
    if (last == Offer.NOTHING || keeps()) {
      shared.streams.sleep(this);
    }
    if (progress) {
      shared.notifyPending(CopyEnd.CopyResult.COMPLETED);
      if (shared.isFuture()) {
        finish();
      }
    }
    return Next.AGAIN;
  }

  private Result<Offer> offer(Driver driver, GuestBuffer writer) {
    Layout element = writer.element();
    if (element == null) {
      int count = Math.min(writer.remain(), UNITS_MAX);
      return taken(writer, new Value.ListValue(Collections.nCopies(count, UNIT)));
    }
    Passages passages = writer.instance.passages;
    Crossing passage = passages.take(writer.meter);
    int count = 1;
    if (shared.element().orElse(null) instanceof PrimValType primitive && isBatched()) {
      int max = CopyElements.pieceMax(passages.strategy(), primitive, element.size());
      count = Math.min(writer.remain(), max);
    } else {
      passage.outlive();
    }
    Result<Offer> offered =
        switch (tree(writer)
            .lift
            .list(side(driver, writer, passage), element, writer.ptr(), count)) {
          case Result.Ok<Sequence> ok -> lifted(writer, ok.value());
          case Result.Err<Sequence> err -> Result.err(err.fault());
        };
    passages.giveBack(passage);
    return offered;
  }

  private boolean isBatched() {
    return !shared.isFuture() && shared.element().orElse(null) instanceof PrimValType;
  }

  private static LiftLowerContext side(Driver driver, GuestBuffer writer, Crossing passage) {
    CallHandles handles =
        new CallHandles(driver, writer.instance, new BorrowScope(), tree(writer).hostHandles);
    return new LiftLowerContext(writer.options(), handles, passage);
  }

  private static Tree tree(GuestBuffer writer) {
    return writer.instance.tree;
  }

  private Result<Offer> lifted(GuestBuffer writer, Sequence elements) {
    Fault denied = tree(writer).crossed(writer.instance, Point.LIFT);
    return denied == null ? taken(writer, elements) : Result.err(denied);
  }

  private Result<Offer> taken(GuestBuffer writer, Sequence elements) {
    int took = sink.accept(elements);
    if (took == StreamSink.STOP) {
      return Result.ok(Offer.STOP);
    }
    if (took < 0 || took > elements.size()) {
      return Result.err(miscounted(took, elements.size()));
    }
    if (took == 0 && !isBatched() && writer.element() != null) {
      held = elements;
      writer.advance(1);
      return Result.ok(Offer.SOME);
    }
    writer.advance(took);
    if (took == elements.size()) {
      return Result.ok(Offer.ALL);
    }
    return Result.ok(took == 0 ? Offer.NOTHING : Offer.SOME);
  }

  /// The fault of a sink that says it took what it was not offered.
  static Fault miscounted(int took, int offered) {
    return new HostFault(ComponentCode.SINK_COUNT, "sink", took + " of " + offered);
  }

  @Override
  void end(@Nullable Fault fault) {
    held = null;
    sink.ended(fault);
  }
}
