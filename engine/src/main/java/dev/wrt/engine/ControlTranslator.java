package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;

/// The part of the {@link Translator} for instructions that branch, call or give structure, and for
/// code that can't be reached.
///
/// A label takes its values in the registers from the height of its block on. The values that a
/// branch takes lie at that height or above, so moving them in ascending order never overwrites one
/// that is still to be moved: each goes to registers of operands that are dropped or that were
/// moved before. A return moves to registers 0 and up, where locals are, so several results are
/// first copied to temps.
// [impl->req~engine-control~1]
final class ControlTranslator {
  private final Body body;
  private final Emitter emitter;
  private final OperandStack operands;
  private final ControlStack controls;
  private final Registers registers;
  private final CallTranslator calls;
  private final ExceptionTranslator exceptions;
  private boolean dead;
  private int deadDepth;

  ControlTranslator(Body body, ControlStack controls) {
    this.body = body;
    this.emitter = body.emitter;
    this.operands = body.operands;
    this.controls = controls;
    this.registers = body.registers;
    this.calls = new CallTranslator(body);
    this.exceptions = new ExceptionTranslator(body, controls);
  }

  /// Begins a function, after the body has begun it.
  void begin() {
    dead = false;
    deadDepth = 0;
  }

  /// Whether an instruction can't be reached, so that nothing is to be done for it.
  boolean skips(Opcode op) {
    if (!dead) {
      return false;
    }
    if (opens(op.rule())) {
      deadDepth++;
      return true;
    }
    if (deadDepth > 0 && (op.rule() == Rule.END || op.rule() == Rule.DELEGATE)) {
      deadDepth--;
      return true;
    }
    return deadDepth > 0 || !continues(op.rule());
  }

  private static boolean opens(Rule rule) {
    return switch (rule) {
      case BLOCK, IF, TRY_TABLE, TRY -> true;
      default -> false;
    };
  }

  /// Whether code may be reached again behind an instruction that ends a part of a block.
  private static boolean continues(Rule rule) {
    return switch (rule) {
      case ELSE, END, CATCH, DELEGATE -> true;
      default -> false;
    };
  }

  /// Translates an instruction.
  ///
  /// @return false if the budget refuses
  boolean instruction(Opcode op) {
    switch (op.rule()) {
      case BLOCK -> {
        return block(op);
      }
      case IF -> {
        return ifBlock();
      }
      case ELSE -> elsePart();
      case END -> end();
      case BR -> br(reader().index());
      case BR_IF -> brIf(reader().index());
      case BR_TABLE -> brTable();
      case BR_ON_NULL -> brOnNull(reader().index());
      case BR_ON_NON_NULL -> brOnNonNull(reader().index());
      case BR_ON_CAST -> brOnCast(op == Opcode.BR_ON_CAST, reader().index());
      case RETURN -> ret();
      case CALL, CALL_INDIRECT, CALL_REF -> calls.instruction(op);
      case TRY_TABLE, TRY -> {
        return tryBlock(op);
      }
      case CATCH -> catching(op);
      case DELEGATE -> {
        exceptions.delegate(reader().index());
        end();
      }
      default -> leaving(op);
    }
    return true;
  }

  /// Translates an instruction behind which nothing is reached.
  private void leaving(Opcode op) {
    switch (op.rule()) {
      case RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> calls.instruction(op);
      case THROW -> exceptions.throwNew(reader().index());
      case THROW_REF -> exceptions.throwRef();
      case RETHROW -> exceptions.rethrow(reader().index());
      case UNREACHABLE -> emitter.emit(Op.UNREACHABLE, 0, 0, 0);
      default -> throw Body.untranslated(op);
    }
    dead = true;
  }

  private boolean tryBlock(Opcode op) {
    registers.settleAll(controls.base(0));
    FuncType type = reader().blockType();
    int handler = op == Opcode.TRY ? exceptions.begin() : exceptions.beginTable();
    byte kind = op == Opcode.TRY ? ControlStack.TRY : ControlStack.TRY_TABLE;
    if (!controls.push(kind, operands.height() - type.paramCount(), type, Emitter.NONE)) {
      return false;
    }
    controls.handler(0, handler);
    return true;
  }

