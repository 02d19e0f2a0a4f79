package dev.wrt.decoder.core.text;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.Immediate;
import dev.wrt.decoder.core.Opcode;

/// Prints instructions, by the immediates of their rows (core specification, `text/instructions`).
///
/// Immediates of a fixed number are gathered, because the text has some of them in another order;
/// vectors of them are printed as they come.
final class InstrPrinter {
  private static final int OPERANDS_MAX = 4;
  private static final int CODE_INDENT = 2;
  private static final int HAS_MEMORY = 0x40;
  private static final String[] CATCHES = {"catch", "catch_ref", "catch_all", "catch_all_ref"};

  private final TextLines out;
  private final Names names;
  private final long[] operands = new long[OPERANDS_MAX];
  private int operandCount;
  private int depth;
  private int funcidx;
  private int labelCount;
  private boolean inCode;
  private boolean catching;
  private Opcode row = Opcode.NOP;

  InstrPrinter(TextLines out, Names names) {
    this.out = out;
    this.names = names;
  }

  /// A function's instructions follow.
  void enterCode(int function) {
    inCode = true;
    depth = 0;
    labelCount = 0;
    funcidx = function;
  }

  /// A constant expression follows.
  void enterConst() {
    inCode = false;
    depth = 0;
  }

  void item(Item item) {
    Opcode found = item.opcode();
    if (found != null) {
      begin(found);
    } else if (item.role() != Role.PREFIX) {
      immediate(item);
    }
  }

  private void immediate(Item item) {
    switch (row.immediate()) {
      case LABELS, VAL_TYPES, CATCHES, BLOCK_TYPE -> stream(item);
      default -> gather(item);
    }
  }

  private void begin(Opcode found) {
    row = found;
    operandCount = 0;
    catching = false;
    depth += Math.min(CodeListing.nesting(row), 0);
    if (depth >= 0 && inCode) {
      int outside = isMiddle() ? 1 : 0;
      out.indent(CODE_INDENT + depth - outside);
      out.line();
      out.add(row.mnemonic());
    } else if (depth >= 0) {
      out.add(" (" + row.mnemonic());
    }
    if (CodeListing.nesting(row) > 0) {
      blockId();
    }
  }

  private boolean isMiddle() {
    return row == Opcode.ELSE || row == Opcode.CATCH || row == Opcode.CATCH_ALL;
  }

  private void blockId() {
    depth++;
    String id = names.label(funcidx, labelCount++);
    if (id != null) {
      out.word(id);
    }
    out.comment("@" + depth);
  }

  private void gather(Item item) {
    Invariant.check(operandCount < OPERANDS_MAX, "an instruction has few immediates");
    operands[operandCount++] = item.value();
    if (item.form() == Form.FIXED128) {
      operands[operandCount++] = item.high();
    }
  }

  private void stream(Item item) {
    switch (item.role()) {
      case LABEL -> {
        label(item.index());
        if (catching) {
          out.add(")");
        }
      }
      case VAL_TYPE -> out.word("(result " + TypeTexts.type(item, names) + ")");
      case BLOCK_TYPE -> {
        if (item.value() != CodeListing.EMPTY_BLOCK) {
          out.word("(result " + TypeTexts.type(item, names) + ")");
        }
      }
      case TYPE -> out.word("(type " + names.reference(Role.TYPE, item.index()) + ")");
      case CATCH -> {
        catching = true;
        out.word("(" + CATCHES[item.index() & 3]);
      }
      case TAG -> reference(Role.TAG, item.value());
      default -> {}
    }
  }

  /// Ends an instruction.
  void end() {
    if (depth < 0) {
      return;
    }
    immediates(row.immediate());
    if (!inCode) {
      out.add(")");
    }
  }

