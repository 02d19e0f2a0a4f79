package dev.wrt.engine;

import dev.wrt.memory.SafeMemory;

/// The instructions on arrays. Those of a length check their bounds, then pay for the bytes, then
/// act, as the bulk instructions of {@link ColdOps} do.
final class ArrayOps {
  private static final int HEADER = ObjectLayout.HEADER_BYTES;
  private static final long U32 = 0xFFFF_FFFFL;

  private ArrayOps() {}

  /// `array.new`: a value, a length.
  static boolean create(State s, int at, int typeId) {
    int width = HeapOps.layout(s, typeId).width();
    long length = s.slot(at + FieldWidth.slots(width));
    int ref = allocate(s, typeId, width, length);
    if (ref == 0) {
      return false;
    }
    fill(s, width, ref + HEADER, length, at);
    return result(s, at, ref);
  }

  /// `array.new_default`: a length.
  static boolean createDefault(State s, int at, int typeId) {
    int width = HeapOps.layout(s, typeId).width();
    int ref = allocate(s, typeId, width, s.slot(at));
    if (ref == 0) {
      return false;
    }
    return result(s, at, ref);
  }

  /// `array.new_fixed`: the elements.
  static boolean createFixed(State s, int at, int typeId, int length) {
    int width = HeapOps.layout(s, typeId).width();
    int ref = allocate(s, typeId, width, length & U32);
    if (ref == 0) {
      return false;
    }
    s.checkSlots(at, length * FieldWidth.slots(width));
    elements(s.store.heap(), ref, length, s.stack, at);
    return result(s, at, ref);
  }

  /// `array.new_data`: offset in the segment, length.
  static boolean createData(State s, int at, int typeId, int dataidx) {
    int width = HeapOps.layout(s, typeId).width();
    long from = s.slot(at);
    long length = s.slot(at + 1);
    long bytes = length << width;
    ModuleInst instance = s.running();
    TrapSignal.trapIf(from + bytes > instance.dataLength(dataidx), TrapCode.OUT_OF_BOUNDS_MEMORY);
    int ref = allocate(s, typeId, width, length);
    if (ref == 0) {
      return false;
    }
    write(s, ref + HEADER, dataidx, from, (int) bytes);
    return result(s, at, ref);
  }

  /// `array.new_elem`: offset in the segment, length.
  static boolean createElem(State s, int at, int typeId, int elemidx) {
    long from = s.slot(at);
    long length = s.slot(at + 1);
    TrapSignal.trapIf(
        from + length > s.running().elemLength(elemidx), TrapCode.OUT_OF_BOUNDS_TABLE);
    int ref = allocate(s, typeId, FieldWidth.W32, length);
    if (ref == 0) {
      return false;
    }
    references(s, ref + HEADER, elemidx, (int) from, (int) length);
    return result(s, at, ref);
  }

  private static int allocate(State s, int typeId, int width, long length) {
    return HeapOps.allocate(s, typeId, (int) length, HEADER + (length << width));
  }

  /// `array.get`, a packed element zero-extended: array, index.
  static void get(State s, int at, int width) {
    int address = element(s, at, width);
    FieldWidth.load(s.store.heap().memory(), width, address, s.stack, at);
    s.copySlots(at, FieldWidth.slots(width));
  }

  /// `array.set`: array, index, value.
  static void set(State s, int at, int width) {
    int address = element(s, at, width);
    s.checkSlots(at + 2, FieldWidth.slots(width));
    FieldWidth.store(s.store.heap().memory(), width, address, s.stack, at + 2);
  }

  /// `array.fill`: array, index, value, length.
  static boolean fill(State s, int at, int width) {
    long length = s.slot(at + 2 + FieldWidth.slots(width));
    int address = range(s, at, width, length);
    if (!ColdOps.pays(s, length << width >>> ColdOps.BYTES_PER_FUEL_LOG2)) {
      return false;
    }
    fill(s, width, address, length, at + 2);
    return true;
  }

  /// Gives elements the value that begins in slot `at`.
  private static void fill(State s, int width, int address, long length, int at) {
    if (length > 0) {
      SafeMemory memory = s.store.heap().memory();
      s.checkSlots(at, FieldWidth.slots(width));
      FieldWidth.store(memory, width, address, s.stack, at);
      repeat(memory, width, address, length);
    }
  }

