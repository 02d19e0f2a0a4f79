package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.ValidationStacks.Opener;
import java.util.BitSet;

/// Validates function bodies and constant expressions while they are decoded.
///
/// This is the algorithm of the core specification, appendix "Validation Algorithm": one pass, a
/// value stack and a control stack ({@link ValidationStacks}), a rule for each instruction. Most
/// rules are the types of a row of {@link Opcode}; those of their own are methods named after the
/// instruction, here or in the class of their family: {@link ControlRules}, {@link MemoryRules},
/// {@link AggregateRules}. Values match types by subtyping ({@link TypeMatching}), after equal
/// codes have been tried. Nothing is allocated for an instruction: the stacks grow, within limits,
/// to the largest body of the module.
///
/// What this is not: a translation. The engine reads the same bytes again and may rely on all that
/// is checked here.
// [impl->req~core-validation~1]
final class CodeValidator {
  private static final int I32 = ValType.I32.code();

  private final Context context;
  private final ByteReader reader;
  private final CodeReader code;
  private final ValidationStacks stacks;
  private final IndexSpaces spaces;
  private final ControlRules control;
  private final MemoryRules memory;
  private final AggregateRules aggregates;

  /// Functions that `ref.func` may name: those that something outside of function bodies refers to.
  private final BitSet declaredRefs;

  private boolean constant;

  CodeValidator(Context context, ByteReader reader, Storage scratch, BitSet declaredRefs) {
    this.context = context;
    this.reader = reader;
    this.declaredRefs = declaredRefs;
    code = new CodeReader(context, reader, scratch);
    stacks = new ValidationStacks(context, reader, code, scratch);
    spaces = new IndexSpaces(context, reader, code);
    control = new ControlRules(context, code, reader, spaces, stacks);
    memory = new MemoryRules(code, reader, spaces, stacks, new TypeMatching(context.types));
    aggregates = new AggregateRules(context, code, reader, spaces, stacks);
  }

  /// Decodes and validates a function: local declarations and body.
  Func function(int typeidx) {
    int localsOffset = reader.offset();
    FuncType type = context.funcType(typeidx);
    if (type == null) {
      throw new Invariant.Violation("a function has a function type");
    }
    code.locals().expand(type);
    context.localsMax = Math.max(context.localsMax, code.localCount());
    int bodyOffset = reader.offset();
    constant = false;
    stacks.inits().begin(type.paramCount());
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
    stacks.inits().begin();
    body(FuncType.ofResult(type.code()));
    reader.within("constBytes", reader.offset() - offset, context.limits.constBytes());
    return new ConstExpr(offset, reader.offset(), stacks.heightMax());
  }

  private void body(FuncType type) {
    stacks.clear();
    stacks.pushCtrl(Opener.BODY, type);
    while (stacks.depth() > 0 && code.step()) {
      if (constant && !isConstant(code.opcode())) {
        notConstant();
        return;
      }
      validate(code.opcode());
    }
  }

  /// Fails because of an instruction that is not constant, after the rest of the expression has
  /// been decoded: what is malformed in it counts first.
  private void notConstant() {
    int offset = code.offset();
    String subject = code.opcode().mnemonic();
    int depth = 1;
    boolean more = true;
    while (more) {
      depth += nesting(code.opcode());
      more = depth > 0 && code.step();
    }
    reader.invalid(DecoderCode.CONSTANT_REQUIRED, offset, subject);
  }

  /// Number of `end`s that an instruction asks for.
  private static int nesting(Opcode row) {
    return switch (row.rule()) {
      case BLOCK, IF, TRY_TABLE, TRY -> 1;
      case END, DELEGATE -> -1;
      default -> 0;
    };
  }

  private void validate(Opcode row) {
    switch (row.family()) {
      case PLAIN -> plain(row);
      case MEMORY, TABLE, VECTOR, ATOMIC -> memory(row);
      case VARIABLE -> variable(row.rule());
      case PARAMETRIC -> parametric(row.rule());
      case CONTROL -> control.validate(row);
      case REFERENCE -> reference(row);
      default -> aggregates.validate(row);
    }
  }

  private void plain(Opcode row) {
    for (int i = row.operandCount() - 1; i >= 0; i--) {
      stacks.popVal(row.operand(i));
    }
    for (int i = 0; i < row.resultCount(); i++) {
      stacks.pushVal(row.result(i));
    }
  }

