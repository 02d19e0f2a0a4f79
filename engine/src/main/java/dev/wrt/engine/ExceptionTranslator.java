package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.FuncType;

/// The part of the {@link Translator} for exceptions: it writes the {@link HandlerTable}.
///
/// A handler may run after any call of its body, so it relies on nothing but what holds at the base
/// of a block: locals are in their registers, and entries below are temps. The values of an
/// exception go right to the registers that the label of its clause takes them in.
final class ExceptionTranslator {
  private final Body body;
  private final ControlStack controls;

  ExceptionTranslator(Body body, ControlStack controls) {
    this.body = body;
    this.controls = controls;
  }

  /// `try_table`, before its block is opened: the labels of its clauses are those outside.
  void tryTable() {
    HandlerTable handlers = handlers();
    CodeReader reader = body.reader();
    handlers.begin(body.emitter.end());
    int handler = handlers.open();
    for (int i = 0; i < reader.catchCount() && !handlers.refused(); i++) {
      reader.nextCatch();
      int kind = reader.catchKind();
      boolean all = kind == CodeReader.CATCH_ALL || kind == CodeReader.CATCH_ALL_REF;
      boolean ref = kind == CodeReader.CATCH_REF || kind == CodeReader.CATCH_ALL_REF;
      int level = reader.catchLabel();
      int word =
          handlers.clause(
              handler, all ? HandlerTable.ALL : reader.catchTag(), ref, register(level));
      if (word != Emitter.NONE) {
        controls.link(body.emitter, word, level);
      }
    }
  }

  /// The register of the first value that a label takes; those of the function itself are the
  /// results, which a return finds in registers 0 and up.
  private int register(int level) {
    boolean function = controls.kind(level) == ControlStack.FUNC;
    return function ? 0 : body.operands.temp(controls.base(level));
  }

  /// The `end` of a `try_table`.
  void end() {
    handlers().end(body.emitter.end());
  }

  /// `throw`
  void throwNew(int tagidx) {
    FuncType type = body.instance().module().tagType(tagidx);
    int values = body.popAtSafepoint(type.paramCount());
    body.emitter.emit(Op.of(Op.COLD, Op.THROW), values, tagidx, 0);
  }

  /// `throw_ref`
  void throwRef() {
    body.safepoint();
    body.emitter.emit(Op.of(Op.COLD, Op.THROW_REF), body.pop(), 0, 0);
  }

  private HandlerTable handlers() {
    return body.instance().code().handlers();
  }
}