  private void immediates(Immediate kind) {
    switch (kind) {
      case NONE, BLOCK_TYPE, CATCHES, LABELS, VAL_TYPES, ZERO_BYTE -> {}
      case LABEL -> label((int) operands[0]);
      case FUNC -> reference(Role.FUNC, operands[0]);
      case TAG -> reference(Role.TAG, operands[0]);
      case TYPE -> reference(Role.TYPE, operands[0]);
      case LOCAL -> local((int) operands[0]);
      case GLOBAL -> reference(Role.GLOBAL, operands[0]);
      case TABLE -> reference(Role.TABLE, operands[0]);
      case ELEM -> reference(Role.ELEM, operands[0]);
      case DATA -> reference(Role.DATA, operands[0]);
      case MEM -> unlessDefault(Role.MEM, operands[0]);
      case TYPE_FIELD -> field();
      case TYPE_COUNT -> {
        reference(Role.TYPE, operands[0]);
        out.word(Long.toString(operands[1]));
      }
      case TYPE_TYPE -> references(Role.TYPE, Role.TYPE);
      case TYPE_DATA -> references(Role.TYPE, Role.DATA);
      case TYPE_ELEM -> references(Role.TYPE, Role.ELEM);
      case TABLE_TABLE -> references(Role.TABLE, Role.TABLE);
      case TYPE_TABLE -> {
        unlessDefault(Role.TABLE, operands[1]);
        out.word("(type " + names.reference(Role.TYPE, (int) operands[0]) + ")");
      }
      case ELEM_TABLE -> {
        unlessDefault(Role.TABLE, operands[1]);
        reference(Role.ELEM, operands[0]);
      }
      case DATA_MEM -> {
        unlessDefault(Role.MEM, operands[1]);
        reference(Role.DATA, operands[0]);
      }
      case MEM_MEM -> {
        if ((operands[0] | operands[1]) != 0) {
          references(Role.MEM, Role.MEM);
        }
      }
      case MEMARG, MEMARG_LANE -> memarg(kind);
      case HEAP_TYPE -> out.word(heapType());
      case CAST -> cast();
      default -> constant(kind);
    }
  }

  private void constant(Immediate kind) {
    switch (kind) {
      case I32, I64, LANE -> out.word(Long.toString(operands[0]));
      case F32 -> out.word(Texts.f32((int) operands[0]));
      case F64 -> out.word(Texts.f64(operands[0]));
      case V128 -> out.word(Texts.v128(operands[0], operands[1]));
      case LANES -> out.word(Texts.lanes(operands[0], operands[1]));
      default -> throw new Invariant.Violation("each kind of immediate is printed");
    }
  }

  private void reference(Role space, long index) {
    out.word(names.reference(space, (int) index));
  }

  private void references(Role first, Role second) {
    reference(first, operands[0]);
    reference(second, operands[1]);
  }

  private void unlessDefault(Role space, long index) {
    if (index != 0) {
      reference(space, index);
    }
  }

  private void local(int localidx) {
    out.word(Names.or(names.local(funcidx, localidx), localidx));
  }

  private void field() {
    reference(Role.TYPE, operands[0]);
    int fieldidx = (int) operands[1];
    out.word(Names.or(names.field((int) operands[0], fieldidx), fieldidx));
  }

  private void label(int labelidx) {
    out.word(Integer.toUnsignedString(labelidx));
    int target = CodeListing.nesting(row) > 0 ? depth - 1 - labelidx : depth - labelidx;
    out.comment("@" + target);
  }

  private void memarg(Immediate kind) {
    int next = 1;
    if ((operands[0] & HAS_MEMORY) != 0) {
      unlessDefault(Role.MEM, operands[next]);
      if (operands[next++] == 0) {
        out.comment("memory 0 is named");
      }
    }
    if (operands[next] != 0) {
      out.word("offset=" + Long.toUnsignedString(operands[next]));
    }
    int align = (int) operands[0] & (HAS_MEMORY - 1);
    if (align != row.naturalAlign()) {
      out.word("align=" + Long.toUnsignedString(1L << align));
    }
    if (kind == Immediate.MEMARG_LANE) {
      out.word(Long.toString(operands[next + 1]));
    }
  }

  private String heapType() {
    return switch (row) {
      case REF_TEST, REF_CAST -> TypeTexts.ref(false, operands[0], names);
      case REF_TEST_NULL, REF_CAST_NULL -> TypeTexts.ref(true, operands[0], names);
      default -> TypeTexts.heapType(operands[0], names);
    };
  }

  private void cast() {
    label((int) operands[1]);
    out.word(TypeTexts.ref((operands[0] & 1) != 0, operands[2], names));
    out.word(TypeTexts.ref((operands[0] & 2) != 0, operands[3], names));
  }
}
