package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.ValidationStacks.Opener;
import java.util.BitSet;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Validates function bodies and constant expressions while they are decoded.
///
/// This is the algorithm of the core specification, appendix "Validation Algorithm": one pass, a
/// value stack and a control stack ({@link ValidationStacks}), a rule for each instruction. Most
/// rules are the types of a row of {@link Opcode}; those of their own are the methods here, named
/// after the instruction. Nothing is allocated for an instruction: the stacks grow, within limits,
/// to the largest body of the module.
///
/// What this is not: a translation. The engine reads the same bytes again and may rely on all that
/// is checked here.
final class CodeValidator {
  private final Context context;
  private final ByteReader reader;
  private final CodeReader code;
  private final ValidationStacks stacks;

  /// Functions that `ref.func` may name: those that something outside of function bodies refers to.
  private final BitSet declaredRefs;

  private boolean constant;

  CodeValidator(Context context, ByteReader reader, Storage scratch, BitSet declaredRefs) {
    this.context = context;
    this.reader = reader;
    this.declaredRefs = declaredRefs;
    code = new CodeReader(context, reader, scratch);
    stacks = new ValidationStacks(context, reader, code, scratch);
  }

  /// Decodes and validates a function: local declarations and body.
  Func function(int typeidx) {
    int localsOffset = reader.offset();
    FuncType type = context.funcType(typeidx);
    if (type == null) {
      throw new Invariant.Violation("a function has a function type");
    }
    code.expandLocals(type);
    context.localsMax = Math.max(context.localsMax, code.localCount());
    int bodyOffset = reader.offset();
    constant = false;
    body(type);
    return new Func(
        typeidx,
        localsOffset,
        bodyOffset,
        reader.offset(),
        code.localCount() - type.paramCount(),
        stacks.heightMax());
  }

  /// Decodes and validates a constant expression of a type.
  ConstExpr constant(ValType type) {
    int offset = reader.offset();
    constant = true;
    body(FuncType.ofResult(type.code()));
    reader.within("constBytes", reader.offset() - offset, context.limits.constBytes());
    return new ConstExpr(offset, reader.offset(), stacks.heightMax());
  }

  private void body(FuncType type) {
    stacks.clear();
    stacks.pushCtrl(Opener.BODY, type);
    while (stacks.depth() > 0 && code.step()) {
      if (constant && !isConstant(code.opcode())) {
        fail(DecoderCode.CONSTANT_REQUIRED, "");
      }
      validate(code.opcode());
    }
  }

  private void validate(Opcode opcode) {
    switch (opcode.rule()) {
      case PLAIN -> plain(opcode);
      case MEMARG -> memArg(opcode);
      case MEMORY, TABLE -> indices(opcode);
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> local(opcode.rule());
      case GLOBAL_GET -> globalGet();
      case GLOBAL_SET -> globalSet();
      case BLOCK -> block(opcode == Opcode.LOOP ? Opener.LOOP : Opener.BLOCK);
      case IF -> {
        stacks.popVal(ValType.I32.code());
        block(Opener.IF);
      }
      case ELSE -> otherwise();
      case END -> end();
      case BR -> br();
      case BR_IF -> brIf();
      case BR_TABLE -> brTable();
      case RETURN -> {
        stacks.popLabelTypes(stacks.depth() - 1);
        stacks.unreachable();
      }
      case CALL -> call(functionType(code.index()));
      case CALL_INDIRECT -> callIndirect();
      case DROP -> stacks.popVal();
      case SELECT -> select();
      case SELECT_T -> selectTyped();
      case UNREACHABLE -> stacks.unreachable();
      case REF_NULL -> stacks.pushVal(code.valType().code());
      case REF_IS_NULL -> {
        stacks.popRef();
        stacks.pushVal(ValType.I32.code());
      }
      case REF_FUNC -> refFunc();
      default -> reader.malformed(DecoderCode.UNSUPPORTED, code.offset(), opcode.mnemonic());
    }
  }

  private void plain(Opcode opcode) {
    for (int i = opcode.operandCount() - 1; i >= 0; i--) {
      stacks.popVal(opcode.operand(i));
    }
    for (int i = 0; i < opcode.resultCount(); i++) {
      stacks.pushVal(opcode.result(i));
    }
  }

