package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;

/// Samples of every instruction, in a module that has one of everything.
final class Samples {
  private Samples() {}

  /// A module with a memory, table, global, tag, segment of each kind, the types of {@link #TYPES},
  /// and one function `[] -> []` with a local and a body.
  static byte[] module(byte[] body) {
    return module(0, bytes(body, Wasm.END), section(11, 1, 1, 0));
  }

  /// The same module with a 64-bit memory and table.
  static byte[] wideModule(byte[] body) {
    return module(4, bytes(body, Wasm.END), section(11, 1, 1, 0));
  }

  /// The same module ending inside of the body.
  static byte[] cut(byte[] body) {
    return module(0, body, new byte[0]);
  }

  private static byte[] module(int address, byte[] body, byte[] datas) {
    byte[] code = bytes(1, 1, Wasm.I32, body);
    return Wasm.module(
        bytes(
            section(1, TYPES),
            section(3, 1, 0),
            section(4, 1, Wasm.FUNCREF, address, 1),
            section(5, 1, address, 1),
            section(13, 1, 0, 0),
            section(6, 1, Wasm.I32, 1, 0x41, 0, Wasm.END),
            section(9, 1, 1, 0, 1, 0),
            section(12, 1)),
        section(10, 1, u32(code.length), code),
        datas);
  }

  /// `[] -> []`, a structure of `i32` and `i8`, arrays of `i32`, of `i8` and of `funcref`, all
  /// mutable.
  private static final byte[] TYPES =
      bytes(
          bytes(5, 0x60, 0, 0),
          bytes(0x5F, 2, Wasm.I32, 1, 0x78, 1),
          bytes(0x5E, Wasm.I32, 1, 0x5E, 0x78, 1, 0x5E, Wasm.FUNCREF, 1));

  private static final int FUNC_TYPE = 0;
  private static final int STRUCT = 1;
  private static final int ARRAY = 2;
  private static final int PACKED_ARRAY = 3;
  private static final int REF_ARRAY = 4;

  /// A module with every section, every kind of import, export and segment, and names.
  static byte[] all() {
    byte[] code = bytes(1, 2, Wasm.I64, 0x41, 1, 0x0E, 1, 0, 0, Wasm.END);
    byte[] constant = bytes(0x41, 0, Wasm.END);
    byte[] nullRef = bytes(0xD0, Wasm.FUNCREF, Wasm.END);
    byte[] funcRef = bytes(0xD2, 0, Wasm.END);
    return Wasm.module(
        bytes(
            section(1, 2, 0x60, 0, 0, 0x60, 2, Wasm.I32, Wasm.F64, 1, Wasm.F32),
            section(
                2,
                bytes(4, "m", "f", 0, 1, "m", "t", 1, Wasm.FUNCREF, 1, 2, 3),
                bytes("m", "m", 2, 1, 1, 2, "m", "g", 3, Wasm.I32, 0)),
            section(3, 2, 0, 0),
            section(4, 2, Wasm.FUNCREF, 0, 5, 0x40, 0, Wasm.FUNCREF, 1, 1, 9, funcRef),
            section(6, 2, Wasm.I32, 1, constant, Wasm.I32, 0, 0x23, 0, Wasm.END),
            section(7, 4, "f", 0, 1, "t", 1, 1, "m", 2, 0, "g", 3, 1),
            section(8, 1),
            section(
                9,
                bytes(8, 4, constant, 0, 0, constant, 1, 2),
                bytes(1, 0, 1, 1, 2, 1, constant, 0, 1, 2, 3, 0, 1, 0),
                bytes(5, Wasm.FUNCREF, 1, nullRef),
                bytes(6, 1, constant, Wasm.FUNCREF, 1, funcRef, 7, Wasm.FUNCREF, 1, funcRef)),
            section(12, 3)),
        section(10, 2, u32(code.length), code, 2, 0, Wasm.END),
        section(11, 3, 0, constant, 2, 97, 98, 1, 1, 99, 2, 0, constant, 0),
        names());
  }

  /// Names of the module, of two functions and of the locals of one.
  static byte[] names() {
    return section(
        0,
        "name",
        section(0, "mod"),
        section(1, 2, 0, "imported", 1, "first"),
        section(2, 1, 1, 2, 0, "a", 1, "b"),
        section(9, 1, 2, 3));
  }

  /// The instruction with the least immediates that are valid in the module.
  static byte[] instruction(Opcode row) {
    return bytes(code(row), immediates(row));
  }

  /// The instruction after and before `unreachable`, in the block that it needs.
  static byte[] anyStack(Opcode row) {
    byte[] it = instruction(row);
    byte[] sample =
        switch (row) {
          case BLOCK, LOOP, IF, TRY, TRY_TABLE -> bytes(it, Wasm.END);
          case ELSE -> bytes(instruction(Opcode.IF), 0, it, 0, Wasm.END);
          case END -> bytes(instruction(Opcode.BLOCK), 0, Wasm.END);
          case CATCH, CATCH_ALL -> bytes(instruction(Opcode.TRY), it, Wasm.END);
          case DELEGATE -> bytes(instruction(Opcode.TRY), it);
          case RETHROW ->
              bytes(instruction(Opcode.TRY), instruction(Opcode.CATCH_ALL), it, Wasm.END);
          case BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL ->
              bytes(Opcode.BLOCK.code(), Wasm.ANYREF, 0, it, 0, Wasm.END);
          default -> it;
        };
    return bytes(0, sample, 0);
  }

