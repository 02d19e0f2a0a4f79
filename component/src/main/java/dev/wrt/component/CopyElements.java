package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.Layout;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.component.abi.Lower;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.Sequence;
import dev.wrt.engine.Machine;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The copying of elements where a read and a write meet: `dst_buffer.write(src_buffer.read(n))` of
/// CanonicalABI.md.
///
/// Elements go from the writer's memory to the reader's in pieces, through a passage of the
/// stricter side. Elements with strings or lists need memory of the reader's `realloc`, which is
/// core code: so a copy is an activation, on top of whoever came second.
final class CopyElements extends Lowering {
  /// The most bytes of a piece where the strategy sets no bound of its own.
  private static final int PIECE_BYTES = 1 << 20;

  private final Shared shared;
  private final @Nullable GuestBuffer from;
  private final @Nullable SourceEnd source;
  private final GuestBuffer to;
  private final boolean readerCalls;
  private final Passages passages;
  private int left;
  private int piece;
  private @Nullable Crossing crossing;

  private CopyElements(
      Shared shared,
      @Nullable GuestBuffer from,
      @Nullable SourceEnd source,
      GuestBuffer to,
      boolean readerCalls) {
    this.shared = shared;
    this.from = from;
    this.source = source;
    this.to = to;
    this.readerCalls = readerCalls;
    this.passages =
        from == null ? to.instance.passages : to.instance.tree.passages(from.instance, to.instance);
  }

  /// From guest to guest.
  ///
  /// @param second the buffer that came second; the other one is pending
  static CopyElements between(Shared shared, GuestBuffer second) {
    GuestBuffer first = Invariant.present(shared.pending(), "a copy has two sides");
    boolean readerCalls = !second.end.writable;
    GuestBuffer from = readerCalls ? first : second;
    GuestBuffer to = readerCalls ? second : first;
    CopyElements copy = new CopyElements(shared, from, null, to, readerCalls);
    copy.left = Math.min(from.remain(), to.remain());
    return copy;
  }

  /// From the host to a guest, whose buffer is pending.
  static CopyElements from(SourceEnd source, GuestBuffer to) {
    CopyElements copy = new CopyElements(source.shared, null, source, to, false);
    copy.left = Math.min(source.held(), to.remain());
    return copy;
  }

  @Override
  Next step(Driver driver) {
    Layout element = to.element();
    if (element == null) {
      advance(left);
    }
    if (crossing != null) {
      return lower(driver);
    }
    if (left == 0) {
      settle();
      return Next.DONE;
    }
    return begin(driver, Invariant.present(element, "what is copied has a layout"));
  }

  private void settle() {
    if (source == null) {
      shared.moved(readerCalls ? to : Invariant.present(from, "guests copy between them"));
    } else {
      shared.notifyPending(CopyEnd.CopyResult.COMPLETED);
      source.settled();
    }
  }

  /// Lifts the next piece and begins to lower it.
  // [impl->req~stream-copy~1]
  private Next begin(Driver driver, Layout element) {
    piece = Math.min(left, pieceMax(passages.strategy(), element.size()));
    Crossing passage = passages.take();
    crossing = passage;
    return switch (lifted(driver, passage, element)) {
      case Result.Ok<Sequence> ok -> {
        tree().lower.startList(side(driver, to, passage), element, ok.value(), to.ptr());
        yield Next.AGAIN;
      }
      case Result.Err<Sequence> err -> driver.fail(err.fault());
    };
  }

  /// How many elements cross at once.
  static int pieceMax(MemoryStrategy strategy, int elementSize) {
    int bytes =
        strategy instanceof MemoryStrategy.BoundedCopy bounded
            ? bounded.bufferBytes()
            : PIECE_BYTES;
    return Math.max(1, bytes / Math.max(1, elementSize));
  }

  private Result<Sequence> lifted(Driver driver, Crossing passage, Layout element) {
    SourceEnd host = source;
    if (host != null) {
      return host.next(piece);
    }
    GuestBuffer writer = Invariant.present(from, "guests copy between them");
    Result<Sequence> elements =
        tree().lift.list(side(driver, writer, passage), element, writer.ptr(), piece);
    Fault denied = tree().crossed(writer.instance, Point.LIFT);
    return denied == null ? elements : Result.err(denied);
  }

  private LiftLowerContext side(Driver driver, GuestBuffer buffer, Crossing passage) {
    CallHandles handles =
        new CallHandles(
            driver, buffer.instance, new BorrowScope(), source == null ? null : tree().hostHandles);
    return new LiftLowerContext(buffer.options(), handles, passage);
  }

  @Override
  Destination destination() {
    return new Destination(to.instance, to.options().realloc());
  }

  @Override
  Next lowered(Driver driver, Lower lower) {
    giveBack();
    advance(piece);
    return Next.AGAIN;
  }

  @Override
  void coreReturned(Driver driver, Machine machine) {
    Invariant.check(reallocated(driver, machine), "a copy enters realloc only");
  }

  private void advance(int count) {
    left -= count;
    to.advance(count);
    if (from != null) {
      from.advance(count);
    }
    if (source != null) {
      source.taken(count);
    }
  }

  private void giveBack() {
    Crossing passage = crossing;
    if (passage != null) {
      crossing = null;
      passages.giveBack(passage);
    }
  }

  private Tree tree() {
    return to.instance.tree;
  }

  @Override
  void aborted(Fault fault) {
    giveBack();
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
