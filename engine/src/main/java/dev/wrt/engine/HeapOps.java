package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.memory.SafeMemory;

/// The instructions on structs, `i31` and casts, and what all instructions on objects share; those
/// on arrays are in {@link ArrayOps}.
///
/// What only reads or writes an object is done within the interpreter's loop ({@link #quick}); in
/// front of the others it stops, as in front of {@link ColdOps} ({@link #step}). Operands lie in `r
/// a` and above; the result takes their place. Who allocates reads references from the frame
/// afterwards: a collection has rewritten them there.
///
/// | kind | b | c |
/// | --- | --- | --- |
/// | `struct.new`, `array.new` and their variants | type | data or element segment, or length |
/// | `struct.get`, `struct.set` | offset of the field | {@link FieldWidth} |
/// | other instructions on arrays | {@link FieldWidth} | data or element segment |
/// | `ref.test`, `ref.cast` | store code of the type | |
// [impl->req~engine-heap-objects~1]
final class HeapOps {
  static final int STRUCT_NEW = 0x00;
  static final int STRUCT_NEW_DEFAULT = 0x01;
  static final int STRUCT_GET = 0x02;
  static final int STRUCT_GET_S = 0x03;
  static final int STRUCT_GET_U = 0x04;
  static final int STRUCT_SET = 0x05;
  static final int ARRAY_NEW = 0x06;
  static final int ARRAY_NEW_DEFAULT = 0x07;
  static final int ARRAY_NEW_FIXED = 0x08;
  static final int ARRAY_NEW_DATA = 0x09;
  static final int ARRAY_NEW_ELEM = 0x0A;
  static final int ARRAY_GET = 0x0B;
  static final int ARRAY_GET_S = 0x0C;
  static final int ARRAY_GET_U = 0x0D;
  static final int ARRAY_SET = 0x0E;
  static final int ARRAY_LEN = 0x0F;
  static final int ARRAY_FILL = 0x10;
  static final int ARRAY_COPY = 0x11;
  static final int ARRAY_INIT_DATA = 0x12;
  static final int ARRAY_INIT_ELEM = 0x13;
  static final int REF_TEST = 0x14;
  static final int REF_TEST_NULL = 0x15;
  static final int REF_CAST = 0x16;
  static final int REF_CAST_NULL = 0x17;
  static final int I31_GET_S = 0x1D;
  static final int I31_GET_U = 0x1E;

  private static final long U32 = 0xFFFF_FFFFL;

  private HeapOps() {}

  /// Executes an instruction that neither allocates nor pays for a length, within the interpreter's
  /// loop.
  ///
  /// @return the next instruction, or `pc` itself if it is one for {@link #step}
  static int quick(State s, int fp, int[] code, int pc) {
    int at = fp + code[pc + 1];
    try {
      if (!access(s, code, pc, at)) {
        return pc;
      }
    } catch (IndexOutOfBoundsException _) {
      throw TrapSignal.of(TrapCode.HEAP_CORRUPTED);
    }
    SafeMemory memory = s.store.heap().memoryOrNull();
    if (memory != null && !memory.intact()) {
      throw TrapSignal.of(TrapCode.HEAP_CORRUPTED);
    }
    return pc + Op.WORDS;
  }