  /// `array.copy`: array, index, source array, index there, length.
  static boolean copy(State s, int at, int width) {
    long length = s.slot(at + 4);
    trapIfNull(s.slot(at));
    trapIfNull(s.slot(at + 2));
    int to = range(s, at, width, length);
    int from = range(s, at + 2, width, length);
    if (!ColdOps.pays(s, length << width >>> ColdOps.BYTES_PER_FUEL_LOG2)) {
      return false;
    }
    SafeMemory memory = s.store.heap().memory();
    memory.copy(to, memory, from, length << width);
    return true;
  }

  /// `array.init_data`: array, index, offset in the segment, length.
  static boolean initData(State s, int at, int width, int dataidx) {
    long from = s.slot(at + 2);
    long length = s.slot(at + 3);
    int to = range(s, at, width, length);
    long bytes = length << width;
    TrapSignal.trapIf(
        from + bytes > s.running().dataLength(dataidx), TrapCode.OUT_OF_BOUNDS_MEMORY);
    if (!ColdOps.pays(s, bytes >>> ColdOps.BYTES_PER_FUEL_LOG2)) {
      return false;
    }
    write(s, to, dataidx, from, (int) bytes);
    return true;
  }

  /// `array.init_elem`: array, index, offset in the segment, length.
  static boolean initElem(State s, int at, int elemidx) {
    long from = s.slot(at + 2);
    long length = s.slot(at + 3);
    int to = range(s, at, FieldWidth.W32, length);
    TrapSignal.trapIf(
        from + length > s.running().elemLength(elemidx), TrapCode.OUT_OF_BOUNDS_TABLE);
    if (!ColdOps.pays(s, length >>> ColdOps.ELEMENTS_PER_FUEL_LOG2)) {
      return false;
    }
    references(s, to, elemidx, (int) from, (int) length);
    return true;
  }

  /// Gives a new array elements of their own.
  ///
  /// @param at slot of the first one
  static void elements(Heap heap, int ref, int length, long[] stack, int at) {
    int width = heap.layout(ref).width();
    int slots = FieldWidth.slots(width);
    for (int i = 0; i < length; i++) {
      int address = ref + HEADER + (i << width);
      FieldWidth.store(heap.memory(), width, address, stack, at + i * slots);
    }
  }

  /// Gives the elements of an array the value of the first one, which has it: by ever longer copies
  /// of what is there.
  ///
  /// @param address of the first element
  static void repeat(SafeMemory memory, int width, int address, long length) {
    long end = length << width;
    for (long done = 1L << width; done < end; done *= 2) {
      memory.copy(address + done, memory, address, Math.min(done, end - done));
    }
  }

  private static void write(State s, int to, int dataidx, long from, int bytes) {
    ModuleInst instance = s.running();
    int start = instance.module().datas().get(dataidx).bytesOffset() + (int) from;
    s.store.heap().memory().write(to, instance.module().bytes(), start, bytes);
  }

  private static void references(State s, int to, int elemidx, int from, int length) {
    if (length == 0) {
      return;
    }
    RefArea refs = s.running().refs();
    int first = s.running().elemStart(elemidx) + from;
    SafeMemory memory = s.store.heap().memory();
    for (int i = 0; i < length; i++) {
      memory.store32(to + i * Integer.BYTES, refs.load(first + i));
    }
  }

  private static void trapIfNull(long ref) {
    TrapSignal.trapIf(ref == Refs.NULL, TrapCode.NULL_ARRAY_REFERENCE);
  }

  /// `array.len` of the array in slot `at`.
  static long length(State s, int at) {
    trapIfNull(s.slot(at));
    return s.store.heap().second(s.slot(at)) & U32;
  }

  /// Address of the element whose array and index are in slot `at` and the next one.
  private static int element(State s, int at, int width) {
    long length = length(s, at);
    long index = s.slot(at + 1);
    TrapSignal.trapIf(index >= length, TrapCode.OUT_OF_BOUNDS_ARRAY);
    return (int) (s.slot(at) + HEADER + (index << width));
  }

  /// Address of the first of several elements.
  private static int range(State s, int at, int width, long length) {
    long size = length(s, at);
    long index = s.slot(at + 1);
    TrapSignal.trapIf(index + length > size, TrapCode.OUT_OF_BOUNDS_ARRAY);
    return (int) (s.slot(at) + HEADER + (index << width));
  }

  private static boolean result(State s, int at, long value) {
    s.slot(at, value);
    return true;
  }
}
