package dev.wrt.component;

import dev.wrt.bounded.Fault;
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
  private final long length;
  private long ptr;
  private int progress;

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
    this.ptr = ptr;
    this.length = length;
  }

  /// Why the part can't be a buffer, or null.
  // [impl->req~stream-buffer-checked~1]
  @Nullable Fault refusal() {
    if (Long.compareUnsigned(length, LENGTH_MAX) > 0) {
      return new Trap(ComponentCode.COPY_TOO_LONG, Long.toUnsignedString(length), List.of());
    }
    Layout layout = element;
    if (layout == null || length == 0) {
      return null;
    }
    if ((ptr & layout.alignment() - 1) != 0) {
      return new Trap(AbiCode.UNALIGNED_POINTER, "", List.of());
    }
    return ptr < 0 || ptr > memory().sizeBytes() - length * layout.size()
        ? new Trap(AbiCode.POINTER_OUT_OF_BOUNDS, "", List.of())
        : null;
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
    return (int) ptr;
  }

  /// Elements that have been copied.
  int progress() {
    return progress;
  }

  /// `remain`: elements that are left.
  int remain() {
    return (int) length - progress;
  }

  /// `is_zero_length`
  boolean isZeroLength() {
    return length == 0;
  }

  /// Elements have been copied.
  void advance(int count) {
    Invariant.check(count >= 0 && count <= remain(), "a copy stays within its buffer");
    ptr += element == null ? 0 : (long) count * element.size();
    progress += count;
  }
}
