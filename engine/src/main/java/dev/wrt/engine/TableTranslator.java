package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;

/// The part of the {@link Translator} for table instructions.
final class TableTranslator {
  private final Body body;

  TableTranslator(Body body) {
    this.body = body;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    int first = reader.index();
    switch (op) {
      case TABLE_GET -> {
        body.cold(op, Op.TABLE_GET, first, 0);
      }
      case TABLE_SET -> body.cold(op, Op.TABLE_SET, first, 0);
      case TABLE_SIZE -> body.cold(op, Op.TABLE_SIZE, first, 0);
      case TABLE_GROW -> body.cold(op, Op.TABLE_GROW, first, 0);
      case TABLE_FILL -> body.cold(op, Op.TABLE_FILL, first, 0);
      case TABLE_COPY -> body.cold(op, Op.TABLE_COPY, first, reader.index2());
      case TABLE_INIT -> body.cold(op, Op.TABLE_INIT, reader.index2(), first);
      case ELEM_DROP -> body.cold(op, Op.ELEM_DROP, first, 0);
      default -> throw Body.untranslated(op);
    }
  }
}
