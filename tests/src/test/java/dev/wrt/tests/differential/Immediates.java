package dev.wrt.tests.differential;

import dev.wrt.decoder.core.Opcode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The immediates of plain rows: what an instruction names, drawn so that it is valid.
///
/// @param index first or only index, or -1
/// @param index2 second index, or -1
/// @param addr address type of the first
/// @param addr2 address type of the second
/// @param elem element type of the table named, or 0
record Immediates(int index, int index2, int addr, int addr2, int elem) {
  private static final Immediates NOTHING = one(-1, Types.I32, 0);

  private static Immediates one(int index, int addr, int elem) {
    return new Immediates(index, -1, addr, addr, elem);
  }

  /// Whether this knows how to draw the immediates of a row.
  static boolean handles(Opcode row) {
    return switch (row.immediate()) {
      case NONE, MEMARG, MEM, MEM_MEM, DATA_MEM, DATA, TABLE, TABLE_TABLE -> true;
      case ELEM_TABLE, ELEM, I32, I64, F32, F64, V128, LANES, LANE -> true;
      case MEMARG_LANE, ZERO_BYTE -> true;
      default -> false;
    };
  }

  boolean isTable() {
    return elem != 0;
  }

  /// Draws what a row names, or null where the module has nothing that would do.
  ///
  /// @param want the result's type
  static Immediates draw(Opcode row, int want, Shape shape, Rng rng) {
    return switch (row.immediate()) {
      case MEMARG, MEM, MEMARG_LANE -> memory(row, want, shape, rng);
      case MEM_MEM -> memories(shape, rng);
      case DATA_MEM -> {
        Immediates mem = memory(row, want, shape, rng);
        int data = rng.next(shape.datas.size());
        yield mem == null ? null : new Immediates(data, mem.index, mem.addr, Types.I32, 0);
      }
      case DATA -> one(rng.next(shape.datas.size()), Types.I32, 0);
      case ELEM -> shape.elems.isEmpty() ? null : one(rng.next(shape.elems.size()), Types.I32, 0);
      case TABLE -> table(row, want, shape, rng);
      case TABLE_TABLE -> tables(shape, rng);
      case ELEM_TABLE -> elements(shape, rng);
      default -> NOTHING;
    };
  }

  private static int drawn(int size, Predicate<Integer> fits, Rng rng) {
    List<Integer> fitting = IntStream.range(0, size).boxed().filter(fits).toList();
    return fitting.isEmpty() ? -1 : rng.pick(fitting);
  }

  private static boolean givesAddress(Opcode row) {
    return row.resultCount() == 1 && row.result(0) == Opcode.ADDR;
  }

  private static Immediates memory(Opcode row, int want, Shape shape, Rng rng) {
    boolean any = !givesAddress(row) || want == 0;
    int mem = drawn(shape.mems.size(), m -> any || shape.mems.get(m).addr() == want, rng);
    return mem < 0 ? null : one(mem, shape.mems.get(mem).addr(), 0);
  }

  private static Immediates memories(Shape shape, Rng rng) {
    int to = rng.next(shape.mems.size());
    int from = rng.next(shape.mems.size());
    return new Immediates(to, from, shape.mems.get(to).addr(), shape.mems.get(from).addr(), 0);
  }

  private static Immediates table(Opcode row, int want, Shape shape, Rng rng) {
    boolean element = row.resultCount() == 1 && row.result(0) == Opcode.ELEM && want != 0;
    boolean address = givesAddress(row) && want != 0;
    int table =
        drawn(
            shape.tables.size(),
            t ->
                (!element || shape.types.matches(shape.tables.get(t).elem(), want))
                    && (!address || shape.tables.get(t).addr() == want),
            rng);
    return table < 0 ? null : of(shape.tables.get(table), table);
  }

  private static Immediates of(Shape.Table table, int index) {
    return one(index, table.addr(), table.elem());
  }

  private static Immediates tables(Shape shape, Rng rng) {
    int to = rng.next(shape.tables.size());
    Shape.Table target = shape.tables.get(to);
    int from =
        drawn(
            shape.tables.size(),
            t -> shape.types.matches(shape.tables.get(t).elem(), target.elem()),
            rng);
    int addr2 = shape.tables.get(from).addr();
    return new Immediates(to, from, target.addr(), addr2, target.elem());
  }

  private static Immediates elements(Shape shape, Rng rng) {
    int table = rng.next(shape.tables.size());
    Shape.Table target = shape.tables.get(table);
    int elem =
        drawn(
            shape.elems.size(),
            e -> shape.types.matches(shape.elems.get(e).type(), target.elem()),
            rng);
    return elem < 0 ? null : new Immediates(elem, table, target.addr(), Types.I32, target.elem());
  }

  /// The type of an operand.
  int operand(Opcode row, int i) {
    return switch (row.operand(i)) {
      case Opcode.ADDR -> addr;
      case Opcode.ADDR2 -> addr2;
      case Opcode.LEN -> addr == Types.I64 ? addr2 : addr;
      case Opcode.ELEM -> elem;
      default -> Rows.type(row.operand(i));
    };
  }

  /// The type of a result.
  int result(Opcode row, int i) {
    return switch (row.result(i)) {
      case Opcode.ELEM -> elem;
      case Opcode.ADDR -> addr;
      default -> Rows.type(row.result(i));
    };
  }

  /// Writes them after the instruction.
  void write(Code out, Opcode row, Values values, Rng rng) {
    switch (row.immediate()) {
      case NONE -> {}
      case ZERO_BYTE -> out.u8(0);
      case MEMARG -> memarg(out, row, rng);
      case MEMARG_LANE -> {
        memarg(out, row, rng);
        out.u8(rng.next(16 >> row.naturalAlign()));
      }
      case LANE -> out.u8(rng.next(lanes(row)));
      case LANES -> {
        for (int i = 0; i < 16; i++) {
          out.u8(rng.next(32));
        }
      }
      case I32, I64, F32, F64, V128 -> constant(out, row, values);
      default -> {
        out.u32(index);
        if (index2 >= 0) {
          out.u32(index2);
        }
      }
    }
  }

  /// A constant's instruction is written with it: only the bytes after it are wanted.
  private static void constant(Code out, Opcode row, Values values) {
    out.truncate(out.size() - new Code().op(row).size());
    values.constant(out, Rows.type(row.result(0)));
  }

  private void memarg(Code out, Opcode row, Rng rng) {
    boolean atomic = Area.of(row) == Area.ATOMICS;
    int align = atomic ? row.naturalAlign() : rng.next(row.naturalAlign() + 1);
    long offset = rng.percent(97) ? rng.next(64) & ~7 : rng.nextLong() >>> 33 + rng.next(20);
    if (!atomic) {
      offset += rng.next(8);
    }
    if (index == 0) {
      out.u8(align);
    } else {
      out.u8(align | 0x40).u32(index);
    }
    out.u64(atomic ? offset & ~7L : offset);
  }

  private static int lanes(Opcode row) {
    String shape = row.mnemonic().substring(row.mnemonic().indexOf('x') + 1);
    return Integer.parseInt(shape.substring(0, shape.indexOf('.')));
  }
}
