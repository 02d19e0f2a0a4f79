package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;

/// The part of the {@link Translator} for reference instructions that do not branch.
final class ReferenceTranslator {
  private final Body body;
  private final NumericTranslator numbers;

  ReferenceTranslator(Body body, NumericTranslator numbers) {
    this.body = body;
    this.numbers = numbers;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    switch (op) {
      case REF_NULL -> body.operands.pushConst(0, body.shape(reader.valType().code()));
      case REF_FUNC -> body.operands.pushConst(body.instance().func(reader.index()).ref());
      case REF_IS_NULL -> numbers.isZero(Op.I64_EQ);
      case REF_EQ -> equal();
      case REF_AS_NON_NULL -> {
        int ref = body.registers.of(body.operands.height() - 1);
        body.emitter.emit(Op.NON_NULL, ref, 0, 0);
      }
      default -> throw Body.untranslated(op);
    }
  }

  /// References are the same if their 32 bits are.
  private void equal() {
    int right = body.pop();
    int left = body.pop();
    body.emitter.produce(Op.of(Op.BINARY, Op.I32_EQ), body.operands.pushTemp(), left, right);
  }
}
