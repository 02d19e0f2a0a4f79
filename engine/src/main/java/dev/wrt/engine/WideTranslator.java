package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.ValType;

/// The part of the {@link Translator} for 128-bit integer arithmetic in pairs of `i64`: a pair of
/// results is two slots as a vector is, so {@link LongVectorOps} executes it.
final class WideTranslator {
  private final Body body;

  WideTranslator(Body body) {
    this.body = body;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    boolean four = op.operandCount() == 4;
    int fourth = four ? body.pop() : 0;
    int third = four ? body.pop() : 0;
    int second = body.pop();
    int first = body.pop();
    int to = body.push(ValType.I64.code());
    body.push(ValType.I64.code());
    int kind = VectorOp.I64_ADD128 + op.code() - Opcode.I64_ADD128.code();
    body.emitter.emit((Op.VECTOR << 8) + kind, to, to, to);
    body.emitter.extend(first, second, third, fourth);
  }
}
