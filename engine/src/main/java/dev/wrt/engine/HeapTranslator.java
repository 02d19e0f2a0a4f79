package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;

/// The part of the {@link Translator} for instructions on structs, arrays, `i31`, casts and
/// conversions (prefix `0xFB`).
final class HeapTranslator {
  private final Body body;

  HeapTranslator(Body body) {
    this.body = body;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    throw Body.untranslated(op);
  }
}
