package dev.wrt.tests.differential;

import dev.wrt.decoder.core.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rows of the opcode table by what they leave on the stack.
///
/// A row is *plain* if it says all about its types, so that it can be generated from the row alone.
final class Rows {
  private static final Map<String, Opcode> BY_MNEMONIC = byMnemonic();

  private static final Map<Set<Area>, Rows> BY_AREAS = new HashMap<>();

  private final Map<Integer, List<Opcode>> producers = new HashMap<>();
  private final List<Opcode> others = new ArrayList<>();

  /// The plain rows of some areas.
  ///
  /// @param special mnemonics that are generated otherwise
  static Rows of(Set<Area> areas, Set<String> special) {
    return BY_AREAS.computeIfAbsent(Set.copyOf(areas), a -> new Rows(a, special));
  }

  private Rows(Set<Area> areas, Set<String> special) {
    for (Opcode row : Opcode.values()) {
      if (areas.contains(Area.of(row)) && !special.contains(row.mnemonic()) && isPlain(row)) {
        add(row);
      }
    }
  }

  private void add(Opcode row) {
    if (row.resultCount() != 1) {
      others.add(row);
      return;
    }
    switch (row.result(0)) {
      case Opcode.ADDR -> {
        producer(Types.I32, row);
        producer(Types.I64, row);
      }
      case Opcode.ELEM -> producer(Opcode.ELEM, row);
      default -> producer(type(row.result(0)), row);
    }
  }

  private void producer(int type, Opcode row) {
    producers.computeIfAbsent(type, t -> new ArrayList<>()).add(row);
  }

  /// Rows with the one result that is wanted; for a reference those that take it from a table.
  List<Opcode> producing(int type) {
    return producers.getOrDefault(Types.isRef(type) ? Opcode.ELEM : type, List.of());
  }

  /// Rows with no result or with several.
  List<Opcode> others() {
    return others;
  }

  /// The row of a mnemonic.
  static Opcode row(String mnemonic) {
    Opcode row = BY_MNEMONIC.get(mnemonic);
    if (row == null) {
      throw new IllegalStateException("no row: " + mnemonic);
    }
    return row;
  }

  static boolean has(String mnemonic) {
    return BY_MNEMONIC.containsKey(mnemonic);
  }

  /// A type as the table has it, in the form of {@link Types}.
  static int type(int code) {
    return code < Types.V128 ? Types.ref(true, code) : code;
  }

  private static boolean isPlain(Opcode row) {
    boolean plain = Immediates.handles(row);
    for (int i = 0; i < row.operandCount(); i++) {
      plain &= isKnown(row.operand(i));
    }
    for (int i = 0; i < row.resultCount(); i++) {
      plain &= isKnown(row.result(i));
    }
    return plain;
  }

  private static boolean isKnown(int code) {
    return switch (code) {
      case Opcode.ADDR, Opcode.ADDR2, Opcode.LEN, Opcode.ELEM -> true;
      default -> code >= Types.EXN;
    };
  }

  private static Map<String, Opcode> byMnemonic() {
    Map<String, Opcode> rows = new HashMap<>();
    for (Opcode row : Opcode.values()) {
      rows.putIfAbsent(row.mnemonic(), row);
    }
    return rows;
  }
}
