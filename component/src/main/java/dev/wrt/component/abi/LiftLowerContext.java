package dev.wrt.component.abi;

import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.engine.MemInst;
import dev.wrt.memory.SafeMemory;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `LiftLowerContext` of CanonicalABI.md: everything that lifting or lowering needs to know of one
/// side of a call.
///
/// @param memory its memory, null where the canonical options name none
/// @param encoding how its strings lie there
/// @param handles its handle table together with the borrow scope of the call
/// @param crossing the passage that every byte read from or written to its memory takes
/// @param address64 whether its memory has 64-bit addresses (`ptr_type` is `i64`)
/// @param limits how large values may be
public record LiftLowerContext(
    @Nullable SafeMemory memory,
    StringEncoding encoding,
    HandleScope handles,
    Crossing crossing,
    boolean address64,
    ValueLimits limits) {
  /// The context of a memory with 32-bit addresses.
  public LiftLowerContext(
      @Nullable SafeMemory memory,
      StringEncoding encoding,
      HandleScope handles,
      Crossing crossing) {
    this(memory, encoding, handles, crossing, false);
  }

  /// The context of values that may be as large as the specification allows.
  public LiftLowerContext(
      @Nullable SafeMemory memory,
      StringEncoding encoding,
      HandleScope handles,
      Crossing crossing,
      boolean address64) {
    this(memory, encoding, handles, crossing, address64, ValueLimits.STANDARD);
  }

  /// The context of canonical options.
  public LiftLowerContext(CanonicalOptions options, HandleScope handles, Crossing crossing) {
    this(
        plain(options.memory()),
        options.encoding(),
        handles,
        crossing,
        options.address64(),
        options.limits());
  }

  /// `ptr_size`
  int pointerBytes() {
    return address64 ? 8 : 4;
  }

  /// A core value or a number in memory as a pointer or length: of 32 bits, or all of it.
  long pointer(long word) {
    return address64 ? word : word & 0xFFFF_FFFFL;
  }

  /// A type as this side sees it.
  Layout side(Layout layout) {
    return address64 ? layout.wide() : layout;
  }

  private static @Nullable SafeMemory plain(@Nullable MemInst memory) {
    return memory == null ? null : memory.memory();
  }
}
