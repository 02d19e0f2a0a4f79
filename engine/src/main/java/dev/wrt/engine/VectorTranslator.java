package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Immediate;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.ValType;

/// The part of the {@link Translator} for vector instructions (prefix `0xFD`): to the layouts of
/// {@link VectorOps}, {@link LongVectorOps} and {@link VectorMemory}.
final class VectorTranslator {
  private static final int V128 = ValType.V128.code();

  private final Body body;
  private final Emitter emitter;

  VectorTranslator(Body body) {
    this.body = body;
    this.emitter = body.emitter;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    switch (op.immediate()) {
      case V128 -> constant(reader);
      case LANES -> shuffle(op, reader);
      case MEMARG, MEMARG_LANE -> access(op, reader);
      default -> {
        if (op.operand(0) != V128) {
          splat(op);
        } else if (op.operandCount() == 3) {
          ternary(op);
        } else if (op.immediate() == Immediate.LANE || op.operand(op.operandCount() - 1) != V128) {
          numbered(op, reader);
        } else {
          vectors(op);
        }
      }
    }
  }

  private void constant(CodeReader reader) {
    long low = reader.i64();
    long high = reader.i64High();
    emitter.produce(Op.CONST2, body.push(V128), (int) low, (int) (low >>> 32));
    emitter.extend((int) high, (int) (high >>> 32));
  }

  /// One or two vectors as operands, nothing else.
  private void vectors(Opcode op) {
    int y = body.pop();
    int x = op.operandCount() == 2 ? body.pop() : y;
    emitter.produce(vector(op), body.push(op.result(0)), x, y);
  }

  private void ternary(Opcode op) {
    int z = body.pop();
    int y = body.pop();
    int x = body.pop();
    emitter.produce(vector(op), body.push(V128), x, y);
    emitter.extend(z);
  }

  private void splat(Opcode op) {
    int number = body.pop();
    int to = body.push(V128);
    emitter.produce(vector(op), to, to, to);
    emitter.extend(number);
  }

  /// A vector, and a number or a lane or both.
  private void numbered(Opcode op, CodeReader reader) {
    int number = op.operandCount() == 2 ? body.pop() : 0;
    int x = body.pop();
    emitter.produce(vector(op), body.push(op.result(0)), x, x);
    emitter.extend(number, op.immediate() == Immediate.LANE ? reader.lane() : 0);
  }

  private void shuffle(Opcode op, CodeReader reader) {
    int y = body.pop();
    int x = body.pop();
    long low = reader.i64();
    long high = reader.i64High();
    emitter.produce(vector(op), body.push(V128), x, y);
    emitter.extend((int) low, (int) (low >>> 32), (int) high, (int) (high >>> 32));
  }

  private void access(Opcode op, CodeReader reader) {
    boolean takesVector = op.operandCount() == 2;
    int value = takesVector ? body.pop() : 0;
    int address = body.pop();
    if (op.resultCount() == 0) {
      emitter.emit(vector(op), value, value, value);
    } else {
      int to = body.push(V128);
      int from = takesVector ? value : to;
      emitter.produce(vector(op), to, from, from);
    }
    long offset = reader.memOffset();
    int lane = op.immediate() == Immediate.MEMARG_LANE ? reader.lane() : 0;
    int memory = reader.index() << VectorMemory.LANE_BITS | lane;
    emitter.extend(address, (int) offset, (int) (offset >>> 32), memory);
  }

  private static int vector(Opcode op) {
    return (Op.VECTOR << 8) + op.code();
  }
}
