package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a generated module declares, besides the bodies of its functions.
final class Shape {
  /// The global that counts what is left of loops and calls.
  static final int FUEL = 0;

  /// A memory that is addressed by `addr`, `i32` or `i64`.
  record Mem(int addr, int min, int max) {}

  /// A table.
  record Table(int elem, int addr, int min, int max) {}

  /// A global and its initial value.
  record Global(int type, boolean mutable, Code init) {}

  /// A passive element segment; each item is a constant expression.
  record Elem(int type, List<Code> items) {}

  final Set<Area> areas;
  final Types types = new Types();
  final List<Integer> funcs = new ArrayList<>();
  final List<Mem> mems = new ArrayList<>();
  final List<Table> tables = new ArrayList<>();
  final List<Global> globals = new ArrayList<>();
  final List<Integer> tags = new ArrayList<>();
  final List<Elem> elems = new ArrayList<>();
  final List<byte[]> datas = new ArrayList<>();

  /// The functions that table 0 begins with, as its active segment says.
  final List<Integer> slots = new ArrayList<>();

  /// How many of the functions are called by others, observers and entries are not.
  int callable;

  Shape(Set<Area> areas) {
    this.areas = areas;
  }

  boolean has(Area area) {
    return areas.contains(area);
  }

  Types.Func func(int funcidx) {
    return types.func(funcs.get(funcidx));
  }

  /// Adds a function.
  ///
  /// @return its index
  int addFunc(int[] params, int[] results) {
    funcs.add(types.func(params, results));
    return funcs.size() - 1;
  }

  int addGlobal(int type, boolean mutable, Code init) {
    globals.add(new Global(type, mutable, init));
    return globals.size() - 1;
  }

  /// A function of a type, or -1.
  int funcOfType(int typeidx) {
    return funcs.indexOf(typeidx);
  }
}
