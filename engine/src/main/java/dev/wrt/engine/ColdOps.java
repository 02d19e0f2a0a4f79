package dev.wrt.engine;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.memory.SafeMemory;

/// The instructions that are rare or that leave the instance: {@link Interpreter} stops in front of
/// them, with its registers written back.
///
/// Bulk instructions check their bounds, then pay for their length, then act: if fuel does not
/// suffice, they are executed again from the beginning when there is more.
final class ColdOps {
  /// Bytes that a unit of fuel moves.
  static final int BYTES_PER_FUEL_LOG2 = 6;

  /// Elements of a table that a unit of fuel moves.
  static final int ELEMENTS_PER_FUEL_LOG2 = 4;

  private static final long U32 = 0xFFFF_FFFFL;

  /// Any odd number whose bits are mixed.
  private static final long TRACE_MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private ColdOps() {}

  /// Executes the instruction at hand.
  static void step(State s) {
    int op = s.code[s.pc];
    switch (op) {
      case Op.RETURN -> Calls.returnAcross(s);
      case Op.CALL -> Calls.translateCallee(s);
      case Op.CALL_INDIRECT -> Calls.callIndirect(s);
      case Op.COLD << 8 | Op.CALL_IMPORT -> Calls.callImport(s);
      case Op.CALL_REF -> Calls.callRef(s);
      case Op.RETURN_CALL -> Calls.translateCallee(s);
      case Op.RETURN_CALL_INDIRECT -> Calls.returnCallIndirect(s);
      case Op.RETURN_CALL_REF -> Calls.returnCallRef(s);
      case Op.COLD << 8 | Op.RETURN_CALL_IMPORT -> Calls.returnCallImport(s);
      case Op.COLD << 8 | Op.THROW -> Unwinding.throwNew(s);
      case Op.COLD << 8 | Op.THROW_REF -> Unwinding.throwRef(s);
      case Op.COLD << 8 | Op.BR_ON_CAST -> Calls.branchOnCast(s);
      default -> other(s, op);
    }
  }

  private static void other(State s, int op) {
    if (op >>> 8 == Op.HEAP) {
      HeapOps.step(s);
      return;
    }
    if (op >>> 8 == Op.ATOMIC) {
      AtomicOps.step(s);
      return;
    }
    int at = s.fp + s.code[s.pc + 1];
    if (execute(s, op & 0xFF, at)) {
      s.pc += Op.WORDS;
    }
  }

  /// Executes an instruction whose operands begin at slot `at`.
  ///
  /// @return false if it is not done: there is a status then
  private static boolean execute(State s, int kind, int at) {
    ModuleInst instance = s.running();
    int b = s.code[s.pc + 2];
    int c = s.code[s.pc + 3];
    return switch (kind) {
      case Op.MEMORY_SIZE -> set(s, at, instance.mem(b).pages());
      case Op.MEMORY_GROW -> memoryGrow(s, at, instance.mem(b));
      case Op.MEMORY_FILL -> memoryFill(s, at, instance.mem(b).memory());
      case Op.MEMORY_COPY -> memoryCopy(s, at, instance.mem(b).memory(), instance.mem(c).memory());
      case Op.MEMORY_INIT -> memoryInit(s, at, instance.mem(c).memory(), b);
      case Op.DATA_DROP -> dataDrop(instance, b);
      case Op.TABLE_GET -> tableGet(s, at, instance.table(b));
      case Op.TABLE_SET -> tableSet(s, at, instance.table(b));
      case Op.TABLE_SIZE -> set(s, at, instance.table(b).size());
      case Op.TABLE_GROW -> tableGrow(s, at, instance.table(b));
      case Op.TABLE_FILL -> tableFill(s, at, instance.table(b));
      case Op.TABLE_COPY -> tableCopy(s, at, instance.table(b), instance.table(c));
      case Op.TABLE_INIT -> tableInit(s, at, instance.table(b), c);
      case Op.TRACE -> trace(s, b, c);
      default -> elemDrop(instance, b);
    };
  }

  private static boolean set(State s, int at, long value) {
    s.slot(at, value & U32);
    return true;
  }

  /// Pays for an instruction, or lets the machine wait for fuel in front of it.
  static boolean pays(State s, long units) {
    if (s.fuel < units) {
      s.status = Status.OUT_OF_FUEL;
      return false;
    }
    s.fuel -= units;
    return true;
  }

  /// The answer of a refused growth: -1 in the address type.
  private static boolean answer(State s, int at, long before, boolean is64) {
    s.slot(at, is64 ? before : before & U32);
    return true;
  }

  /// What can't be done because a maximum is reached costs nothing: the answer is at hand.
  private static boolean memoryGrow(State s, int at, MemInst mem) {
    long delta = s.slot(at);
    boolean possible = Long.compareUnsigned(delta, mem.pagesMax() - mem.pages()) <= 0;
    if (possible && !pays(s, mem.bytes(delta) >>> BYTES_PER_FUEL_LOG2)) {
      return false;
    }
    long before = mem.grow(delta);
    s.reloadMemory();
    return answer(s, at, before, mem.is64());
  }

  private static boolean memoryFill(State s, int at, SafeMemory memory) {
    long to = s.slot(at);
    long length = s.slot(at + 2);
    trapIfOutside(to, length, memory.sizeBytes());
    return pays(s, length >>> BYTES_PER_FUEL_LOG2)
        && done(s, memory.fill(to, (int) s.slot(at + 1), length));
  }