  private boolean block(Opcode op) {
    registers.settleAll(controls.base(0));
    FuncType type = reader().blockType();
    int base = operands.height() - type.paramCount();
    if (op != Opcode.LOOP) {
      return controls.push(ControlStack.BLOCK, base, type, Emitter.NONE);
    }
    int label = emitter.label();
    body.blockpoint();
    return controls.push(ControlStack.LOOP, base, type, label);
  }

  private boolean ifBlock() {
    int condition = operands.pop();
    registers.settleAll(controls.base(0));
    int word = emitter.branchIf(registers.of(condition), false);
    emitter.startBlock();
    body.blockpoint();
    FuncType type = reader().blockType();
    int base = operands.height() - type.paramCount();
    if (!controls.push(ControlStack.IF, base, type, Emitter.NONE)) {
      return false;
    }
    controls.elseWord(word);
    return true;
  }

  private void elsePart() {
    if (!dead) {
      registers.settleAll(controls.base(0));
      controls.label(0, emitter.branch(controls.label(0)));
    }
    emitter.bind(controls.elseWord());
    controls.toElse();
    restart();
    body.pushParams(controls.type(0));
    body.blockpoint();
  }

  private void end() {
    if (controls.kind(0) == ControlStack.FUNC) {
      endFunction();
      return;
    }
    if (!dead) {
      settleResults();
    }
    byte kind = controls.kind(0);
    if (kind == ControlStack.TRY_TABLE || kind == ControlStack.TRY) {
      exceptions.end();
    }
    int elseWord = controls.elseWord();
    int chain = kind == ControlStack.LOOP ? Emitter.NONE : controls.label(0);
    boolean labelled = elseWord != Emitter.NONE || chain != Emitter.NONE;
    boolean reached = labelled || !dead;
    emitter.bind(elseWord);
    emitter.bind(chain);
    restart();
    body.pushResults(controls.type(0));
    if (labelled) {
      body.blockpoint();
    }
    dead = !reached;
    controls.pop();
  }

  /// Puts the results of the innermost block where its end expects them.
  private void settleResults() {
    if (controls.kind(0) == ControlStack.CATCH) {
      moveToLabel(0);
    } else {
      registers.settleAll(controls.base(0));
    }
  }

  /// `catch` and `catch_all`
  private void catching(Opcode op) {
    if (!dead) {
      settleResults();
      controls.label(0, emitter.branch(controls.label(0)));
    }
    if (controls.kind(0) == ControlStack.TRY) {
      exceptions.end();
      controls.toCatch();
    }
    restart();
    exceptions.catching(op);
  }

  /// Only handlers branch to the function's label: they find the results where a return does.
  private void endFunction() {
    if (!dead) {
      ret();
    }
    int chain = controls.label(0);
    if (chain != Emitter.NONE) {
      emitter.bind(chain);
      body.returnpoint(controls.type(0));
      emitter.emit(Op.RETURN, 0, 0, 0);
    }
    controls.pop();
  }

  /// Goes on at the base of the innermost block.
  private void restart() {
    Invariant.validated(operands.height() >= controls.base(0), "a block keeps what lies below it");
    operands.dropTo(controls.base(0));
    dead = false;
  }

  private void br(int level) {
    if (controls.kind(level) == ControlStack.FUNC) {
      ret();
    } else {
      moveToLabel(level);
      controls.link(emitter, emitter.branch(Emitter.NONE), level);
    }
    dead = true;
  }

  private void brIf(int level) {
    int condition = registers.of(operands.pop());
    if (controls.kind(level) != ControlStack.FUNC && inPlace(level)) {
      leave(emitter.branchIf(condition, true), level);
    } else {
      leaveByMoves(emitter.branchIf(condition, false), level);
    }
  }

  /// `br_on_null`: the reference is not among the values that the branch takes.
  private void brOnNull(int level) {
    int ref = registers.of(operands.pop());
    if (controls.kind(level) != ControlStack.FUNC && inPlace(level)) {
      leave(emitter.branchIf(ref, false), level);
    } else {
      leaveByMoves(emitter.branchIf(ref, true), level);
    }
    operands.unpop();
    body.blockpoint();
  }

