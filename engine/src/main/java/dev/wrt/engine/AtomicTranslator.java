package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;

/// The part of the {@link Translator} for atomic instructions (prefix `0xFE`): to what {@link
/// AtomicOps} executes. A fence has nothing to order. Behind a wait a block begins, so that a
/// machine that waits stands where it could also stop for want of fuel.
final class AtomicTranslator {
  private final Body body;

  AtomicTranslator(Body body) {
    this.body = body;
  }

  /// Translates an instruction.
  ///
  /// @param reader which stands at it
  void instruction(Opcode op, CodeReader reader) {
    if (op.rule() == Rule.FENCE) {
      return;
    }
    int at = body.popSettled(op.operandCount());
    long offset = reader.memOffset();
    body.emitter.emit(Op.of(Op.ATOMIC, op.code()), at, reader.index(), 0);
    body.emitter.extend((int) offset, (int) (offset >>> 32));
    if (op.resultCount() > 0) {
      body.push(op.result(0));
    }
    if (op == Opcode.MEMORY_ATOMIC_WAIT32 || op == Opcode.MEMORY_ATOMIC_WAIT64) {
      body.emitter.startBlock();
      body.blockpoint();
    }
  }
}
