package dev.wrt.decoder.core.text;

import dev.wrt.decoder.core.Immediate;
import dev.wrt.decoder.core.Opcode;

/// Lists instructions: an opcode's row says which immediates follow, and nothing else is known of
/// it.
final class CodeListing {
  static final int EMPTY_BLOCK = 0x40;
  private static final int HAS_MEMORY = 0x40;
  private static final int CATCH_ALL = 2;

  private final ItemReader in;

  CodeListing(ItemReader in) {
    this.in = in;
  }

  /// Lists instructions up to the `end` that belongs to none of them, that one included.
  void expr() {
    int depth = 0;
    while (depth >= 0 && in.ok()) {
      in.begin(Part.INSTR);
      Opcode row = in.opcode();
      if (row != null) {
        immediates(row.immediate());
        depth += nesting(row);
      }
      in.end(Part.INSTR);
    }
  }

  /// How much deeper the next instruction is: what has a block type opens a block.
  static int nesting(Opcode row) {
    boolean opens = row.immediate() == Immediate.BLOCK_TYPE || row.immediate() == Immediate.CATCHES;
    boolean closes = row == Opcode.END || row == Opcode.DELEGATE;
    return opens ? 1 : closes ? -1 : 0;
  }

  private void immediates(Immediate kind) {
    switch (kind) {
      case NONE -> {}
      case BLOCK_TYPE -> blockType();
      case CATCHES -> catches();
      case LABELS -> labels();
      case MEMARG -> memarg();
      case MEMARG_LANE -> {
        memarg();
        in.u8(Role.LANE);
      }
      case VAL_TYPES -> valTypes();
      case CAST -> cast();
      case HEAP_TYPE -> in.s33(Role.HEAP_TYPE);
      case LANE -> in.u8(Role.LANE);
      case LANES -> in.fixed128(Role.LANE);
      case ZERO_BYTE -> in.u8(Role.ZERO);
      case I32 -> in.s32(Role.CONST);
      case I64 -> in.s64(Role.CONST);
      case F32 -> in.fixed32(Role.CONST);
      case F64 -> in.fixed64(Role.CONST);
      case V128 -> in.fixed128(Role.CONST);
      case LABEL -> in.u32(Role.LABEL);
      case FUNC -> in.u32(Role.FUNC);
      case TAG -> in.u32(Role.TAG);
      case TYPE -> in.u32(Role.TYPE);
      case LOCAL -> in.u32(Role.LOCAL);
      case GLOBAL -> in.u32(Role.GLOBAL);
      case TABLE -> in.u32(Role.TABLE);
      case ELEM -> in.u32(Role.ELEM);
      case MEM -> in.u32(Role.MEM);
      case DATA -> in.u32(Role.DATA);
      case TYPE_FIELD -> indices(Role.TYPE, Role.FIELD);
      case TYPE_COUNT -> indices(Role.TYPE, Role.ELEMENTS);
      case TYPE_TYPE -> indices(Role.TYPE, Role.TYPE);
      case TYPE_DATA -> indices(Role.TYPE, Role.DATA);
      case TYPE_ELEM -> indices(Role.TYPE, Role.ELEM);
      case TYPE_TABLE -> indices(Role.TYPE, Role.TABLE);
      case TABLE_TABLE -> indices(Role.TABLE, Role.TABLE);
      case ELEM_TABLE -> indices(Role.ELEM, Role.TABLE);
      case MEM_MEM -> indices(Role.MEM, Role.MEM);
      case DATA_MEM -> indices(Role.DATA, Role.MEM);
    }
  }

  private void indices(Role first, Role second) {
    in.u32(first);
    in.u32(second);
  }

  private void blockType() {
    int first = in.reader.peek();
    if (first >= EMPTY_BLOCK && first < 0x80) {
      in.type(Role.BLOCK_TYPE);
    } else {
      in.s33(Role.TYPE);
    }
  }

  private void catches() {
    blockType();
    int count = in.count();
    for (int i = 0; i < count && in.ok(); i++) {
      if (in.u8(Role.CATCH) < CATCH_ALL) {
        in.u32(Role.TAG);
      }
      in.u32(Role.LABEL);
    }
  }

  private void labels() {
    int count = in.count();
    for (int i = 0; i <= count && in.ok(); i++) {
      in.u32(Role.LABEL);
    }
  }

  private void memarg() {
    if ((in.u32(Role.MEMARG) & HAS_MEMORY) != 0) {
      in.u32(Role.MEM);
    }
    in.u64(Role.OFFSET);
  }

  private void valTypes() {
    int count = in.count();
    for (int i = 0; i < count && in.ok(); i++) {
      in.type(Role.VAL_TYPE);
    }
  }

  private void cast() {
    in.u8(Role.CAST);
    in.u32(Role.LABEL);
    in.s33(Role.HEAP_TYPE);
    in.s33(Role.HEAP_TYPE);
  }
}
