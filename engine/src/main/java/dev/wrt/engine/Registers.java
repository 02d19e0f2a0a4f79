package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Func;
import dev.wrt.decoder.core.Module;

/// Where the values of the function being translated are: the frame's registers, and the operand
/// stack of entries that say which register, or constant, each operand is.
///
/// | registers | |
/// | --- | --- |
/// | `0 .. locals-1` | parameters and locals, two for each `v128` |
/// | `locals` | always zero, and only initialised where it is used |
/// | `locals+1 ..` | one for each entry of the operand stack, two for a `v128` |
///
/// `local.get` and constants only push an entry. What makes that safe is one rule: before a local
/// changes, entries that stand for its value are moved to their own registers ({@link #assign}),
/// and where control can come together, all are ({@link #settleAll}). So an entry below the base of
/// the innermost block is always a temp.
final class Registers {
  /// As many entries may be locals at a time; more are moved at once. Bounds the search of {@link
  /// #assign}.
  private static final int LOCAL_ENTRIES_MAX = 64;

  /// An entry that is a local and lies deeper than this is moved when the search meets it, so that
  /// no later one comes so far again.
  private static final int SEARCH_DEPTH = 64;

  private static final int BYTES_PER_LOCAL = Integer.BYTES + 1;

  private final Emitter emitter;
  private final OperandStack operands;
  private final Storage storage;
  private int[] localRegisters = new int[0];
  private byte[] localShapes = new byte[0];
  private int collectedParams;
  private int collectedLocals;
  private int zero;
  private boolean zeroUsed;

  Registers(Storage storage, Emitter emitter, OperandStack operands) {
    this.storage = storage;
    this.emitter = emitter;
    this.operands = operands;
  }

  /// Lays out the frame of a function.
  ///
  /// @param reader which has entered the function
  /// @param func the function
  /// @return false if the budget refuses
  boolean begin(ModuleInst instance, CodeReader reader, Func func) {
    Module module = instance.module();
    StackMaps maps = instance.code().maps();
    int params = module.funcType(func.typeidx()).paramCount();
    int count = reader.localCount();
    if (count > localShapes.length && !grow(count)) {
      return false;
    }
    int next = 0;
    collectedParams = StackMaps.NONE;
    collectedLocals = StackMaps.NONE;
    for (int i = 0; i < count; i++) {
      byte shape = ValueShape.of(module, reader.localCode(i));
      localRegisters[i] = next;
      localShapes[i] = shape;
      if (shape == ValueShape.REF) {
        collectedLocals = maps.with(next, collectedLocals);
        collectedParams = i < params ? collectedLocals : collectedParams;
      }
      next += ValueShape.slots(shape);
    }
    zero = next;
    zeroUsed = false;
    return operands.begin(func.maxHeight(), next + 1);
  }

  private boolean grow(int count) {
    int capacity = Math.max(64, count);
    if (!storage.offer((long) capacity * BYTES_PER_LOCAL)) {
      return false;
    }
    storage.release((long) localShapes.length * BYTES_PER_LOCAL);
    localRegisters = new int[capacity];
    localShapes = new byte[capacity];
    return true;
  }

  /// The parameters that hold references that are collected, as a set of the code's maps.
  int collectedParams() {
    return collectedParams;
  }

  /// The parameters and locals that hold references that are collected.
  int collectedLocals() {
    return collectedLocals;
  }

  /// Slots of the function's frame, as far as it is translated.
  int frameSlots() {
    return operands.registersEnd();
  }

  /// One past the last register that a call must zero.
  int zeroEnd() {
    return zeroUsed ? zero + 1 : zero;
  }

  /// The register that is always zero.
  int zero() {
    zeroUsed = true;
    return zero;
  }

  /// The register that holds the value of entry `h`, which may just have been popped.
  int of(int h) {
    byte kind = operands.kind(h);
    if (kind == OperandStack.TEMP) {
      return operands.temp(h);
    }
    if (kind == OperandStack.LOCAL) {
      return (int) operands.value(h);
    }
    if (operands.value(h) == 0) {
      return zero();
    }
    load(operands.temp(h), operands.value(h));
    return operands.temp(h);
  }

  /// Puts the value of entry `h` into a register, or two for a wide one.
  void copy(int h, int to) {
    if (operands.kind(h) == OperandStack.CONST) {
      load(to, operands.value(h));
    } else {
      move(of(h), to, operands.shape(h));
    }
  }

  // [impl->req~engine-wide-values~1]
  /// Copies a value of a shape from one register to another, unless it is the same.
  void move(int from, int to, byte shape) {
    if (from != to) {
      emitter.produce((shape & ValueShape.WIDE) == 0 ? Op.MOVE : Op.MOVE2, to, from, 0);
    }
  }

  /// Moves entry `h` to its own register.
  void settle(int h) {
    if (operands.kind(h) != OperandStack.TEMP) {
      copy(h, operands.temp(h));
      operands.settled(h);
    }
  }

  /// Moves the topmost `count` entries to their own registers.
  void settleTop(int count) {
    for (int h = operands.height() - count; h < operands.height(); h++) {
      settle(h);
    }
  }

  /// Moves all entries from height `base` on to their own registers.
  void settleAll(int base) {
    settleTop(operands.height() - base);
  }

  /// `local.get`
  void get(int localidx) {
    int register = localRegisters[localidx];
    byte shape = localShapes[localidx];
    if (operands.localEntries() < LOCAL_ENTRIES_MAX) {
      operands.pushLocal(register, shape);
    } else {
      move(register, operands.pushTemp(shape), shape);
    }
  }

  /// `local.set`
  void set(int localidx) {
    assign(localRegisters[localidx], operands.pop());
  }

  /// `local.tee`: afterwards the operand is the local.
  void tee(int localidx) {
    int h = operands.pop();
    boolean constant = operands.kind(h) == OperandStack.CONST;
    assign(localRegisters[localidx], h);
    if (constant) {
      operands.pushConst(operands.value(h), localShapes[localidx]);
    } else {
      operands.pushLocal(localRegisters[localidx], localShapes[localidx]);
    }
  }

  /// Gives the local in a register the value of the popped entry `h`: by letting the instruction
  /// that has produced it write to the local, where no entry still needs the local's old value.
  private void assign(int local, int h) {
    boolean saved = saveEntriesOf(local);
    boolean temp = operands.kind(h) == OperandStack.TEMP;
    if (saved || !temp || !emitter.redirect(operands.temp(h), local)) {
      copy(h, local);
    }
  }

  private boolean saveEntriesOf(int local) {
    boolean saved = false;
    int top = operands.height();
    int left = operands.localEntries();
    for (int h = top - 1; left > 0; h--) {
      if (operands.kind(h) != OperandStack.LOCAL) {
        continue;
      }
      left--;
      if (operands.value(h) == local || top - h > SEARCH_DEPTH) {
        settle(h);
        saved = true;
      }
    }
    return saved;
  }

  private void load(int to, long value) {
    emitter.produce(Op.CONST, to, (int) value, (int) (value >>> 32));
  }
}
