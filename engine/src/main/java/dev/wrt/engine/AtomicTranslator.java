package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;

/// The part of the {@link Translator} for atomic instructions (prefix `0xFE`).
final class AtomicTranslator {
  private final Body body;

  AtomicTranslator(Body body) {
    this.body = body;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    throw Body.untranslated(op);
  }
}
