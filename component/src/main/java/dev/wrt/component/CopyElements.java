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
import dev.wrt.decoder.component.ValType;
import dev.wrt.engine.Machine;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The copying of elements where a read and a write meet: `dst_buffer.write(src_buffer.read(n))` of
/// CanonicalABI.md.
///
/// Elements go from the writer's memory to the reader's in pieces, through a passage of the
/// stricter side. Elements with strings or lists need memory of the reader's `realloc`, which is
/// core code: so a copy is an activation, on top of whoever came second.
///
/// The two buffers may overlap where a component reads what it writes. The result is as if all
/// elements were read before the first is written: a piece is moved as a whole, and pieces are
/// taken from the end where the reader's buffer lies higher.
final class CopyElements extends Lowering {
  /// The most bytes of a piece where the strategy sets no bound of its own.
  private static final int PIECE_BYTES = 1 << 20;

  /// The most elements of a piece that point to something, where the strategy sets no bound.
  private static final int PIECE_ELEMENTS = 1024;

  private final Shared shared;
  private final @Nullable GuestBuffer from;
  private final @Nullable SourceEnd source;
  private final GuestBuffer to;
  private final boolean readerCalls;
  private final Passages passages;
  private final int total;
  private final boolean fromEnd;
  private int done;
  private int piece;
  private @Nullable Crossing crossing;

  private CopyElements(
      Shared shared,
      @Nullable GuestBuffer from,
      @Nullable SourceEnd source,
      GuestBuffer to,
      boolean readerCalls) {
    int offered = from == null ? Invariant.present(source, "who writes").held() : from.remain();
    this.total = Math.min(offered, to.remain());
    this.fromEnd =
        from != null
            && from.instance == to.instance
            && Integer.compareUnsigned(to.ptr(), from.ptr()) > 0;
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
    return new CopyElements(shared, from, null, to, readerCalls);
  }

  /// From the host to a guest, whose buffer is pending.
  static CopyElements from(SourceEnd source, GuestBuffer to) {
    return new CopyElements(source.shared, null, source, to, false);
  }

  @Override
  Next step(Driver driver) {
    if (crossing != null) {
      return lower(driver);
    }
    Fault changed = to.changed();
    if (changed == null && from != null) {
      changed = from.changed();
    }
    if (changed != null) {
      return driver.fail(changed);
    }
    Layout element = to.element();
    if (element == null || done == total) {
      settle();
      return Next.DONE;
    }
    return begin(driver, element);
  }

  private void settle() {
    to.advance(total);
    if (source == null) {
      GuestBuffer writer = Invariant.present(from, "guests copy between them");
      writer.advance(total);
      shared.moved(readerCalls ? to : writer);
    } else {
      source.taken(total - done);
      shared.notifyPending(CopyEnd.CopyResult.COMPLETED);
      source.settled();
    }
  }

  /// Lifts the next piece and begins to lower it.
  // [impl->req~stream-copy~1]
  private Next begin(Driver driver, Layout element) {
    ValType type = Invariant.present(shared.element().orElse(null), "what has a layout has a type");
    piece = Math.min(total - done, pieceMax(passages.strategy(), type, element.size()));
    Crossing passage = passages.take(to.meter);
    crossing = passage;
    return switch (lifted(driver, passage, element)) {
      case Result.Ok<Sequence> ok -> {
        tree().lower.startList(side(driver, to, passage), element, ok.value(), at(to, element));
        yield Next.AGAIN;
      }
      case Result.Err<Sequence> err -> driver.fail(err.fault());
    };
  }

  /// Where the piece is in a buffer.
  private int at(GuestBuffer buffer, Layout element) {
    int first = fromEnd ? total - done - piece : done;
    return buffer.ptr() + first * element.size();
  }

  /// How many elements cross at once: as many as fit the buffer of bounded-copy. Elements that
  /// point to more are moved one by one there, since nobody knows before how much that is.
  ///
  /// @param element their type
  /// @param size of one in memory
  static int pieceMax(MemoryStrategy strategy, ValType element, int size) {
    boolean points = element.info().hasPointer();
    if (strategy instanceof MemoryStrategy.BoundedCopy bounded) {
      return points ? 1 : Math.max(1, bounded.bufferBytes() / size);
    }
    return points ? PIECE_ELEMENTS : Math.max(1, PIECE_BYTES / size);
  }

  private Result<Sequence> lifted(Driver driver, Crossing passage, Layout element) {
    SourceEnd host = source;
    if (host != null) {
      return host.next(piece);
    }
    GuestBuffer writer = Invariant.present(from, "guests copy between them");
    Result<Sequence> elements =
        tree().lift.list(side(driver, writer, passage), element, at(writer, element), piece);
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
    done += piece;
    if (source != null) {
      source.taken(piece);
    }
    return Next.AGAIN;
  }

  @Override
  void coreReturned(Driver driver, Machine machine) {
    Invariant.check(reallocated(driver, machine), "a copy enters realloc only");
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