  /// The instruction on the operands it states, the results dropped one by one.
  ///
  /// @param wrong which operand has another type, or -1
  /// @param address type of addresses
  static byte[] applied(Opcode row, int wrong, int address) {
    byte[] body = {};
    for (int i = 0; i < row.operandCount(); i++) {
      int type = type(row, row.operand(i), address);
      body = bytes(body, constant(i == wrong ? type == Wasm.I32 ? Wasm.F64 : Wasm.I32 : type));
    }
    body = bytes(body, instruction(row));
    for (int i = row.resultCount() - 1; i >= 0; i--) {
      body = bytes(body, use(type(row, row.result(i), address)));
    }
    return body;
  }

  /// What a word of a row stands for in the module.
  private static int type(Opcode row, int word, int address) {
    return switch (word) {
      case Opcode.ADDR, Opcode.ADDR2, Opcode.LEN -> address;
      case Opcode.ELEM -> Wasm.FUNCREF;
      case Opcode.LOCAL, Opcode.GLOBAL -> Wasm.I32;
      case Opcode.FIELD -> row.immediate() == Immediate.TYPE_ELEM ? Wasm.FUNCREF : Wasm.I32;
      case Opcode.REF -> ValType.ref(false, HeapType.ofTypeidx(typeidx(row)));
      case Opcode.REF_NULL_X, Opcode.REF_NULL_Y ->
          ValType.ref(true, HeapType.ofTypeidx(typeidx(row)));
      case Opcode.TYPE, Opcode.TOP -> Wasm.ANYREF;
      default -> word;
    };
  }

  private static byte[] code(Opcode row) {
    return row.prefix() == 0 ? bytes(row.code()) : bytes(row.prefix(), u32(row.code()));
  }

  /// The type that a row can work on.
  private static int typeidx(Opcode row) {
    return switch (row.immediate()) {
      case TYPE_FIELD -> STRUCT;
      case TYPE_ELEM -> REF_ARRAY;
      case TYPE ->
          switch (row) {
            case STRUCT_NEW, STRUCT_NEW_DEFAULT -> STRUCT;
            case ARRAY_GET_S, ARRAY_GET_U -> PACKED_ARRAY;
            case CALL_REF, RETURN_CALL_REF -> FUNC_TYPE;
            default -> ARRAY;
          };
      default -> ARRAY;
    };
  }

  private static byte[] immediates(Opcode row) {
    boolean extended = row == Opcode.STRUCT_GET_S || row == Opcode.STRUCT_GET_U;
    return switch (row.immediate()) {
      case NONE -> bytes();
      case BLOCK_TYPE -> bytes(Wasm.EMPTY);
      case CATCHES -> bytes(Wasm.EMPTY, 1, 0, 0, 0);
      case HEAP_TYPE -> bytes(Wasm.ANYREF);
      case CAST -> bytes(3, 0, Wasm.ANYREF, Wasm.ANYREF);
      case VAL_TYPES -> bytes(1, Wasm.I32);
      case LABELS, TYPE_TABLE, TABLE_TABLE, MEM_MEM, ELEM_TABLE, DATA_MEM -> bytes(0, 0);
      case MEMARG -> bytes(row.naturalAlign(), 0);
      case MEMARG_LANE -> bytes(row.naturalAlign(), 0, 0);
      case LABEL, FUNC, LOCAL, GLOBAL, TABLE, ELEM, MEM, DATA, TAG, I32, I64 -> bytes(0);
      case LANE, ZERO_BYTE -> bytes(0);
      case TYPE -> bytes(typeidx(row));
      case TYPE_FIELD -> bytes(typeidx(row), extended ? 1 : 0);
      case TYPE_COUNT -> bytes(typeidx(row), 0);
      case TYPE_TYPE -> bytes(typeidx(row), typeidx(row));
      case TYPE_DATA, TYPE_ELEM -> bytes(typeidx(row), 0);
      case F32 -> new byte[4];
      case F64 -> new byte[8];
      case LANES, V128 -> new byte[16];
    };
  }

  private static byte[] constant(int type) {
    return switch (type) {
      case Wasm.I32 -> bytes(0x41, 0);
      case Wasm.I64 -> bytes(0x42, 0);
      case Wasm.F32 -> bytes(0x43, new byte[4]);
      case Wasm.F64 -> bytes(0x44, new byte[8]);
      case Wasm.V128 -> bytes(0xFD, 0x0C, new byte[16]);
      default -> bytes(0xD0, heapType(ValType.heap(type)));
    };
  }

  private static int heapType(int heap) {
    return HeapType.isTypeidx(heap) ? HeapType.typeidx(heap) : heap;
  }

  /// Pops a value by an instruction that takes its type only.
  private static byte[] use(int type) {
    return switch (type) {
      case Wasm.I32 -> bytes(0x45, 0x1A);
      case Wasm.I64 -> bytes(0x50, 0x1A);
      case Wasm.F32 -> bytes(0x8C, 0x1A);
      case Wasm.F64 -> bytes(0x9A, 0x1A);
      case Wasm.V128 -> bytes(0xFD, 0x4D, 0x1A);
      default ->
          bytes(0xFB, ValType.nullable(type) ? 0x15 : 0x14, heapType(ValType.heap(type)), 0x1A);
    };
  }
}