  private void memArg(Opcode opcode) {
    if (!memory(code.index())) {
      return;
    }
    if (code.align() > opcode.naturalAlign()) {
      fail(DecoderCode.ALIGNMENT_TOO_LARGE, "");
    }
    if (code.memOffset() >>> 32 != 0) {
      fail(DecoderCode.OFFSET_OUT_OF_RANGE, "");
    }
    resolved(opcode, ValType.FUNCREF);
  }

  /// Checks the indices of an instruction of tables, memories and segments.
  private void indices(Opcode opcode) {
    boolean exist =
        switch (opcode.immediate()) {
          case MEM -> memory(code.index());
          case MEM_MEM -> memory(code.index()) && memory(code.index2());
          case DATA -> data(code.index());
          case DATA_MEM -> memory(code.index2()) && data(code.index());
          case ELEM -> elem(code.index());
          case TABLE -> table(code.index());
          case TABLE_TABLE -> table(code.index()) && table(code.index2()) && tablesMatch();
          case ELEM_TABLE -> table(code.index2()) && elem(code.index()) && segmentMatches();
          default -> throw new Invariant.Violation("a row with this rule has indices");
        };
    if (exist) {
      boolean one = opcode.immediate() == Immediate.TABLE;
      resolved(opcode, one ? context.tables.get(code.index()).elem() : ValType.FUNCREF);
    }
  }

  private boolean tablesMatch() {
    ValType to = context.tables.get(code.index()).elem();
    ValType from = context.tables.get(code.index2()).elem();
    return match(to, from);
  }

  private boolean segmentMatches() {
    ValType to = context.tables.get(code.index2()).elem();
    ValType from = context.elems.get(code.index()).type();
    return match(to, from);
  }

  private boolean match(ValType expected, ValType actual) {
    if (expected != actual) {
      stacks.mismatch(expected.toString(), actual.toString());
    }
    return expected == actual;
  }

  /// The types of a row in which `addr` and `elem` stand for what is known here.
  private void resolved(Opcode opcode, ValType elem) {
    for (int i = opcode.operandCount() - 1; i >= 0; i--) {
      stacks.popVal(resolve(opcode.operand(i), elem));
    }
    for (int i = 0; i < opcode.resultCount(); i++) {
      stacks.pushVal(resolve(opcode.result(i), elem));
    }
  }

  private static int resolve(int type, ValType elem) {
    return switch (type) {
      case Opcode.ADDR, Opcode.ADDR2, Opcode.LEN -> ValType.I32.code();
      case Opcode.ELEM -> elem.code();
      default -> type;
    };
  }

  private void local(Rule rule) {
    int local = code.index();
    if (local < 0 || local >= code.localCount()) {
      fail(DecoderCode.UNKNOWN_LOCAL, Integer.toUnsignedString(local));
      return;
    }
    int type = code.localCode(local);
    if (rule != Rule.LOCAL_GET) {
      stacks.popVal(type);
    }
    if (rule != Rule.LOCAL_SET) {
      stacks.pushVal(type);
    }
  }

  private void globalGet() {
    GlobalType global = Context.at(context.globals, code.index());
    if (global == null) {
      fail(DecoderCode.UNKNOWN_GLOBAL, Integer.toUnsignedString(code.index()));
      return;
    }
    if (constant && global.mutable()) {
      fail(DecoderCode.CONSTANT_REQUIRED, "");
    }
    stacks.pushVal(global.type().code());
  }

  private void globalSet() {
    GlobalType global = Context.at(context.globals, code.index());
    if (global == null) {
      fail(DecoderCode.UNKNOWN_GLOBAL, Integer.toUnsignedString(code.index()));
      return;
    }
    if (!global.mutable()) {
      fail(DecoderCode.IMMUTABLE_GLOBAL, "");
    }
    stacks.popVal(global.type().code());
  }

