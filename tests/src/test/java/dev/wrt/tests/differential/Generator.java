package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Makes a valid module of a seed.
final class Generator {
  private static final int PAGE = 1 << 16;
  private static final int[] NONE = {};

  private final long seed;
  private final Rng rng;
  private final Shape shape;
  private final Body.Nodes nodes;
  private final Code active = new Code();
  private int actives;
  private final Code activeData = new Code();
  private int activeDatas;

  private Generator(long seed, Set<Area> enabled, BitSet dropped) {
    this.seed = seed;
    this.rng = new Rng(seed);
    this.shape = new Shape(areas(enabled, rng));
    this.nodes = new Body.Nodes(dropped);
  }

  /// The program of a seed.
  static Program program(long seed, Set<Area> enabled) {
    return program(seed, enabled, new BitSet());
  }

  /// The program of a seed without some of its expressions and statements.
  static Program program(long seed, Set<Area> enabled, BitSet dropped) {
    return new Generator(seed, enabled, dropped).generate();
  }

  /// A module of the first version of the language with at least so many bytes: the functions of a
  /// program, over and over.
  static byte[] large(long seed, int bytes) {
    Generator generator = new Generator(seed, Set.of(), new BitSet());
    return generator.repeated(bytes);
  }

  private byte[] repeated(int bytes) {
    Values values = new Values(shape, rng);
    for (int i = 0; i < 200; i++) {
      shape.addFunc(values.types(4), values.types(3));
    }
    shape.callable = shape.funcs.size();
    memories();
    tables();
    globals(values);
    datas();
    List<Code> bodies = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < shape.callable; i++) {
      bodies.add(new Body(shape, rng, shape.func(i), nodes, 300).write());
      size += bodies.getLast().size();
    }
    for (int i = 0; size < bytes; i++) {
      bodies.add(bodies.get(i));
      shape.funcs.add(shape.funcs.get(i));
      size += bodies.get(i).size();
    }
    Observers observers = new Observers(shape);
    shape.callable = 1;
    int first = observers.add(rng, 1);
    bodies.addAll(observers.bodies());
    return module(bodies, first, observers.outputs());
  }

  /// Each program has some areas, so that what differs in one does not hide another.
  private static Set<Area> areas(Set<Area> enabled, Rng rng) {
    Set<Area> areas = EnumSet.of(Area.CORE);
    for (Area area : Area.values()) {
      boolean wanted = rng.percent(45);
      if (enabled.contains(area) && wanted) {
        areas.add(area);
      }
    }
    if (areas.contains(Area.GC)) {
      areas.add(Area.TYPED_REFS);
    }
    return areas;
  }

  private Program generate() {
    Values values = new Values(shape, rng);
    if (shape.has(Area.GC)) {
      new Objects(shape, rng, values).declare();
    }
    functions(values);
    memories();
    tables();
    globals(values);
    datas();
    int observed = shape.globals.size();
    List<Code> bodies = new ArrayList<>();
    for (int i = 0; i < shape.callable; i++) {
      int size = 20 + rng.next(60);
      bodies.add(new Body(shape, rng, shape.func(i), nodes, size).write());
    }
    Observers observers = new Observers(shape);
    int first = observers.add(rng, observed);
    bodies.addAll(observers.bodies());
    return new Program(seed, module(bodies, first, observers.outputs()), nodes.count());
  }

  private void functions(Values values) {
    int count = 3 + rng.next(4);
    for (int i = 0; i < count; i++) {
      shape.addFunc(values.types(4), values.types(3));
    }
    shape.callable = count;
    if (shape.has(Area.EXCEPTIONS)) {
      for (int i = 0; i < 2; i++) {
        shape.tags.add(shape.types.func(values.types(2), NONE));
      }
    }
  }

  private int addressType() {
    return shape.has(Area.MEMORY64) && rng.percent(60) ? Types.I64 : Types.I32;
  }

  private void memories() {
    int count = shape.has(Area.MULTI_MEMORY) ? 2 + rng.next(2) : 1;
    for (int i = 0; i < count; i++) {
      shape.mems.add(new Shape.Mem(addressType(), 1, 1 + rng.next(3)));
    }
  }

  private void tables() {
    table(Types.FUNCREF);
    if (rng.percent(50)) {
      table(Types.EXTERNREF);
    }
    if (shape.has(Area.TYPED_REFS) && rng.percent(50)) {
      table(Types.refTo(true, shape.funcs.get(rng.next(shape.callable))));
    }
    if (shape.has(Area.GC)) {
      table(Types.ref(true, rng.pick(Types.ANY, Types.EQ, Types.I31)));
    }
    Code items = new Code();
    for (int i = 0; i < 8; i++) {
      int func = rng.next(shape.callable);
      shape.slots.add(func);
      items.u32(func);
    }
    Code offset = new Code();
    active.u8(0);
    (shape.tables.get(0).addr() == Types.I32 ? offset.i32(0) : offset.i64(0)).op("end");
    active.raw(offset).u32(8).raw(items);
    actives = 1;
  }

  private void table(int type) {
    shape.tables.add(new Shape.Table(type, addressType(), 10, 12 + rng.next(3)));
    List<Code> items = new ArrayList<>();
    Values values = new Values(shape, rng);
    for (int i = 0; i < 8; i++) {
      Code item = new Code();
      values.constant(item, type);
      items.add(item);
    }
    shape.elems.add(new Shape.Elem(type, items));
  }

  private void globals(Values values) {
    shape.addGlobal(Types.I32, true, new Code().i32(0));
    int count = 3 + rng.next(6);
    for (int i = 0; i < count; i++) {
      int type = values.type();
      Code init = new Code();
      values.constant(init, type);
      shape.addGlobal(type, rng.percent(85), init);
    }
  }

  private void datas() {
    for (int i = 0; i < 2; i++) {
      byte[] data = new byte[64];
      for (int at = 0; at < data.length; at++) {
        data[at] = (byte) (rng.percent(30) ? rng.next(3) - 1 : rng.next(256));
      }
      shape.datas.add(data);
    }
    for (Shape.Mem mem : shape.mems) {
      activeData.u8(2).u32(activeDatas);
      long at = rng.percent(98) ? rng.next(0x3FFF) : PAGE - 30 - rng.next(40);
      (mem.addr() == Types.I32 ? activeData.i32((int) at) : activeData.i64(at)).op("end");
      activeData.u32(shape.datas.get(0).length).raw(shape.datas.get(0));
      activeDatas++;
    }
  }

  private byte[] module(List<Code> bodies, int first, List<Integer> outputs) {
    Code out = new Code().fixed(0x0000_0001_6D73_6100L, 8);
    shape.types.section(out);
    Sections sections = new Sections(shape);
    sections.declarations(out);
    sections.exports(out, first, outputs);
    sections.elements(out, active, actives);
    sections.code(out, bodies, activeData, activeDatas);
    return out.toBytes();
  }
}