  /// Executes an instruction whose operands begin at slot `at`.
  ///
  /// @return false if it is none of those that {@link #quick} is for
  private static boolean access(State s, int[] code, int pc, int at) {
    int b = code[pc + 2];
    int c = code[pc + 3];
    switch (code[pc] & 0xFF) {
      case STRUCT_GET, STRUCT_GET_U -> structGet(s, at, b, c);
      case STRUCT_GET_S -> {
        structGet(s, at, b, c);
        s.slot(at, FieldWidth.signed(c, s.slot(at)));
      }
      case STRUCT_SET -> structSet(s, at, b, c);
      case ARRAY_GET, ARRAY_GET_U -> ArrayOps.get(s, at, b);
      case ARRAY_GET_S -> {
        ArrayOps.get(s, at, b);
        s.slot(at, FieldWidth.signed(b, s.slot(at)));
      }
      case ARRAY_SET -> ArrayOps.set(s, at, b);
      case ARRAY_LEN -> s.slot(at, ArrayOps.length(s, at));
      case REF_TEST, REF_TEST_NULL -> s.slot(at, HeapTypes.matches(s, s.slot(at), b) ? 1 : 0);
      case REF_CAST, REF_CAST_NULL ->
          TrapSignal.trapIf(!HeapTypes.matches(s, s.slot(at), b), TrapCode.CAST_FAILURE);
      case I31_GET_S -> s.slot(at, Refs.i31S(i31(s.slot(at))) & U32);
      case I31_GET_U -> s.slot(at, Refs.i31U(i31(s.slot(at))));
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Executes the instruction at hand, which allocates or pays for a length.
  static void step(State s) {
    int pc = s.pc;
    int at = s.fp + s.code[pc + 1];
    try {
      if (execute(s, s.code[pc] & 0xFF, at)) {
        s.pc += Op.WORDS;
      }
    } catch (IndexOutOfBoundsException _) {
      throw TrapSignal.of(TrapCode.HEAP_CORRUPTED);
    }
    SafeMemory memory = s.store.heap().memoryOrNull();
    if (memory != null && !memory.intact()) {
      s.corrupted(memory);
    }
  }

  /// Executes an instruction whose operands begin at slot `at`.
  ///
  /// @return false if it is not done: there is a status then
  private static boolean execute(State s, int kind, int at) {
    int b = s.code[s.pc + 2];
    int c = s.code[s.pc + 3];
    return switch (kind) {
      case STRUCT_NEW -> structNew(s, at, b, true);
      case STRUCT_NEW_DEFAULT -> structNew(s, at, b, false);
      case ARRAY_NEW -> ArrayOps.create(s, at, b);
      case ARRAY_NEW_DEFAULT -> ArrayOps.createDefault(s, at, b);
      case ARRAY_NEW_FIXED -> ArrayOps.createFixed(s, at, b, c);
      case ARRAY_NEW_DATA -> ArrayOps.createData(s, at, b, c);
      case ARRAY_NEW_ELEM -> ArrayOps.createElem(s, at, b, c);
      case ARRAY_FILL -> ArrayOps.fill(s, at, b);
      case ARRAY_COPY -> ArrayOps.copy(s, at, b);
      case ARRAY_INIT_DATA -> ArrayOps.initData(s, at, b, c);
      case ARRAY_INIT_ELEM -> ArrayOps.initElem(s, at, c);
      default -> throw new Invariant.Violation("each instruction on objects has a case");
    };
  }

  private static long i31(long ref) {
    TrapSignal.trapIf(ref == Refs.NULL, TrapCode.NULL_I31_REFERENCE);
    return ref;
  }

  private static boolean structNew(State s, int at, int typeId, boolean given) {
    ObjectLayout layout = layout(s, typeId);
    int ref = allocate(s, typeId, 0, layout.bytes());
    if (ref == 0) {
      return false;
    }
    if (given) {
      s.checkSlots(at, slots(layout));
      fields(s.store.heap().memory(), layout, ref, s.stack, at);
    }
    s.slot(at, ref);
    return true;
  }

  /// Gives a new struct its fields.
  ///
  /// @param at slot of the first value
  static void fields(SafeMemory memory, ObjectLayout layout, int ref, long[] stack, int at) {
    int[] offsets = layout.offsets();
    byte[] widths = layout.widths();
    int slot = at;
    for (int i = 0; i < offsets.length; i++) {
      FieldWidth.store(memory, widths[i], ref + offsets[i], stack, slot);
      slot += FieldWidth.slots(widths[i]);
    }
  }

  private static int slots(ObjectLayout layout) {
    int slots = 0;
    for (byte width : layout.widths()) {
      slots += FieldWidth.slots(width);
    }
    return slots;
  }

  private static void structGet(State s, int at, int offset, int width) {
    int ref = struct(s.slot(at));
    FieldWidth.load(s.store.heap().memory(), width, ref + offset, s.stack, at);
    s.copySlots(at, FieldWidth.slots(width));
  }

  private static void structSet(State s, int at, int offset, int width) {
    int ref = struct(s.slot(at));
    s.checkSlots(at + 1, FieldWidth.slots(width));
    FieldWidth.store(s.store.heap().memory(), width, ref + offset, s.stack, at + 1);
  }

  private static int struct(long ref) {
    TrapSignal.trapIf(ref == Refs.NULL, TrapCode.NULL_STRUCTURE_REFERENCE);
    return (int) ref;
  }

  /// The layout of a type that an instruction names.
  static ObjectLayout layout(State s, int typeId) {
    return s.store.heap().layouts().get(typeId);
  }

  /// Pays for an object and takes room for it; all its fields are zero.
  ///
  /// @param second the second word of its header
  /// @return the reference, or 0 if there is a status
  // [impl->req~engine-heap-fuel~1]
  static int allocate(State s, int typeId, int second, long bytes) {
    Heap heap = s.store.heap();
    if (bytes <= heap.bytesMax() && !ColdOps.pays(s, heap.fuel(bytes))) {
      return 0;
    }
    Fault refused = heap.prepare(bytes, s.store.roots());
    if (refused != null) {
      s.fail(traced(s, refused));
      return 0;
    }
    return heap.allocate(typeId, second, bytes);
  }

  private static Fault traced(State s, Fault fault) {
    return fault instanceof Fault.Trap trap
        ? new Fault.Trap(trap.code(), trap.subject(), Backtrace.of(s))
        : fault;
  }
}