  private void block(Opener opener) {
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
      stacks.popVal(ValType.I32.code());
      stacks.popLabelTypes(code.index());
      stacks.pushLabelTypes(code.index());
    }
  }

  private void brTable() {
    stacks.popVal(ValType.I32.code());
    int labels = code.labelCount();
    reader.within("branchTargets", labels - 1L, context.limits.branchTargets());
    int arity = -1;
    for (int i = 0; i < labels && reader.ok(); i++) {
      int label = code.nextLabel();
      if (!stacks.labelExists(label)) {
        return;
      }
      int found = stacks.labelArity(label);
      if (arity >= 0 && found != arity) {
        stacks.mismatch(arity + " values", Integer.toString(found));
      }
      arity = found;
      stacks.checkLabelTypes(label);
    }
    stacks.unreachable();
  }

  private void call(@Nullable FuncType type) {
    if (type != null) {
      stacks.popParams(type);
      stacks.pushResults(type);
    }
  }

  private void callIndirect() {
    if (!table(code.index2())) {
      return;
    }
    if (!match(ValType.FUNCREF, context.tables.get(code.index2()).elem())) {
      return;
    }
    FuncType type = context.funcType(code.index());
    if (type == null) {
      fail(DecoderCode.UNKNOWN_TYPE, Integer.toUnsignedString(code.index()));
    }
    stacks.popVal(ValType.I32.code());
    call(type);
  }

  private void select() {
    stacks.popVal(ValType.I32.code());
    int second = stacks.popVal();
    int first = stacks.popVal();
    int bot = ValType.BOT.code();
    if (ValType.isRef(first) || ValType.isRef(second)) {
      stacks.mismatch("a number or vector", "a reference");
    } else if (first != second && first != bot && second != bot) {
      stacks.mismatch("two values of a type", "two types");
    }
    stacks.pushVal(first == bot ? second : first);
  }

  private void selectTyped() {
    if (code.valTypeCount() != 1) {
      fail(DecoderCode.INVALID_RESULT_ARITY, Integer.toString(code.valTypeCount()));
      return;
    }
    int type = code.valType().code();
    stacks.popVal(ValType.I32.code());
    stacks.popVal(type);
    stacks.popVal(type);
    stacks.pushVal(type);
  }

  /// `ref.func`: outside of function bodies it declares, inside it needs a declaration.
  private void refFunc() {
    if (functionType(code.index()) == null) {
      return;
    }
    if (constant) {
      declaredRefs.set(code.index());
    } else if (!declaredRefs.get(code.index())) {
      fail(DecoderCode.UNDECLARED_REF, Integer.toString(code.index()));
    }
    stacks.pushVal(ValType.FUNCREF.code());
  }

  private static boolean isConstant(Opcode opcode) {
    return switch (opcode) {
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST, GLOBAL_GET, REF_NULL, REF_FUNC, END -> true;
      case I32_ADD, I32_SUB, I32_MUL, I64_ADD, I64_SUB, I64_MUL -> true;
      default -> false;
    };
  }

  private @Nullable FuncType functionType(int index) {
    FuncType type = Context.at(context.funcs, index);
    if (type == null) {
      fail(DecoderCode.UNKNOWN_FUNC, Integer.toUnsignedString(index));
    }
    return type;
  }

  private boolean memory(int index) {
    return exists(context.mems, index, DecoderCode.UNKNOWN_MEMORY);
  }

  private boolean table(int index) {
    return exists(context.tables, index, DecoderCode.UNKNOWN_TABLE);
  }

  private boolean elem(int index) {
    return exists(context.elems, index, DecoderCode.UNKNOWN_ELEM);
  }

  /// Data segments follow the code: their number is announced.
  private boolean data(int index) {
    if (context.dataCount == Context.NO_DATA_COUNT) {
      reader.malformed(DecoderCode.DATA_COUNT_REQUIRED, code.offset(), "");
      return false;
    }
    if (Integer.compareUnsigned(index, context.dataCount) >= 0) {
      fail(DecoderCode.UNKNOWN_DATA, Integer.toUnsignedString(index));
    }
    return reader.ok();
  }

  private boolean exists(List<?> space, int index, DecoderCode unknown) {
    if (index < 0 || index >= space.size()) {
      fail(unknown, Integer.toUnsignedString(index));
      return false;
    }
    return true;
  }

  private void fail(DecoderCode rule, String subject) {
    reader.invalid(rule, code.offset(), subject);
  }
}
