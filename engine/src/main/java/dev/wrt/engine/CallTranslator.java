package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;

/// The part of the {@link Translator} for calls.
///
/// The arguments of a call lie at the top of the operand stack, which is where the callee's frame
/// begins. Those of a tail call are moved from there to registers 0 and up, where the callee, which
/// takes the place of its caller, finds its parameters. Each goes to a register below the one that
/// it comes from, so moving them in ascending order never overwrites one that is still to be moved;
/// but those that stand for locals, which lie there, are first copied to temps.
// [impl->req~engine-tail-call~1]
// [impl->req~engine-call-ref~1]
final class CallTranslator {
  private final Body body;
  private final Emitter emitter;
  private final OperandStack operands;
  private final Registers registers;

  CallTranslator(Body body) {
    this.body = body;
    this.emitter = body.emitter;
    this.operands = body.operands;
    this.registers = body.registers;
  }

  /// Translates a call.
  void instruction(Opcode op) {
    int index = body.reader().index();
    switch (op.rule()) {
      case CALL -> call(index);
      case CALL_INDIRECT -> callIndirect(index);
      case CALL_REF -> callRef(index);
      case RETURN_CALL -> returnCall(index);
      case RETURN_CALL_INDIRECT -> returnCallIndirect(index);
      case RETURN_CALL_REF -> returnCallRef(index);
      default -> throw Body.untranslated(op);
    }
  }

  private void call(int funcidx) {
    FuncType type = module().funcTypeOf(funcidx);
    int imported = module().importedFuncCount();
    int frame = body.popSettled(type.paramCount());
    if (funcidx < imported) {
      emitter.emit(Op.of(Op.COLD, Op.CALL_IMPORT), frame, funcidx, 0);
    } else {
      emitter.emit(Op.CALL, frame, funcidx - imported, 0);
    }
    body.callpoint();
    body.pushResults(type);
  }

  private void callIndirect(int typeidx) {
    FuncType type = module().funcType(typeidx);
    int index = registers.of(operands.pop());
    int frame = body.popSettled(type.paramCount());
    emitter.emit(Op.CALL_INDIRECT, frame, index, body.instance().typeId(typeidx));
    emitter.extend(body.reader().index2());
    body.callpoint();
    body.pushResults(type);
  }

  private void callRef(int typeidx) {
    FuncType type = module().funcType(typeidx);
    int callee = registers.of(operands.pop());
    int frame = body.popSettled(type.paramCount());
    emitter.emit(Op.CALL_REF, frame, callee, 0);
    body.callpoint();
    body.pushResults(type);
  }

  private void returnCall(int funcidx) {
    int imported = module().importedFuncCount();
    moveArguments(module().funcTypeOf(funcidx));
    if (funcidx < imported) {
      emitter.emit(Op.of(Op.COLD, Op.RETURN_CALL_IMPORT), 0, funcidx, 0);
    } else {
      emitter.emit(Op.RETURN_CALL, 0, funcidx - imported, 0);
    }
  }

  private void returnCallIndirect(int typeidx) {
    int index = aboveArguments();
    moveArguments(module().funcType(typeidx));
    emitter.emit(Op.RETURN_CALL_INDIRECT, 0, index, body.instance().typeId(typeidx));
    emitter.extend(body.reader().index2());
  }

  private void returnCallRef(int typeidx) {
    int callee = aboveArguments();
    moveArguments(module().funcType(typeidx));
    emitter.emit(Op.RETURN_CALL_REF, 0, callee, 0);
  }

  /// Pops what says which function is called, into a register that no argument is moved to.
  private int aboveArguments() {
    return body.popSettled(1);
  }

  private void moveArguments(FuncType type) {
    int count = type.paramCount();
    body.popSettled(count);
    int to = 0;
    for (int h = operands.height(); h < operands.height() + count; h++) {
      registers.move(operands.temp(h), to, operands.shape(h));
      to += ValueShape.slots(operands.shape(h));
    }
  }

  private Module module() {
    return body.instance().module();
  }
}
