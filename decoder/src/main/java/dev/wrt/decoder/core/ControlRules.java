package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.core.ValidationStacks.Opener;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The rules of control instructions (core specification, `valid/instructions`, "Control
/// Instructions"): blocks, branches, calls and exceptions.
final class ControlRules {
  private static final int I32 = ValType.I32.code();
  private static final int EXN = ValType.ref(false, HeapType.EXN);

  private final CodeReader code;
  private final ByteReader reader;
  private final IndexSpaces spaces;
  private final ValidationStacks stacks;
  private final TypeMatching matching;
  private final int branchTargetsMax;
  private final int catchesMax;

  ControlRules(
      Context context,
      CodeReader code,
      ByteReader reader,
      IndexSpaces spaces,
      ValidationStacks stacks) {
    this.code = code;
    this.reader = reader;
    this.spaces = spaces;
    this.stacks = stacks;
    matching = new TypeMatching(context.types);
    branchTargetsMax = context.limits.branchTargets();
    catchesMax = context.limits.catches();
  }

  void validate(Opcode row) {
    switch (row.rule()) {
      case BLOCK -> block(row == Opcode.LOOP ? Opener.LOOP : Opener.BLOCK);
      case IF -> {
        stacks.popVal(I32);
        block(Opener.IF);
      }
      case ELSE -> otherwise();
      case END -> end();
      case BR -> br();
      case BR_IF -> brIf();
      case BR_TABLE -> brTable();
      case BR_ON_NULL -> brOnNull();
      case BR_ON_NON_NULL -> brOnNonNull();
      case BR_ON_CAST -> brOnCast(row);
      case RETURN -> {
        stacks.popLabelTypes(stacks.depth() - 1);
        stacks.unreachable();
      }
      case CALL -> call(spaces.func(code.index()));
      case CALL_INDIRECT -> call(indirect());
      case CALL_REF -> call(reference());
      case RETURN_CALL -> returnCall(spaces.func(code.index()));
      case RETURN_CALL_INDIRECT -> returnCall(indirect());
      case RETURN_CALL_REF -> returnCall(reference());
      case UNREACHABLE -> stacks.unreachable();
      default -> exceptions(row);
    }
  }

  private void exceptions(Opcode row) {
    switch (row.rule()) {
      case THROW -> throwing(spaces.tag(code.index()));
      case THROW_REF -> {
        stacks.popVal(HeapType.EXN);
        stacks.unreachable();
      }
      case TRY_TABLE -> {
        catches();
        block(Opener.BLOCK);
      }
      case TRY -> block(Opener.TRY);
      case CATCH -> catching(row);
      case DELEGATE -> delegate();
      case RETHROW -> rethrow();
      default -> throw new Invariant.Violation("a control row has a rule for it");
    }
  }

  private void block(Opener opener) {
    if (code.wrongBlockTypeidx() != BlockTypes.NO_TYPEIDX) {
      spaces.funcType((int) code.wrongBlockTypeidx());
    }
    FuncType type = code.blockType();
    stacks.popParams(type);
    stacks.pushCtrl(opener, type);
    stacks.pushParams(type);
  }

  /// `else`: elsewhere than in an `if`, the grammar wants `end`.
  private void otherwise() {
    if (stacks.opener() != Opener.IF) {
      reader.malformed(DecoderCode.END_EXPECTED, code.offset(), "");
      return;
    }
    FuncType type = stacks.popCtrl();
    stacks.pushCtrl(Opener.ELSE, type);
    stacks.pushParams(type);
  }

  /// `end`: an `if` without `else` is one with an empty `else`.
  private void end() {
    if (stacks.opener() == Opener.IF) {
      otherwise();
    }
    FuncType type = stacks.popCtrl();
    if (stacks.depth() > 0) {
      stacks.pushResults(type);
    }
  }

  private void br() {
    if (stacks.labelExists(code.index())) {
      stacks.popLabelTypes(code.index());
      stacks.unreachable();
    }
  }

  private void brIf() {
    if (stacks.labelExists(code.index())) {
      stacks.popVal(I32);
      stacks.popLabelTypes(code.index());
      stacks.pushLabelTypes(code.index());
    }
  }

  /// `br_table`: what is on the stack must match all labels, which therefore have one arity.
  private void brTable() {
    stacks.popVal(I32);
    int labels = code.labelCount();
    reader.within("branchTargets", labels - 1L, branchTargetsMax);
    int arity = -1;
    for (int i = 0; i < labels && reader.ok(); i++) {
      int label = code.nextLabel();
      if (!stacks.labelExists(label)) {
        return;
      }
      int found = stacks.labelArity(label);
      if (arity >= 0 && found != arity) {
        stacks.mismatch(arity + " values", found + " values");
      }
      arity = found;
      stacks.checkLabelTypes(label);
    }
    stacks.unreachable();
  }

  /// `br_on_null`: the label does not take the null, what goes on has the reference without it.
  private void brOnNull() {
    if (stacks.labelExists(code.index())) {
      int ref = stacks.popRef();
      stacks.popLabelTypes(code.index());
      stacks.pushLabelTypes(code.index());
      stacks.pushVal(ValType.ref(false, ValType.heap(ref)));
    }
  }

  /// `br_on_non_null`: the label takes the reference as its last value, what goes on has none.
  private void brOnNonNull() {
    int label = code.index();
    if (stacks.labelExists(label) && labelTakes(label, ValType.ref(false, HeapType.BOT))) {
      int heap = ValType.heap(stacks.labelType(label, stacks.labelArity(label) - 1));
      stacks.popVal(ValType.ref(true, heap));
      stacks.popLabelTypes(label, 1);
      stacks.pushLabelTypes(label, 1);
    }
  }

  /// `br_on_cast` branches with the type tested for, `br_on_cast_fail` with what is left of the
  /// operand's type.
  private void brOnCast(Opcode row) {
    int label = code.index();
    int from = code.castFrom();
    int to = code.castTo();
    int rest = ValType.nullable(to) ? ValType.ref(false, ValType.heap(from)) : from;
    boolean onSuccess = row == Opcode.BR_ON_CAST;
    if (!stacks.labelExists(label)) {
      return;
    }
    if (!matching.val(to, from)) {
      stacks.mismatch(ValType.text(from), ValType.text(to));
    }
    if (reader.ok() && labelTakes(label, onSuccess ? to : rest)) {
      stacks.popVal(from);
      stacks.popLabelTypes(label, 1);
      stacks.pushLabelTypes(label, 1);
      stacks.pushVal(onSuccess ? rest : to);
    }
  }

  /// Whether the last value that a label takes may be of a type; if not, the reader has failed.
  private boolean labelTakes(int label, int type) {
    int arity = stacks.labelArity(label);
    int last = arity == 0 ? ValType.BOT.code() : stacks.labelType(label, arity - 1);
    if (arity == 0 || !matching.val(type, last)) {
      stacks.mismatch(ValType.text(type), arity == 0 ? "" : ValType.text(last));
    }
    return reader.ok();
  }

  private void call(@Nullable FuncType type) {
    if (type != null && reader.ok()) {
      stacks.popParams(type);
      stacks.pushResults(type);
    }
  }

  /// A tail call: the callee's results are those of the function.
  private void returnCall(@Nullable FuncType type) {
    if (type != null && reader.ok() && stacks.returns(type)) {
      stacks.popParams(type);
      stacks.unreachable();
    }
  }

  /// Pops the index of an indirect call; its table must be one of functions.
  private @Nullable FuncType indirect() {
    TableType table = spaces.table(code.index2());
    FuncType type = reader.ok() ? spaces.funcType(code.index()) : null;
    if (table == null || type == null) {
      return null;
    }
    if (!matching.val(table.elem().code(), HeapType.FUNC)) {
      stacks.mismatch(ValType.FUNCREF.toString(), table.elem().toString());
    }
    stacks.popVal(table.address().code());
    return type;
  }

  /// Pops the function of a call by reference.
  private @Nullable FuncType reference() {
    FuncType type = spaces.funcType(code.index());
    if (type != null) {
      stacks.popVal(ValType.ref(true, spaces.heap(code.index())));
    }
    return type;
  }

  private void throwing(@Nullable FuncType tag) {
    if (tag != null) {
      stacks.popParams(tag);
      stacks.unreachable();
    }
  }

  /// The clauses of `try_table`, whose labels are those outside of it.
  private void catches() {
    int count = code.catchCount();
    reader.within("catches", count, catchesMax);
    for (int i = 0; i < count && reader.ok(); i++) {
      code.nextCatch();
      int kind = code.catchKind();
      boolean tagged = kind == CodeReader.CATCH || kind == CodeReader.CATCH_REF;
      FuncType tag = tagged ? spaces.tag(code.catchTag()) : FuncType.EMPTY;
      boolean ref = kind == CodeReader.CATCH_REF || kind == CodeReader.CATCH_ALL_REF;
      if (tag != null && stacks.labelExists(code.catchLabel())) {
        caught(tag, ref, code.catchLabel());
      }
    }
  }

  /// The values of a tag, and the exception where the clause has it, are those of the label.
  private void caught(FuncType tag, boolean ref, int label) {
    int count = tag.paramCount();
    int arity = stacks.labelArity(label);
    boolean matches = arity == (ref ? count + 1 : count);
    for (int i = 0; i < count && matches; i++) {
      matches = matching.val(tag.paramCode(i), stacks.labelType(label, i));
    }
    if (matches && ref) {
      matches = matching.val(EXN, stacks.labelType(label, count));
    }
    if (!matches) {
      stacks.mismatch("the values of label " + label, tag + (ref ? " and an exception" : ""));
    }
  }

  /// `catch` and `catch_all` end the code of a `try` or of the handler before.
  private void catching(Opcode row) {
    Opener opener = stacks.opener();
    if (opener != Opener.TRY && opener != Opener.CATCH) {
      reader.malformed(DecoderCode.END_EXPECTED, code.offset(), "");
      return;
    }
    boolean all = row == Opcode.CATCH_ALL;
    FuncType tag = all ? FuncType.EMPTY : spaces.tag(code.index());
    FuncType type = stacks.popCtrl();
    stacks.pushCtrl(all ? Opener.CATCH_ALL : Opener.CATCH, type);
    if (tag != null) {
      stacks.pushParams(tag);
    }
  }

  /// `delegate` ends a `try` without handlers; its label is one outside.
  private void delegate() {
    if (stacks.opener() != Opener.TRY) {
      reader.malformed(DecoderCode.END_EXPECTED, code.offset(), "");
      return;
    }
    FuncType type = stacks.popCtrl();
    if (stacks.labelExists(code.index())) {
      stacks.pushResults(type);
    }
  }

  /// `rethrow`: its label is that of a handler.
  private void rethrow() {
    if (stacks.labelExists(code.index())) {
      Opener opener = stacks.opener(code.index());
      if (opener != Opener.CATCH && opener != Opener.CATCH_ALL) {
        spaces.fail(DecoderCode.INVALID_RETHROW, Integer.toString(code.index()));
      }
      stacks.unreachable();
    }
  }
}
