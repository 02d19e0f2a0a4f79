package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.ByteList;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The passage of one direction of a call: arguments, or results. Every byte that {@link Lift}
/// reads from a guest's memory and {@link Lower} writes to one goes through it, in the way of the
/// memory strategy that the subclass implements.
///
/// Reading: {@link #open} makes a part of memory readable as {@link #window} from {@link #at} on;
/// {@link #list} gives the bytes of a list of numbers. Writing: {@link #store} and {@link #write}
/// take effect, in their order, at the latest with {@link #flush}, which {@link Lower} does before
/// the guest runs again: the guest can't see a difference between the strategies.
///
/// Packed values that were lifted through it may be views, which end when it is closed. A fault
/// stays until then, and nothing is moved after it. What lifted values take on the Java side is
/// charged to the passage's account and given back when it is closed.
///
/// From `STANDARD` on buffers have checksums: of what was read into them, compared when the values
/// are lifted and when the passage ends, and of what was stored into them, compared before it is
/// written. zero-copy has no buffers.
///
/// What this is not: it does not check bounds. Lift and Lower do, with the ABI's traps.
public abstract sealed class Crossing implements AutoCloseable
    permits ViewCrossing, BufferCrossing, IsolatedCrossing {
  private static final byte[] NO_BYTES = {};

  final Tally tally;
  final MemoryBudget budget;
  private byte[] window = NO_BYTES;
  private int at;
  private long charged;
  private boolean used;
  private boolean outliving;
  private @Nullable ByteMeter meter;
  private @Nullable CallLease lease;
  private @Nullable Fault fault;

  /// Says whether the call that views belong to is still going on.
  private static final class CallLease implements ByteList.Lease {
    private boolean open = true;

    @Override
    public boolean isOpen() {
      return open;
    }
  }

  Crossing(Tally tally, MemoryBudget budget) {
    this.tally = tally;
    this.budget = budget;
  }

  /// Begins a passage of a call.
  ///
  /// @param ofCall counts the bytes that cross in it
  public final void begin(ByteMeter ofCall) {
    meter = ofCall;
  }

  /// Counts bytes that are about to be read from or written to a guest's memory.
  ///
  /// @return whether they may; else there is a {@link #fault}
  final boolean count(long bytes) {
    ByteMeter ofCall = meter;
    return ofCall == null || ofCall.offer(bytes) || fail(ofCall.refusal(bytes));
  }

  /// Makes what is lifted from now on until {@link #close} own its bytes, at the price of a copy:
  /// for results that the embedder keeps.
  public final void outlive() {
    outliving = true;
  }

  /// Gives buffers back before the end, for values that {@link #outlive} them: what these own stays
  /// charged until {@link #close}.
  public final void settle() {
    Invariant.check(outliving, "values that are views need their buffers");
    release();
    window = NO_BYTES;
  }

  /// Makes a part of memory readable: {@link #window} and {@link #at}.
  ///
  /// @param ptr first byte; the part is within the memory
  /// @return whether it worked; else there is a {@link #fault}
  abstract boolean open(SafeMemory memory, int ptr, int length);

  /// The bytes of a list of numbers, as a view or, if they have to {@link #outlive}, as a copy.
  ///
  /// @param ptr first byte; the list is within the memory
  /// @param number type of the elements; NaNs among floats become canonical, in a copy
  /// @return null where there is a {@link #fault}
  abstract @Nullable ByteList list(SafeMemory memory, int ptr, int length, PrimValType number);

  /// Writes 1, 2, 4 or 8 bytes, little-endian.
  ///
  /// @param ptr first byte; they are within the memory
  abstract void store(SafeMemory memory, int ptr, long bits, int width);

  /// Writes bytes of the host.
  ///
  /// @param ptr first byte; they are within the memory
  abstract void write(SafeMemory memory, int ptr, byte[] from, int start, int length);

  /// Writes a list.
  ///
  /// @param ptr first byte; they are within the memory
  abstract void write(SafeMemory memory, int ptr, ByteList list);

  /// Makes all writes so far take effect.
  abstract void flush(SafeMemory memory);

  /// Gives buffers back.
  abstract void release();

  /// Compares what was read into buffers with the checksums taken then; a difference is a {@link
  /// #fault}.
  abstract void verify();

  /// Whether buffers for a memory have checksums.
  static boolean isSealing(SafeMemory memory) {
    return memory.verification().level().includes(VerificationLevel.STANDARD);
  }

  /// Compares two checksums of a buffer.
  ///
  /// @param expected what it had when it was filled
  /// @param found what it has
  // [impl->req~abi-buffers-sealed~1]
  final boolean compare(long expected, long found) {
    tally.sealsCompared++;
    if (expected == found) {
      return true;
    }
    tally.sealsBroken++;
    return fail(
        new Fault.IntegrityFault(
            AbiCode.BUFFER_CHANGED, budget.path() + " buffer", 0, expected, found, false));
  }

  /// Ends the passage as {@link #close} does, after a last comparison of its buffers.
  ///
  /// @return what only that has found; null if there is nothing
  public final @Nullable Fault finish() {
    boolean sound = isSound();
    if (sound) {
      verify();
    }
    Fault broken = sound ? fault : null;
    close();
    return broken;
  }

  /// The array of the part opened last.
  final byte[] window() {
    return window;
  }

  /// Where in {@link #window} the part opened last begins.
  final int at() {
    return at;
  }

  /// A copy of the part opened last, which the values own; null where there is a {@link #fault}.
  final @Nullable ByteList ownCopy(int length) {
    if (!charge(length)) {
      return null;
    }
    byte[] own = new byte[length];
    System.arraycopy(window, at, own, 0, length);
    tally.copied(length);
    return ByteList.owned(own);
  }

  /// A copy of a part of a window that was opened before, with canonical NaNs. It is charged for
  /// already.
  final ByteList copy(byte[] from, int start, int length, PrimValType number) {
    byte[] own = Arrays.copyOfRange(from, start, start + length);
    tally.copied(length);
    Scalars.canonicalize(number, own, 0, length);
    return ByteList.owned(own);
  }

  /// A view of the part opened last, or a copy.
  final @Nullable ByteList viewOrCopy(int length) {
    return outliving ? ownCopy(length) : ByteList.view(window, at, length, lease());
  }

  final boolean show(byte[] bytes, int from) {
    window = bytes;
    at = from;
    return true;
  }

  /// Reserves what lifted values take.
  ///
  /// @return whether there was room; else there is a {@link #fault}
  // [impl->req~abi-budget~1]
  final boolean charge(long bytes) {
    used = true;
    if (budget.offer(bytes)) {
      charged += bytes;
      return true;
    }
    return fail(budget.refusal(bytes));
  }

  /// Remembers the first fault; always false.
  final boolean fail(Fault why) {
    if (fault == null) {
      fault = why;
    }
    return false;
  }

  /// Whether a step worked; remembers its fault if not.
  final boolean check(Result<Unit> step) {
    used = true;
    return !(step instanceof Result.Err<Unit> err) || fail(err.fault());
  }

  /// Whether nothing has failed.
  final boolean isSound() {
    return fault == null;
  }

  final boolean isOutliving() {
    return outliving;
  }

  /// Why the passage has failed; null if it has not.
  final @Nullable Fault fault() {
    return fault;
  }

  /// Why the passage has failed, where it has.
  final Fault failure() {
    Fault why = fault;
    if (why == null) {
      throw new Invariant.Violation("a passage that stops has a fault");
    }
    return why;
  }

  /// The lease of this call's views.
  final ByteList.Lease lease() {
    CallLease current = lease;
    if (current == null) {
      current = new CallLease();
      lease = current;
    }
    return current;
  }

  /// Ends the passage: views end, buffers go back. It may then be used for the next one.
  @Override
  public final void close() {
    if (lease != null) {
      lease.open = false;
      lease = null;
    }
    tally.crossings += used ? 1 : 0;
    release();
    budget.release(charged);
    charged = 0;
    window = NO_BYTES;
    used = false;
    outliving = false;
    meter = null;
    fault = null;
  }
}