  /// `br_on_non_null`: the reference is the last of the values that the branch takes.
  private void brOnNonNull(int level) {
    int ref = registers.of(operands.height() - 1);
    if (controls.kind(level) != ControlStack.FUNC && inPlace(level)) {
      leave(emitter.branchIf(ref, true), level);
    } else {
      leaveByMoves(emitter.branchIf(ref, false), level);
    }
    operands.pop();
  }

  /// `br_on_cast` and `br_on_cast_fail`: the reference is the last of the values that the branch
  /// takes, and stays where there is no branch.
  private void brOnCast(boolean matching, int level) {
    int ref = registers.of(operands.height() - 1);
    if (controls.kind(level) != ControlStack.FUNC && inPlace(level)) {
      leave(branchIfMatching(ref, matching), level);
    } else {
      leaveByMoves(branchIfMatching(ref, !matching), level);
    }
  }

  private int branchIfMatching(int ref, boolean matching) {
    int code = body.instance().storeCode(body.reader().castTo());
    int at = emitter.emit(Op.of(Op.COLD, Op.BR_ON_CAST), ref, matching ? 1 : 0, Emitter.NONE);
    emitter.extend(code);
    return at + Emitter.TARGET;
  }

  /// The word of a conditional branch becomes one to the label.
  private void leave(int word, int level) {
    controls.link(emitter, word, level);
    emitter.startBlock();
    body.blockpoint();
  }

  /// The word is of a branch around one to the label, which moves values.
  private void leaveByMoves(int around, int level) {
    emitter.startBlock();
    body.blockpoint();
    br(level);
    emitter.bind(around);
    body.blockpoint();
    dead = false;
  }

  private void brTable() {
    int index = registers.of(operands.pop());
    int count = reader().labelCount();
    emitter.emit(Op.BR_TABLE, index, count, 0);
    int words = emitter.targets(count);
    for (int i = 0; i < count && !emitter.refused(); i++) {
      emitter.patch(words + i, reader().nextLabel());
    }
    int stubLevel = -1;
    int stub = Emitter.NONE;
    for (int i = 0; i < count && !emitter.refused(); i++) {
      int level = emitter.word(words + i);
      if (level == stubLevel) {
        emitter.patch(words + i, stub);
      } else if (controls.kind(level) != ControlStack.FUNC && inPlace(level)) {
        controls.link(emitter, words + i, level);
      } else {
        stubLevel = level;
        stub = emitter.label();
        body.blockpoint();
        emitter.patch(words + i, stub);
        br(level);
      }
    }
    dead = true;
  }

  /// Returns. Several results go to registers where locals are, so all are copied to temps before.
  /// Entries stay as they are: after a conditional return, the code that goes on still has them.
  private void ret() {
    int level = controls.depth() - 1;
    int count = controls.type(level).resultCount();
    int first = operands.height() - count;
    if (count == 1 && (operands.shape(first) & ValueShape.WIDE) == 0) {
      emitter.emit(Op.RETURN, registers.of(first), 0, 0);
    } else {
      for (int h = first; h < first + count; h++) {
        registers.copy(h, operands.temp(h));
      }
      int to = 0;
      for (int h = first; h < first + count; h++) {
        registers.move(operands.temp(h), to, operands.shape(h));
        to += ValueShape.slots(operands.shape(h));
      }
      emitter.emit(Op.RETURN, 0, 0, 0);
    }
    dead = true;
  }

  /// Whether the values that a branch takes are already where its label wants them.
  private boolean inPlace(int level) {
    int arity = controls.arity(level);
    int first = operands.height() - arity;
    boolean same = arity == 0 || first == controls.base(level);
    for (int i = 0; i < arity && same; i++) {
      same = operands.kind(first + i) == OperandStack.TEMP;
    }
    return same;
  }

  private void moveToLabel(int level) {
    int arity = controls.arity(level);
    int first = operands.height() - arity;
    int to = operands.temp(controls.base(level));
    for (int h = first; h < first + arity; h++) {
      registers.copy(h, to);
      to += ValueShape.slots(operands.shape(h));
    }
  }

  private CodeReader reader() {
    return body.reader();
  }
}
