package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The rules of instructions on memories, tables and their segments, vectors and atomics included
/// (core specification, `valid/instructions`, "Table Instructions" and "Memory Instructions").
final class MemoryRules {
  private static final int VECTOR_BYTES_LOG2 = 4;
  private static final long LANE_HIGH_BITS = 0xE0E0_E0E0_E0E0_E0E0L;

  private final CodeReader code;
  private final ByteReader reader;
  private final IndexSpaces spaces;
  private final ValidationStacks stacks;
  private final RowTypes types;
  private final TypeMatching matching;

  MemoryRules(
      CodeReader code,
      ByteReader reader,
      IndexSpaces spaces,
      ValidationStacks stacks,
      TypeMatching matching) {
    this.code = code;
    this.reader = reader;
    this.spaces = spaces;
    this.stacks = stacks;
    this.matching = matching;
    types = new RowTypes(stacks, matching);
  }

  /// A row that takes a `memarg`.
  void memArg(Opcode row) {
    MemType memory = spaces.memory(code.index());
    if (memory == null) {
      return;
    }
    if (code.align() > row.naturalAlign()) {
      spaces.fail(DecoderCode.ALIGNMENT_TOO_LARGE, "");
    }
    if (code.memOffset() >>> 32 != 0 && !memory.is64()) {
      spaces.fail(DecoderCode.OFFSET_OUT_OF_RANGE, "");
    }
    types.addr(memory.address()).apply(row);
  }

  /// An atomic access, which is aligned to its width.
  void atomic(Opcode row) {
    memArg(row);
    if (code.align() != row.naturalAlign()) {
      spaces.fail(DecoderCode.ATOMIC_ALIGNMENT, "");
    }
  }

  /// A row that names a lane, besides a `memarg` or not: a vector has 16 bytes.
  void lane(Opcode row) {
    if (code.lane() >= 1 << VECTOR_BYTES_LOG2 - row.naturalAlign()) {
      spaces.fail(DecoderCode.INVALID_LANE, Integer.toString(code.lane()));
    }
  }

  /// A row that names sixteen of the 32 lanes of two vectors.
  void lanes() {
    if (((code.i64() | code.i64High()) & LANE_HIGH_BITS) != 0) {
      spaces.fail(DecoderCode.INVALID_LANE, "");
    }
  }

  /// A row that names memories or data segments.
  void memory(Opcode row) {
    switch (row.immediate()) {
      case MEM -> on(spaces.memory(code.index()), row);
      case MEM_MEM -> {
        MemType to = spaces.memory(code.index());
        MemType from = spaces.memory(code.index2());
        types.addr2(from == null ? ValType.I32 : from.address());
        on(to, row);
      }
      case DATA_MEM -> {
        MemType memory = spaces.memory(code.index2());
        if (reader.ok() && spaces.data(code.index())) {
          on(memory, row);
        }
      }
      case DATA -> spaces.data(code.index());
      default -> throw new Invariant.Violation("a row of memories names some");
    }
  }

  private void on(@Nullable MemType memory, Opcode row) {
    if (memory != null && reader.ok()) {
      types.addr(memory.address()).apply(row);
    }
  }

  /// A row that names tables or element segments.
  void table(Opcode row) {
    switch (row.immediate()) {
      case TABLE -> on(spaces.table(code.index()), row);
      case TABLE_TABLE -> {
        TableType to = spaces.table(code.index());
        TableType from = spaces.table(code.index2());
        if (to != null && from != null && matches(from.elem(), to.elem())) {
          types.addr2(from.address());
          on(to, row);
        }
      }
      case ELEM_TABLE -> {
        TableType to = spaces.table(code.index2());
        ValType from = reader.ok() ? spaces.elem(code.index()) : null;
        if (to != null && from != null && matches(from, to.elem())) {
          on(to, row);
        }
      }
      case ELEM -> spaces.elem(code.index());
      default -> throw new Invariant.Violation("a row of tables names some");
    }
  }

  private void on(@Nullable TableType table, Opcode row) {
    if (table != null) {
      types.addr(table.address()).elem(table.elem()).apply(row);
    }
  }

  private boolean matches(ValType from, ValType to) {
    if (!matching.val(from.code(), to.code())) {
      stacks.mismatch("elements of type " + to, from.toString());
    }
    return reader.ok();
  }
}
