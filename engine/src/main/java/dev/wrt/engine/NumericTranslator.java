package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;

/// The part of the {@link Translator} for constants and numeric instructions.
final class NumericTranslator {
  private final Emitter emitter;
  private final OperandStack operands;
  private final Registers registers;

  NumericTranslator(Body body) {
    this.emitter = body.emitter;
    this.operands = body.operands;
    this.registers = body.registers;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
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

  /// A comparison with zero, or the opposite of the comparison just made.
  ///
  /// @param equal the kind that compares
  void isZero(int equal) {
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
}
