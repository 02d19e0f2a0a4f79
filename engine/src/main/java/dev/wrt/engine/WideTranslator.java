package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;

/// The part of the {@link Translator} for 128-bit integer arithmetic in pairs of `i64`.
final class WideTranslator {
  private final Body body;

  WideTranslator(Body body) {
    this.body = body;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    throw Body.untranslated(op);
  }
}
