package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;

/// The part of the {@link Translator} for memory instructions.
///
/// Accesses of memory 0 by addresses of 32 bits have shapes of their own, in which the interpreter
/// leaves the bounds check to the array. All others are a {@link Op#MEM_LOAD} or {@link
/// Op#MEM_STORE}.
final class MemoryTranslator {
  private final Body body;
  private final Emitter emitter;
  private final OperandStack operands;
  private final Registers registers;

  MemoryTranslator(Body body) {
    this.body = body;
    this.emitter = body.emitter;
    this.operands = body.operands;
    this.registers = body.registers;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    if (op.rule() == Rule.MEMARG) {
      access(op, reader);
      return;
    }
    int first = reader.index();
    switch (op) {
      case MEMORY_SIZE ->
          emitter.produce(Op.of(Op.COLD, Op.MEMORY_SIZE), operands.pushTemp(), first, 0);
      case MEMORY_GROW -> body.cold(op, Op.MEMORY_GROW, first, 0);
      case MEMORY_FILL -> body.cold(op, Op.MEMORY_FILL, first, 0);
      case MEMORY_COPY -> body.cold(op, Op.MEMORY_COPY, first, reader.index2());
      case MEMORY_INIT -> body.cold(op, Op.MEMORY_INIT, first, reader.index2());
      case DATA_DROP -> body.cold(op, Op.DATA_DROP, first, 0);
      default -> throw Body.untranslated(op);
    }
  }

  private void access(Opcode op, CodeReader reader) {
    boolean store = op.resultCount() == 0;
    int value = store ? body.pop() : 0;
    int address = operands.pop();
    MemInst mem = body.instance().mem(reader.index());
    if (reader.index() == 0 && !mem.is64()) {
      fast(op, value, address, reader.memOffset());
    } else {
      general(op, value, registers.of(address), reader);
    }
  }

  private void fast(Opcode op, int value, int address, long offset) {
    boolean folded = isSmallConstant(address, offset);
    int base = folded ? registers.zero() : registers.of(address);
    int sum = (int) (folded ? offset + operands.value(address) : offset);
    if (op.resultCount() == 0) {
      int shape = body.verified() ? Op.VERIFIED_STORE : Op.STORE;
      emitter.emit(Op.of(shape, op.code()), base, value, sum);
    } else {
      int shape = body.verified() ? Op.VERIFIED_LOAD : Op.LOAD;
      emitter.produce(Op.of(shape, op.code()), operands.pushTemp(), base, sum);
    }
  }

  private void general(Opcode op, int value, int address, CodeReader reader) {
    long offset = reader.memOffset();
    if (op.resultCount() == 0) {
      emitter.emit(Op.of(Op.MEM_STORE, op.code()), address, value, reader.index());
    } else {
      emitter.produce(Op.of(Op.MEM_LOAD, op.code()), operands.pushTemp(), address, reader.index());
    }
    emitter.extend((int) offset, (int) (offset >>> 32));
  }

  /// Whether an address is a constant whose sum with the offset stays below 2^31, where memories
  /// end; then the sum is the offset.
  private boolean isSmallConstant(int address, long offset) {
    return operands.kind(address) == OperandStack.CONST
        && operands.value(address) + offset <= Integer.MAX_VALUE;
  }
}
