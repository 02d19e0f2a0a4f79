package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Opcode;

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

  /// Begins the handler of a `try`.
  ///
  /// @return it
  int begin() {
    handlers().begin(body.emitter.end());
    return handlers().open();
  }

  /// Begins the handler of a `try_table`, before its block is opened: the labels of its clauses are
  /// those outside.
  ///
  /// @return it
  int beginTable() {
    HandlerTable handlers = handlers();
    CodeReader reader = body.reader();
    int handler = begin();
    for (int i = 0; i < reader.catchCount() && !handlers.refused(); i++) {
      reader.nextCatch();
      int kind = reader.catchKind();
      boolean all = kind == CodeReader.CATCH_ALL || kind == CodeReader.CATCH_ALL_REF;
      boolean ref = kind == CodeReader.CATCH_REF || kind == CodeReader.CATCH_ALL_REF;
      int tag = all ? HandlerTable.ALL : reader.catchTag();
      int exception = ref ? HandlerTable.BEHIND : HandlerTable.WITHOUT;
      int level = reader.catchLabel();
      int word = handlers.clause(handler, tag, exception, register(level));
      if (word != Emitter.NONE) {
        controls.link(body.emitter, word, level);
      }
    }
    return handler;
  }

  /// The register of the first value that a label takes; those of the function itself are the
  /// results, which a return finds in registers 0 and up.
  private int register(int level) {
    boolean function = controls.kind(level) == ControlStack.FUNC;
    return function ? 0 : body.operands.temp(controls.base(level));
  }

  /// Ends the handler that is open innermost.
  void end() {
    handlers().end(body.emitter.end());
  }

  /// Begins a `catch` part, with the exception in the register below its values, for `rethrow`.
  void catching(Opcode op) {
    int tag = op == Opcode.CATCH_ALL ? HandlerTable.ALL : body.reader().index();
    int register = body.operands.pushTemp(ValueShape.REF);
    if (tag != HandlerTable.ALL) {
      body.pushParams(body.instance().module().tagType(tag));
    }
    int target = body.emitter.label();
    body.blockpoint();
    int word = handlers().clause(controls.handler(0), tag, HandlerTable.BEFORE, register);
    if (word != Emitter.NONE) {
      body.emitter.patch(word, target);
    }
  }

  /// Lets the handler of the innermost block pass everything on to the one of a level outside.
  void delegate(int level) {
    handlers().delegate(controls.handler(0), controls.handlerOf(level + 1));
  }

  /// `rethrow`
  void rethrow(int level) {
    int exception = body.operands.temp(controls.base(level));
    body.safepoint();
    body.emitter.emit(Op.of(Op.COLD, Op.THROW_REF), exception, 0, 0);
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
