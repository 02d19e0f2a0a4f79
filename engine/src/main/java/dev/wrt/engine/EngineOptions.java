package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;

/// The sizes and the verification level that an engine works with.
///
/// @param verification what memories do to notice corruption
/// @param valueStackSlots slots of a machine's value stack, 8 bytes each
/// @param callDepthMax calls that may be open at a time in a machine
/// @param memoryPagesMax largest size of a linear memory, in pages, whatever its type allows; at
///   most {@link #ADDRESSABLE_PAGES}
/// @param tableElementsMax largest size of a table, in elements, whatever its type allows
/// @param backtraceMax functions that a trap's backtrace names
/// @param heapBytesMax largest size of a store's heap of structs, arrays and exceptions, in bytes;
///   its first 8 bytes hold no object
/// @param trace whether machines keep a {@link Machine#traceHash}, which is slow
/// @param scrubFuel after so much fuel, {@link #scrubBlocks} more blocks are scrubbed; 0 if nothing
///   is
/// @param scrubBlocks blocks that are scrubbed at a time
public record EngineOptions(
    Verification verification,
    int valueStackSlots,
    int callDepthMax,
    int memoryPagesMax,
    int tableElementsMax,
    int backtraceMax,
    int heapBytesMax,
    boolean trace,
    long scrubFuel,
    int scrubBlocks) {
  /// What {@link #scrubFuel} usually is.
  public static final long SCRUB_FUEL = 1 << 20;

  /// What {@link #scrubBlocks} usually is.
  public static final int SCRUB_BLOCKS = 16;

  /// What {@link #heapBytesMax} usually is: 256 MiB.
  public static final int HEAP_BYTES_MAX = 1 << 28;

  /// The most pages that a `byte[]` can hold.
  public static final int ADDRESSABLE_PAGES = 32_767;

  /// Checks that the sizes can be allocated and addressed.
  public EngineOptions {
    Invariant.check(valueStackSlots >= 16, "the value stack has at least 16 slots");
    Invariant.check(
        callDepthMax >= 1 && callDepthMax <= 1 << 28, "the call depth is between 1 and 2^28");
    Invariant.check(
        memoryPagesMax >= 0 && memoryPagesMax <= ADDRESSABLE_PAGES,
        "a memory has at most 32,767 pages");
    Invariant.check(
        tableElementsMax >= 0 && tableElementsMax <= 1 << 28, "a table has at most 2^28 elements");
    Invariant.check(backtraceMax >= 1, "a backtrace names at least one function");
    Invariant.check(heapBytesMax >= 8, "a heap has at least 8 bytes");
    Invariant.check(
        scrubFuel >= 0 && scrubFuel <= 1 << 30, "a window of scrubbing is between 0 and 2^30");
    Invariant.check(scrubBlocks >= 1, "at least one block is scrubbed at a time");
  }

  /// The sizes given, the usual ones of heap and scrubbing, and no trace.
  public EngineOptions(
      Verification verification,
      int valueStackSlots,
      int callDepthMax,
      int memoryPagesMax,
      int tableElementsMax,
      int backtraceMax) {
    this(
        verification,
        valueStackSlots,
        callDepthMax,
        memoryPagesMax,
        tableElementsMax,
        backtraceMax,
        HEAP_BYTES_MAX,
        false,
        SCRUB_FUEL,
        SCRUB_BLOCKS);
  }

  /// The usual sizes at level `STANDARD`: a value stack of 4 MiB, 65,536 open calls.
  public static EngineOptions standard() {
    return new EngineOptions(
        Verification.of(VerificationLevel.STANDARD),
        1 << 19,
        1 << 16,
        ADDRESSABLE_PAGES,
        10_000_000,
        64);
  }

  /// The same sizes with another verification.
  ///
  /// @param other what memories do to notice corruption
  public EngineOptions with(Verification other) {
    return new EngineOptions(
        other,
        valueStackSlots,
        callDepthMax,
        memoryPagesMax,
        tableElementsMax,
        backtraceMax,
        heapBytesMax,
        trace,
        scrubFuel,
        scrubBlocks);
  }

  /// The same with another size of the heap.
  ///
  /// @param bytes see {@link #heapBytesMax}
  public EngineOptions withHeapBytesMax(int bytes) {
    return new EngineOptions(
        verification,
        valueStackSlots,
        callDepthMax,
        memoryPagesMax,
        tableElementsMax,
        backtraceMax,
        bytes,
        trace,
        scrubFuel,
        scrubBlocks);
  }

  /// The same with or without a trace.
  ///
  /// @param on see {@link #trace}
  public EngineOptions withTrace(boolean on) {
    return new EngineOptions(
        verification,
        valueStackSlots,
        callDepthMax,
        memoryPagesMax,
        tableElementsMax,
        backtraceMax,
        heapBytesMax,
        on,
        scrubFuel,
        scrubBlocks);
  }

  /// The same with another pace of scrubbing.
  ///
  /// @param fuel see {@link #scrubFuel}
  /// @param blocks see {@link #scrubBlocks}
  public EngineOptions withScrubbing(long fuel, int blocks) {
    return new EngineOptions(
        verification,
        valueStackSlots,
        callDepthMax,
        memoryPagesMax,
        tableElementsMax,
        backtraceMax,
        heapBytesMax,
        trace,
        fuel,
        blocks);
  }
}
