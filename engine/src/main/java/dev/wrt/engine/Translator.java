package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Fuel;
import dev.wrt.decoder.core.Func;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.memory.VerificationLevel;

/// Translates a function's body, which validation has accepted, to register code.
///
/// One pass, one instruction at a time. {@link Registers} knows where operands are, {@link Emitter}
/// writes instructions and labels, {@link ControlStack} holds the open blocks; {@link
/// ControlTranslator} does the instructions that branch. Code that can't be reached is skipped.
///
/// Fuel: each instruction adds what its row of the {@link Opcode} table costs to the block it
/// stands in, whatever register code it becomes, so that the total does not depend on this
/// translation.
///
/// What this is not: an optimiser. It sees an instruction and the one before it, nothing more.
final class Translator {
  /// Locals that are zeroed for one unit of fuel when a function is entered.
  private static final int LOCALS_PER_FUEL_LOG2 = 6;

  private final boolean verified;
  private final Emitter emitter;
  private final OperandStack operands;
  private final ControlStack controls;
  private final Registers registers;
  private final ControlTranslator control;

  /// Creates a translator.
  ///
  /// @param storage pays for what it needs while it works
  /// @param level whether memory accesses are verified
  Translator(Storage storage, VerificationLevel level) {
    this.verified = level != VerificationLevel.OFF;
    this.emitter = new Emitter(new CodeArea(storage, new int[0]));
    this.operands = new OperandStack(storage);
    this.controls = new ControlStack(storage);
    this.registers = new Registers(emitter, operands);
    this.control = new ControlTranslator(emitter, operands, controls, registers);
  }

  /// Translates a function and makes it callable.
  ///
  /// @param definedIndex index among the functions that the module defines
  /// @return false if the budget refuses, see {@link Storage#refusal}
  boolean translate(ModuleInst instance, int definedIndex) {
    CodeArea area = instance.code();
    int entry = area.end();
    emitter.begin(area);
    if (body(instance, definedIndex) && !area.refused()) {
      area.finish(definedIndex, entry);
      return true;
    }
    area.discard();
    return false;
  }

  private boolean body(ModuleInst instance, int definedIndex) {
    Func func = instance.module().funcs().get(definedIndex);
    FuncType type = instance.module().funcType(func.typeidx());
    CodeReader reader = instance.reader();
    reader.enter(func);
    int locals = type.paramCount() + func.localCount();
    emitter.at(func.bodyOffset());
    controls.clear();
    if (!registers.begin(locals, func.maxHeight())
        || !controls.push(ControlStack.FUNC, 0, type, Emitter.NONE)) {
      return false;
    }
    int frame = locals + 1 + func.maxHeight();
    int enter = emitter.emit(Op.ENTER, type.paramCount(), 0, frame);
    emitter.startBlock();
    emitter.charge(func.localCount() >>> LOCALS_PER_FUEL_LOG2);
    control.begin(instance, reader);
    while (!emitter.refused() && reader.next()) {
      emitter.at(reader.offset());
      if (!instruction(instance, reader)) {
        return false;
      }
    }
    emitter.patch(enter + 2, registers.zeroEnd());
    return true;
  }

  private boolean instruction(ModuleInst instance, CodeReader reader) {
    Opcode op = reader.opcode();
    if (control.skips(op)) {
      return true;
    }
    emitter.charge(op.fuel() == Fuel.FREE ? 0 : 1);
    switch (op.rule()) {
      case PLAIN -> plain(op, reader);
      case MEMARG -> access(op, reader);
      case MEMORY, TABLE -> indices(op, reader);
      case DROP -> operands.pop();
      case SELECT, SELECT_T -> select();
      case LOCAL_GET -> registers.get(reader.index());
      case LOCAL_SET -> registers.set(reader.index());
      case LOCAL_TEE -> registers.tee(reader.index());
      case GLOBAL_GET -> {
        int address = instance.global(reader.index()).address;
        emitter.produce(Op.GLOBAL_GET, operands.pushTemp(), address, 0);
      }
      case GLOBAL_SET -> {
        int value = registers.of(operands.pop());
        emitter.emit(Op.GLOBAL_SET, value, instance.global(reader.index()).address, 0);
      }
      case REF_NULL -> operands.pushConst(0);
      case REF_FUNC -> operands.pushConst(instance.func(reader.index()).ref());
      case REF_IS_NULL -> isZero(Op.I64_EQ);
      case UNREACHABLE, BLOCK, IF, ELSE, END, BR, BR_IF, BR_TABLE, RETURN, CALL, CALL_INDIRECT -> {
        return control.instruction(op);
      }
      default -> throw new Invariant.Violation("no translation of " + op);
    }
    return true;
  }

  private void plain(Opcode op, CodeReader reader) {
    switch (op) {
      case NOP -> {}
      case I32_CONST, F32_CONST -> operands.pushConst(Integer.toUnsignedLong(reader.i32()));
      case I64_CONST, F64_CONST -> operands.pushConst(reader.i64());
      case I32_EQZ -> isZero(Op.I32_EQ);
      case I64_EQZ -> isZero(Op.I64_EQ);
      case I64_EXTEND_I32_U,
          I32_REINTERPRET_F32,
          I64_REINTERPRET_F64,
          F32_REINTERPRET_I32,
          F64_REINTERPRET_I64 -> {} // the same 64 bits
      default -> {
        if (op.operandCount() == 2) {
          binary(op);
        } else {
          unary(op);
        }
      }
    }
  }