  private static boolean memoryCopy(State s, int at, SafeMemory memory, SafeMemory source) {
    long to = s.slot(at);
    long from = s.slot(at + 1);
    long length = s.slot(at + 2);
    trapIfOutside(to, length, memory.sizeBytes());
    trapIfOutside(from, length, source.sizeBytes());
    return pays(s, length >>> BYTES_PER_FUEL_LOG2)
        && done(s, memory.copy(to, source, from, length));
  }

  private static boolean memoryInit(State s, int at, SafeMemory memory, int dataidx) {
    long to = s.slot(at);
    long from = s.slot(at + 1);
    long length = s.slot(at + 2);
    trapIfOutside(to, length, memory.sizeBytes());
    trapIfOutside(from, length, s.running().dataLength(dataidx));
    return pays(s, length >>> BYTES_PER_FUEL_LOG2)
        && done(
            s,
            memory.write(to, bytes(s.running()), start(s.running(), dataidx, from), (int) length));
  }

  private static byte[] bytes(ModuleInst instance) {
    return instance.module().bytes();
  }

  /// Where byte `from` of a data segment lies in the module's bytes.
  private static int start(ModuleInst instance, int dataidx, long from) {
    return instance.module().datas().get(dataidx).bytesOffset() + (int) from;
  }

  private static boolean dataDrop(ModuleInst instance, int dataidx) {
    instance.dropData(dataidx);
    return true;
  }

  private static boolean tableGet(State s, int at, TableInst table) {
    return set(s, at, table.elements.load(element(s.slot(at), table)));
  }

  private static boolean tableSet(State s, int at, TableInst table) {
    table.elements.store(element(s.slot(at), table), (int) s.slot(at + 1));
    return true;
  }

  private static int element(long i, TableInst table) {
    TrapSignal.trapIf(i < 0 || i >= table.size(), TrapCode.OUT_OF_BOUNDS_TABLE);
    return (int) i;
  }

  private static boolean tableGrow(State s, int at, TableInst table) {
    long delta = s.slot(at + 1);
    boolean possible = Long.compareUnsigned(delta, table.elementsMax() - table.size()) <= 0;
    if (possible && !pays(s, delta >>> ELEMENTS_PER_FUEL_LOG2)) {
      return false;
    }
    return answer(s, at, table.grow(delta, s.slot(at)), table.is64());
  }

  private static boolean tableFill(State s, int at, TableInst table) {
    long to = s.slot(at);
    long length = s.slot(at + 2);
    MemoryOps.trapIfOutside(to, length, table.size(), TrapCode.OUT_OF_BOUNDS_TABLE);
    if (!pays(s, length >>> ELEMENTS_PER_FUEL_LOG2)) {
      return false;
    }
    table.elements.fill((int) to, (int) length, (int) s.slot(at + 1));
    return true;
  }

  private static boolean tableCopy(State s, int at, TableInst table, TableInst source) {
    if (!moves(s, at, table, source.size())) {
      return false;
    }
    int length = (int) s.slot(at + 2);
    table.elements.copy((int) s.slot(at), source.elements, (int) s.slot(at + 1), length);
    return true;
  }

  private static boolean tableInit(State s, int at, TableInst table, int elemidx) {
    ModuleInst instance = s.running();
    if (!moves(s, at, table, instance.elemLength(elemidx))) {
      return false;
    }
    int length = (int) s.slot(at + 2);
    if (length > 0) {
      int from = instance.elemStart(elemidx) + (int) s.slot(at + 1);
      table.elements.copy((int) s.slot(at), instance.refs(), from, length);
    }
    return true;
  }

  /// Whether elements may be moved to a table from so many ones, and are paid for.
  private static boolean moves(State s, int at, TableInst table, int size) {
    long length = s.slot(at + 2);
    MemoryOps.trapIfOutside(s.slot(at + 1), length, size, TrapCode.OUT_OF_BOUNDS_TABLE);
    MemoryOps.trapIfOutside(s.slot(at), length, table.size(), TrapCode.OUT_OF_BOUNDS_TABLE);
    return pays(s, length >>> ELEMENTS_PER_FUEL_LOG2);
  }

  private static boolean elemDrop(ModuleInst instance, int elemidx) {
    instance.dropElem(elemidx);
    return true;
  }

  /// A block is entered: in which instance, function and place, and after how much fuel.
  // [impl->req~engine-trace~1]
  private static boolean trace(State s, int funcidx, int offset) {
    long place = (long) s.running().index() << Integer.SIZE ^ funcidx;
    long hash = s.traceHash;
    hash = Long.rotateLeft(hash ^ place, 23) * TRACE_MULTIPLIER;
    hash = Long.rotateLeft(hash ^ offset, 23) * TRACE_MULTIPLIER;
    s.traceHash = Long.rotateLeft(hash ^ s.charged(), 23) * TRACE_MULTIPLIER;
    return true;
  }

  private static void trapIfOutside(long offset, long length, long size) {
    MemoryOps.trapIfOutside(offset, length, size, TrapCode.OUT_OF_BOUNDS_MEMORY);
  }

  /// Whether an operation on a memory succeeded, else the machine fails with its fault.
  private static boolean done(State s, Result<Unit> result) {
    return switch (result) {
      case Result.Ok<Unit> _ -> true;
      case Result.Err<Unit> err -> {
        s.fail(err.fault());
        yield false;
      }
    };
  }
}
