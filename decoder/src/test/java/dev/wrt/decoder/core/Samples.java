package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;

/// Samples of every instruction, in a module that has one of everything.
final class Samples {
  private Samples() {}

  /// A module with a memory, table, global, segment of each kind, and one function `[] -> []` with
  /// a local and a body.
  static byte[] module(byte[] body) {
    byte[] code = bytes(1, 1, Wasm.I32, body, Wasm.END);
    return Wasm.module(
        Wasm.noType(),
        section(3, 1, 0),
        section(4, 1, Wasm.FUNCREF, 0, 1),
        section(5, 1, 0, 1),
        section(6, 1, Wasm.I32, 1, 0x41, 0, Wasm.END),
        section(9, 1, 1, 0, 1, 0),
        section(12, 1),
        section(10, 1, u32(code.length), code),
        section(11, 1, 1, 0));
  }

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

  /// The same module ending inside of the body.
  static byte[] cut(byte[] body) {
    byte[] code = bytes(1, 1, Wasm.I32, body);
    return Wasm.module(
        Wasm.noType(),
        section(3, 1, 0),
        section(4, 1, Wasm.FUNCREF, 0, 1),
        section(5, 1, 0, 1),
        section(6, 1, Wasm.I32, 1, 0x41, 0, Wasm.END),
        section(9, 1, 1, 0, 1, 0),
        section(12, 1),
        section(10, 1, u32(code.length), code));
  }

  /// The instruction with immediates 0.
  static byte[] instruction(Opcode row) {
    return bytes(code(row), immediates(row));
  }

  /// The instruction after and before `unreachable`.
  static byte[] anyStack(Opcode row) {
    byte[] sample =
        switch (row) {
          case BLOCK, LOOP, IF -> bytes(instruction(row), Wasm.END);
          case ELSE -> bytes(instruction(Opcode.IF), 0, row.code(), 0, Wasm.END);
          case END -> bytes(instruction(Opcode.BLOCK), 0, Wasm.END);
          default -> instruction(row);
        };
    return bytes(0, sample, 0);
  }

  /// The instruction on the operands it states, the results dropped one by one.
  ///
  /// @param wrong which operand has another type, or -1
  static byte[] applied(Opcode row, int wrong) {
    byte[] body = {};
    for (int i = 0; i < row.operandCount(); i++) {
      int type = row.operand(i);
      body = bytes(body, constant(i == wrong ? type == Wasm.I32 ? Wasm.F64 : Wasm.I32 : type));
    }
    body = bytes(body, instruction(row));
    for (int i = row.resultCount() - 1; i >= 0; i--) {
      body = bytes(body, use(row.result(i)));
    }
    return body;
  }

  private static byte[] code(Opcode row) {
    return row.prefix() == 0 ? bytes(row.code()) : bytes(row.prefix(), u32(row.code()));
  }

  private static byte[] immediates(Opcode row) {
    return switch (row.immediate()) {
      case NONE -> bytes();
      case BLOCK_TYPE -> bytes(Wasm.EMPTY);
      case HEAP_TYPE -> bytes(Wasm.FUNCREF);
      case VAL_TYPES -> bytes(1, Wasm.I32);
      case LABELS, TYPE_TABLE, TABLE_TABLE, MEM_MEM, ELEM_TABLE, DATA_MEM, MEMARG -> bytes(0, 0);
      case LABEL, FUNC, LOCAL, GLOBAL, TABLE, ELEM, MEM, DATA, I32, I64 -> bytes(0);
      case F32 -> new byte[4];
      case F64 -> new byte[8];
    };
  }

  private static byte[] constant(int type) {
    return switch (type) {
      case Wasm.I32 -> bytes(0x41, 0);
      case Wasm.I64 -> bytes(0x42, 0);
      case Wasm.F32 -> bytes(0x43, new byte[4]);
      case Wasm.F64 -> bytes(0x44, new byte[8]);
      default -> throw new IllegalArgumentException(ValType.of(type) + " has no constant");
    };
  }

  /// Pops a value by an instruction that takes its type only.
  private static byte[] use(int type) {
    return switch (type) {
      case Wasm.I32 -> bytes(0x45, 0x1A);
      case Wasm.I64 -> bytes(0x50, 0x1A);
      case Wasm.F32 -> bytes(0x8C, 0x1A);
      case Wasm.F64 -> bytes(0x9A, 0x1A);
      default -> throw new IllegalArgumentException(ValType.of(type) + " has no use");
    };
  }
}