  private void unary(Opcode op) {
    int saturating = op.prefix() == 0 ? 0 : Op.I32_TRUNC_SAT_F32_S;
    int value = registers.of(operands.pop());
    emitter.produce(Op.of(Op.UNARY, saturating + op.code()), operands.pushTemp(), value, 0);
  }

  private void isZero(int equal) {
    int value = registers.of(operands.pop());
    boolean temp = value == operands.temp(operands.height());
    if (temp && emitter.negate(value)) {
      operands.pushTemp();
    } else {
      emitter.produce(Op.of(Op.BINARY_IMM, equal), operands.pushTemp(), value, 0);
    }
  }

  private void binary(Opcode op) {
    int right = operands.pop();
    int left = operands.pop();
    int kind = op.code();
    if (Immediates.fits(kind, operands, right)) {
      immediate(kind, left, operands.value(right));
    } else if (Immediates.fits(kind, operands, left) && Immediates.swappable(kind)) {
      int swapped = Comparison.isKind(kind) ? Comparison.swap(kind) : kind;
      immediate(swapped, right, operands.value(left));
    } else {
      int x = registers.of(left);
      int y = registers.of(right);
      emitter.produce(Op.of(Op.BINARY, kind), operands.pushTemp(), x, y);
    }
  }

  private void immediate(int kind, int h, long constant) {
    int x = registers.of(h);
    int y = Immediates.isSub(kind) ? -(int) constant : (int) constant;
    emitter.produce(Op.of(Op.BINARY_IMM, Immediates.subToAdd(kind)), operands.pushTemp(), x, y);
  }

  private void select() {
    int condition = operands.pop();
    int otherwise = operands.pop();
    int then = operands.pop();
    int x = registers.of(then);
    int y = registers.of(otherwise);
    int z = registers.of(condition);
    emitter.emit(Op.SELECT, operands.pushTemp(), x, y);
    emitter.extend(z);
  }

  private void access(Opcode op, CodeReader reader) {
    boolean store = op.resultCount() == 0;
    int value = store ? registers.of(operands.pop()) : 0;
    int address = operands.pop();
    long offset = reader.memOffset();
    boolean folded = isSmallConstant(address, offset);
    int base = folded ? registers.zero() : registers.of(address);
    int sum = (int) (folded ? offset + operands.value(address) : offset);
    if (store) {
      int shape = verified ? Op.VERIFIED_STORE : Op.STORE;
      emitter.emit(Op.of(shape, op.code()), base, value, sum);
    } else {
      int shape = verified ? Op.VERIFIED_LOAD : Op.LOAD;
      emitter.produce(Op.of(shape, op.code()), operands.pushTemp(), base, sum);
    }
  }

  /// Whether an address is a constant whose sum with the offset stays below 2^31, where memories
  /// end; then the sum is the offset.
  private boolean isSmallConstant(int address, long offset) {
    return operands.kind(address) == OperandStack.CONST
        && operands.value(address) + offset <= Integer.MAX_VALUE;
  }

  private void indices(Opcode op, CodeReader reader) {
    int first = reader.index();
    switch (op) {
      case MEMORY_SIZE ->
          emitter.produce(Op.of(Op.COLD, Op.MEMORY_SIZE), operands.pushTemp(), 0, 0);
      case MEMORY_GROW -> cold(op, Op.MEMORY_GROW, 0, 0);
      case MEMORY_FILL -> cold(op, Op.MEMORY_FILL, 0, 0);
      case MEMORY_COPY -> cold(op, Op.MEMORY_COPY, 0, 0);
      case MEMORY_INIT -> cold(op, Op.MEMORY_INIT, first, 0);
      case DATA_DROP -> cold(op, Op.DATA_DROP, first, 0);
      case TABLE_GET -> cold(op, Op.TABLE_GET, first, 0);
      case TABLE_SET -> cold(op, Op.TABLE_SET, first, 0);
      case TABLE_SIZE -> cold(op, Op.TABLE_SIZE, first, 0);
      case TABLE_GROW -> cold(op, Op.TABLE_GROW, first, 0);
      case TABLE_FILL -> cold(op, Op.TABLE_FILL, first, 0);
      case TABLE_COPY -> cold(op, Op.TABLE_COPY, first, reader.index2());
      case TABLE_INIT -> cold(op, Op.TABLE_INIT, reader.index2(), first);
      case ELEM_DROP -> cold(op, Op.ELEM_DROP, first, 0);
      default -> throw new Invariant.Violation("a row of the table has a case");
    }
  }

  /// An instruction whose operands must be in the registers of their heights.
  private void cold(Opcode op, int kind, int b, int c) {
    registers.settleTop(op.operandCount());
    operands.dropTo(operands.height() - op.operandCount());
    emitter.emit(Op.of(Op.COLD, kind), operands.temp(operands.height()), b, c);
    operands.pushTemps(op.resultCount());
  }
}
