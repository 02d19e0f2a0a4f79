package dev.wrt.component;

import dev.wrt.bounded.ControlWord;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.component.abi.AbiCode;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.Layout;
import dev.wrt.memory.SafeMemory;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `BufferGuestImpl` of CanonicalABI.md: the part of a guest's memory that a read fills or a write
/// empties, and how far that has come.
///
/// The part is checked when the copy begins, and memories don't shrink, so it stays valid for as
/// long as the copy is under way.
final class GuestBuffer {
  /// `Buffer.MAX_LENGTH`
  static final int LENGTH_MAX = (1 << 28) - 1;

  /// The end that copies.
  final CopyEnd end;

  /// The instance whose memory it is.
  final ComponentInstance instance;

  /// Of the call that copies.
  final CallMeter meter;

  private final CanonicalOptions options;
  private final @Nullable Layout element;
  private final ControlWord length;
  private final ControlWord ptr;
  private final ControlWord progress = new ControlWord(0);

  /// @param end the end that copies
  /// @param canon the built-in that was called
  /// @param ptr first byte, unsigned
  /// @param length number of elements, unsigned
  /// @param meter of the call that copies
  GuestBuffer(CopyEnd end, CoreCallee.Copy canon, long ptr, long length, CallMeter meter) {
    this.meter = meter;
    this.end = end;
    this.instance = canon.instance();
    this.options = canon.options();
    Layout given = canon.element();
    this.element = given != null && canon.options().address64() ? given.wide() : given;
    this.ptr = new ControlWord(ptr);
    this.length = new ControlWord(length);
  }

  /// Why the part can't be a buffer, or null.
  // [impl->req~stream-buffer-checked~1]
  @Nullable Fault refusal() {
    long count = length.value();
    if (Long.compareUnsigned(count, LENGTH_MAX) > 0) {
      return new Trap(ComponentCode.COPY_TOO_LONG, Long.toUnsignedString(count), List.of());
    }
    Layout layout = element;
    if (layout == null || count == 0) {
      return null;
    }
    long first = ptr.value();
    if ((first & layout.alignment() - 1) != 0) {
      return new Trap(AbiCode.UNALIGNED_POINTER, "", List.of());
    }
    return first < 0 || first > memory().sizeBytes() - count * layout.size()
        ? new Trap(AbiCode.POINTER_OUT_OF_BOUNDS, "", List.of())
        : null;
  }

  /// Why it can't be used any more: where it is, or how far it has come, was changed behind it.
  // [impl->req~stream-buffer-control~1]
  @Nullable Fault changed() {
    for (ControlWord word : controls()) {
      if (!word.intact()) {
        return new IntegrityFault(
            ComponentCode.COPY_CONTROL,
            instance.name() + " stream buffer",
            0,
            word.inverted(),
            word.value(),
            false);
      }
    }
    return null;
  }

  /// Where it is, how long, how far it has come; for tests that flip bits behind the API.
  List<ControlWord> controls() {
    return List.of(ptr, length, progress);
  }

  private SafeMemory memory() {
    return Invariant.present(options.memory(), "validated: elements with a type have a memory")
        .memory();
  }

  /// How its elements lie in memory and how they are lifted and lowered.
  CanonicalOptions options() {
    return options;
  }

  /// Layout of its elements; null where they carry no value.
  @Nullable Layout element() {
    return element;
  }

  /// Where the next element is.
  int ptr() {
    return (int) ptr.value();
  }

  /// Elements that have been copied.
  int progress() {
    return (int) progress.value();
  }

  /// `remain`: elements that are left.
  int remain() {
    return (int) (length.value() - progress.value());
  }

  /// `is_zero_length`
  boolean isZeroLength() {
    return length.value() == 0;
  }

  /// Elements have been copied.
  void advance(int count) {
    Invariant.check(count >= 0 && count <= remain(), "a copy stays within its buffer");
    ptr.add(element == null ? 0 : (long) count * element.size());
    progress.add(count);
  }
}