  /// A row of memories, tables, vectors or atomic accesses.
  void memory(Opcode row) {
    switch (row.rule()) {
      case MEMARG -> memory.memArg(row);
      case MEMORY -> memory.memory(row);
      case TABLE -> memory.table(row);
      case VECTOR, FENCE -> plain(row);
      case VECTOR_MEMORY -> {
        memory.memArg(row);
        if (row.immediate() == Immediate.MEMARG_LANE) {
          memory.lane(row);
        }
      }
      case LANE -> {
        memory.lane(row);
        plain(row);
      }
      case LANES -> {
        memory.lanes();
        plain(row);
      }
      case ATOMIC -> memory.atomic(row);
      default -> throw new Invariant.Violation("a row of memories has a rule for them");
    }
  }

  private void variable(Rule rule) {
    switch (rule) {
      case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> local(rule);
      default -> global(rule);
    }
  }

  private void local(Rule rule) {
    int local = code.index();
    if (local < 0 || local >= code.localCount()) {
      spaces.fail(DecoderCode.UNKNOWN_LOCAL, Integer.toUnsignedString(local));
      return;
    }
    int type = code.localCode(local);
    if (rule != Rule.LOCAL_GET) {
      stacks.popVal(type);
      stacks.inits().set(local);
    } else if (!stacks.inits().isSet(local)) {
      spaces.fail(DecoderCode.UNINITIALIZED_LOCAL, Integer.toString(local));
    }
    if (rule != Rule.LOCAL_SET) {
      stacks.pushVal(type);
    }
  }

  private void global(Rule rule) {
    GlobalType global = spaces.global(code.index());
    if (global == null) {
      return;
    }
    int type = global.type().code();
    if (rule == Rule.GLOBAL_GET) {
      if (constant && global.mutable()) {
        spaces.fail(DecoderCode.CONSTANT_REQUIRED, "");
      }
      stacks.pushVal(type);
    } else {
      if (!global.mutable()) {
        spaces.fail(DecoderCode.IMMUTABLE_GLOBAL, "");
      }
      stacks.popVal(type);
    }
  }

  private void parametric(Rule rule) {
    switch (rule) {
      case DROP -> stacks.popVal();
      case SELECT -> select();
      default -> selectTyped();
    }
  }

  private void select() {
    stacks.popVal(I32);
    int second = stacks.popVal();
    int first = stacks.popVal();
    int bot = ValType.BOT.code();
    if (ValType.isRef(first) || ValType.isRef(second)) {
      stacks.mismatch("a number or vector", "a reference");
    } else if (first != second && first != bot && second != bot) {
      stacks.mismatch(ValType.text(first), ValType.text(second));
    }
    stacks.pushVal(first == bot ? second : first);
  }

  private void selectTyped() {
    if (code.typeCount() != 1) {
      spaces.fail(DecoderCode.INVALID_RESULT_ARITY, Integer.toString(code.typeCount()));
      return;
    }
    int type = code.typeCode();
    stacks.popVal(I32);
    stacks.popVal(type);
    stacks.popVal(type);
    stacks.pushVal(type);
  }

  private void reference(Opcode row) {
    switch (row.rule()) {
      case REF_NULL -> stacks.pushVal(code.typeCode());
      case REF_IS_NULL -> {
        stacks.popRef();
        stacks.pushVal(I32);
      }
      case REF_AS_NON_NULL -> stacks.pushVal(ValType.ref(false, ValType.heap(stacks.popRef())));
      case REF_FUNC -> refFunc();
      default -> plain(row);
    }
  }

  /// `ref.func`: outside of function bodies it declares, inside it needs a declaration.
  private void refFunc() {
    if (spaces.func(code.index()) == null) {
      return;
    }
    if (constant) {
      declaredRefs.set(code.index());
    } else if (!declaredRefs.get(code.index())) {
      spaces.fail(DecoderCode.UNDECLARED_REF, Integer.toString(code.index()));
    }
    stacks.pushVal(ValType.ref(false, spaces.heapOfFunc(code.index())));
  }

  private static boolean isConstant(Opcode opcode) {
    return switch (opcode) {
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST, V128_CONST -> true;
      case I32_ADD, I32_SUB, I32_MUL, I64_ADD, I64_SUB, I64_MUL -> true;
      case GLOBAL_GET, REF_NULL, REF_FUNC, REF_I31, END -> true;
      case STRUCT_NEW, STRUCT_NEW_DEFAULT -> true;
      case ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED -> true;
      case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> true;
      default -> false;
    };
  }
}
