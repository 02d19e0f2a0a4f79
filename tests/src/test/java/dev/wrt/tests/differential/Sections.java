package dev.wrt.tests.differential;

import java.util.List;

/// Writes the sections of a generated module.
final class Sections {
  private static final int HAS_MAX = 1;
  private static final int IS_64 = 4;

  private final Shape shape;

  Sections(Shape shape) {
    this.shape = shape;
  }

  /// Functions, tables, memories, tags, globals.
  void declarations(Code out) {
    Code funcs = new Code();
    shape.funcs.forEach(funcs::u32);
    out.section(3, shape.funcs.size(), funcs);
    Code tables = new Code();
    for (Shape.Table table : shape.tables) {
      Types.write(tables, table.elem());
      bounds(tables, table.addr(), table.min(), table.max());
    }
    out.section(4, shape.tables.size(), tables);
    Code mems = new Code();
    shape.mems.forEach(mem -> bounds(mems, mem.addr(), mem.min(), mem.max()));
    out.section(5, shape.mems.size(), mems);
    Code tags = new Code();
    shape.tags.forEach(tag -> tags.u8(0).u32(tag));
    out.section(13, shape.tags.size(), tags);
    Code globals = new Code();
    for (Shape.Global global : shape.globals) {
      Types.write(globals, global.type());
      globals.u8(global.mutable() ? 1 : 0).raw(global.init()).op("end");
    }
    out.section(6, shape.globals.size(), globals);
  }

  private static void bounds(Code out, int addr, int min, int max) {
    out.u8(HAS_MAX | (addr == Types.I64 ? IS_64 : 0)).u32(min).u32(max);
  }

  /// Exports of the functions to call, the memories and what is to be compared.
  void exports(Code out, int first, List<Integer> outputs) {
    Code exports = new Code();
    int calls = shape.funcs.size() - 1 - first;
    for (int i = 0; i < calls; i++) {
      exports.name("c" + i).u8(0).u32(first + i);
    }
    exports.name("observe").u8(0).u32(first + calls);
    for (int i = 0; i < shape.mems.size(); i++) {
      exports.name("m" + i).u8(2).u32(i);
    }
    for (int i = 0; i < outputs.size(); i++) {
      exports.name("o" + i).u8(3).u32(outputs.get(i));
    }
    out.section(7, calls + 1 + shape.mems.size() + outputs.size(), exports);
  }

  /// Element segments: the passive ones, then the active one, then what declares all functions.
  void elements(Code out, Code active, int actives) {
    Code elems = new Code();
    for (Shape.Elem elem : shape.elems) {
      Types.write(elems.u8(5), elem.type());
      elems.u32(elem.items().size());
      elem.items().forEach(item -> elems.raw(item).op("end"));
    }
    elems.raw(active);
    elems.u8(3).u8(0).u32(shape.funcs.size());
    for (int i = 0; i < shape.funcs.size(); i++) {
      elems.u32(i);
    }
    out.section(9, shape.elems.size() + actives + 1, elems);
  }

  /// Code and data segments: the passive ones, then the active ones.
  void code(Code out, List<Code> bodies, Code activeData, int activeDatas) {
    Code datas = new Code();
    for (byte[] data : shape.datas) {
      datas.u8(1).u32(data.length).raw(data);
    }
    datas.raw(activeData);
    int count = shape.datas.size() + activeDatas;
    out.u8(12).u32(new Code().u32(count).size()).u32(count);
    Code functions = new Code();
    bodies.forEach(functions::raw);
    out.section(10, bodies.size(), functions);
    out.section(11, count, datas);
  }
}
