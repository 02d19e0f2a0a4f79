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
      default -> throw Body.untranslated(op);
    }
  }
}
