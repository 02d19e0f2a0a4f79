package dev.wrt.component;

import dev.wrt.bounded.FaultCode;
import dev.wrt.component.abi.AbiCode;
import dev.wrt.engine.EngineCode;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.TrapCode;

/// Every bound on what a guest may use: its stable name, its unit, its range, what it usually is,
/// and the fault that a guest meets which goes beyond it. The values are {@link GuestLimits}.
///
/// The command line, configuration files and the manual take the names from here.
// [impl->req~limits-names~1]
public enum GuestLimit {
  /// Fuel of the linked components at their start.
  FUEL("fuel", "units", 0, Long.MAX_VALUE, Long.MAX_VALUE, ComponentCode.FUEL_EXHAUSTED),
  /// Size of one linear memory; `memory.grow` beyond it answers -1.
  MEMORY_PAGES(
      "memory-pages",
      "pages",
      0,
      EngineOptions.ADDRESSABLE_PAGES,
      EngineOptions.ADDRESSABLE_PAGES,
      EngineCode.MEMORY_TOO_LARGE),
  /// Size of one table; `table.grow` beyond it answers -1.
  TABLE_ELEMENTS("table-elements", "elements", 0, 1 << 28, 10_000_000, EngineCode.TABLE_TOO_LARGE),
  /// Core calls that may be open at a time; entering a guest from outside takes two.
  FRAMES("frames", "calls", 1, 1 << 24, 100_000, TrapCode.CALL_STACK_EXHAUSTED),
  /// Slots of the core value stack, 8 bytes each.
  VALUE_SLOTS("value-slots", "slots", 16, 1 << 27, 1 << 20, TrapCode.CALL_STACK_EXHAUSTED),
  /// Component-level calls that may be open, one within the other: the host's, those between
  /// components, those of functions of the host.
  DEPTH("depth", "calls", 1, 1 << 20, 64, ComponentCode.CALL_DEPTH),
  /// Component instances of one tree.
  INSTANCES("instances", "instances", 1, 4096, 256, ComponentCode.INSTANCES_EXHAUSTED),
  /// Live handles of one component instance, of all kinds.
  HANDLES("handles", "handles", 0, (1 << 28) - 1, 1 << 16, ComponentCode.HANDLES_EXHAUSTED),
  /// Live waitables (calls, ends of streams and futures) and waitable sets of one component
  /// instance.
  WAITABLES("waitables", "handles", 0, (1 << 28) - 1, 1 << 16, ComponentCode.WAITABLES_EXHAUSTED),
  /// Tasks and threads of one tree that may be blocked at a time.
  TASKS("tasks", "threads", 0, 1 << 24, 1 << 14, ComponentCode.TASKS_EXHAUSTED),
  /// Bytes of one string in a guest's memory, lifted or lowered.
  STRING_BYTES("string-bytes", "bytes", 0, (1 << 28) - 1, (1 << 28) - 1, AbiCode.STRING_LIMIT),
  /// Elements of one list, lifted or lowered.
  LIST_ELEMENTS("list-elements", "elements", 0, (1 << 28) - 1, (1 << 28) - 1, AbiCode.LIST_LIMIT),
  /// Bytes that cross a component's border in one call of an export, in both directions, the calls
  /// that it makes included.
  CALL_BYTES("call-bytes", "bytes", 0, 1L << 40, 1L << 32, AbiCode.CALL_BYTES_LIMIT),
  /// Time in functions of the host during one call of an export.
  HOST_TIME(
      "host-time",
      "nanoseconds",
      0,
      Long.MAX_VALUE,
      Long.MAX_VALUE,
      ComponentCode.HOST_TIME_EXCEEDED),
  /// Size of the heap of structs, arrays and exceptions.
  HEAP_BYTES(
      "heap-bytes", "bytes", 8, 1 << 30, EngineOptions.HEAP_BYTES_MAX, TrapCode.HEAP_EXHAUSTED);

  private final String word;
  private final String unit;
  private final long smallest;
  private final long largest;
  private final long usual;
  private final FaultCode code;

  GuestLimit(String word, String unit, long smallest, long largest, long usual, FaultCode code) {
    this.word = word;
    this.unit = unit;
    this.smallest = smallest;
    this.largest = largest;
    this.usual = usual;
    this.code = code;
  }

  /// Its stable name, such as `memory-pages`.
  public String word() {
    return word;
  }

  /// What its value counts.
  public String unit() {
    return unit;
  }

  /// The smallest value that it may have.
  public long smallest() {
    return smallest;
  }

  /// The largest value that it may have.
  public long largest() {
    return largest;
  }

  /// What it is where nothing else is said.
  public long usual() {
    return usual;
  }

  /// Code of the fault that goes with it.
  public FaultCode code() {
    return code;
  }

  /// Whether a value is in its range.
  public boolean allows(long value) {
    return value >= smallest && value <= largest;
  }
}
