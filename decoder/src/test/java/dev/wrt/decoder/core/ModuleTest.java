package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.core.NameSection.Subsection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a decoded module says of itself.
// [utest->req~decoder-malformed~1]
// [utest->req~decoder-name-section~1]
final class ModuleTest {
  private final Module module = Wasm.valid(Samples.all());

  @Test
  @DisplayName("types, imports and exports are as declared, in their order")
  void declarations() {
    assertEquals(
        "[[] -> [], [i32 f64] -> [f32]]",
        module.types().stream().map(SubType::comp).toList().toString());
    assertEquals(
        List.of(ExternKind.FUNC, ExternKind.TABLE, ExternKind.MEM, ExternKind.GLOBAL),
        module.imports().stream().map(i -> i.desc().kind()).toList());
    assertEquals(new Export("g", ExternKind.GLOBAL, 1), module.exports().getLast());
    assertEquals(1, module.start());
  }

  @Test
  @DisplayName("index spaces begin with the imports")
  void spaces() {
    assertEquals(List.of(3, 1), List.of(module.funcCount(), module.importedFuncCount()));
    assertEquals(List.of(3, 1), List.of(module.tableCount(), module.importedTableCount()));
    assertEquals(List.of(1, 1), List.of(module.memCount(), module.importedMemCount()));
    assertEquals(List.of(3, 1), List.of(module.globalCount(), module.importedGlobalCount()));
    assertEquals("[i32 f64] -> [f32]", module.funcTypeOf(0).toString());
    assertEquals("[] -> []", module.funcTypeOf(1).toString());
    assertEquals("2 3 funcref", module.tableType(0).toString());
    assertEquals("1 2", module.memType(0).toString());
    assertEquals("(mut i32)", module.globalType(1).toString());
    assertEquals("i32", module.globalType(2).toString());
  }

  @Test
  @DisplayName("the type of an export is that of what it names")
  void exportTypes() {
    List<ExternType> types = module.exports().stream().map(module::externType).toList();
    assertEquals(new ExternType.Func(FuncType.EMPTY), types.get(0));
    assertEquals(new ExternType.Table(module.tableType(1)), types.get(1));
    assertEquals(new ExternType.Mem(module.memType(0)), types.get(2));
    assertEquals(new ExternType.Global(module.globalType(1)), types.get(3));
  }

  @Test
  @DisplayName("segments say how they are used and where their content lies")
  void segments() {
    assertEquals(8, module.elems().size());
    List<ElemSegment.Mode> modes = module.elems().stream().map(ElemSegment::mode).toList();
    assertEquals(ElemSegment.Mode.ACTIVE, modes.get(0));
    assertEquals(ElemSegment.Mode.PASSIVE, modes.get(2));
    assertEquals(ElemSegment.Mode.DECLARATIVE, modes.get(4));
    DataSegment data = module.datas().getFirst();
    assertTrue(data.active());
    assertEquals('b', module.bytes()[data.bytesOffset() + 1]);
    assertEquals(0x41, module.bytes()[data.activeOffset().offset()]);
    assertEquals(List.of(2, 1, 0), module.datas().stream().map(DataSegment::length).toList());
  }

  @Test
  @DisplayName("a function knows its locals, its code and the height of its operand stack")
  void functions() {
    Func func = module.funcs().getFirst();
    assertEquals(2, func.localCount());
    assertEquals(1, func.maxHeight());
    assertEquals(0x41, module.bytes()[func.bodyOffset()]);
    assertEquals(Wasm.END, module.bytes()[func.bodyEnd() - 1]);
  }

  @Test
  @DisplayName("bounds match where they are at least as narrow")
  void bounds() {
    SizeBounds open = new SizeBounds(1, SizeBounds.UNBOUNDED);
    SizeBounds closed = new SizeBounds(2, 5);
    assertTrue(closed.matches(open));
    assertTrue(closed.matches(new SizeBounds(2, 5)));
    assertEquals(false, open.matches(new SizeBounds(1, 5)));
    assertEquals(false, closed.matches(new SizeBounds(3, 5)));
    assertEquals(false, closed.matches(new SizeBounds(2, 4)));
  }

  @Test
  @DisplayName("the name section names the module, functions and locals")
  void names() {
    NameSection names = module.names();
    assertEquals("mod", names.moduleName());
    assertEquals("imported", names.funcName(0));
    assertEquals("first", names.funcName(1));
    assertNull(names.funcName(2));
    assertEquals("b", names.localName(1, 1));
    assertNull(names.localName(1, 2));
    assertNull(names.localName(0, 0));
  }

  @Test
  @DisplayName("a malformed name section counts as absent, wherever it is cut")
  void malformedNames() {
    byte[] whole = Samples.names();
    byte[] header = bytes("name");
    int start = 2 + header.length;
    for (int length = 0; length < whole.length - start; length++) {
      byte[] cut = new byte[length];
      System.arraycopy(whole, start, cut, 0, length);
      NameSection names = Wasm.valid(Wasm.module(section(0, header, cut))).names();
      String module = names.moduleName();
      assertTrue(module == null || module.equals("mod"));
    }
    byte[] notUtf8 = Wasm.module(section(0, header, section(1, 1, 0, 1, 0xFF)));
    assertNull(Wasm.valid(notUtf8).names().funcName(0));
    byte[] longer = Wasm.module(section(0, header, section(1, 0, 0)));
    assertNull(Wasm.valid(longer).names().funcName(0));
  }

  @Test
  @DisplayName("each kind of part may have names, and a malformed subsection has none")
  void allNames() {
    byte[] direct = bytes(1, 5, "direct");
    byte[] indirect = bytes(1, 7, 1, 5, "indirect");
    byte[] all = {};
    for (Subsection each : Subsection.values()) {
      byte[] content = each.isIndirect() ? indirect : direct;
      content = each == Subsection.GLOBALS ? bytes(content, 0) : content;
      all = bytes(all, section(each.ordinal(), each == Subsection.MODULE ? bytes("m") : content));
    }
    byte[] unknown = section(12, 1, 2, 3);
    NameSection names = Wasm.valid(Wasm.module(section(0, "name", all, unknown))).names();
    assertEquals("m", names.moduleName());
    for (Subsection each : Subsection.values()) {
      if (each.isIndirect()) {
        assertEquals("indirect", names.name(each, 7, 5));
        assertNull(names.name(each, 5, 5));
      } else if (each == Subsection.GLOBALS) {
        assertNull(names.name(each, 5));
      } else if (each != Subsection.MODULE) {
        assertEquals("direct", names.name(each, 5));
        assertNull(names.name(each, 6));
      }
    }
  }

  @Test
  @DisplayName("a module without names has none")
  void noNames() {
    NameSection names = Wasm.valid(Wasm.module()).names();
    assertNull(names.moduleName());
    assertNull(names.funcName(0));
    assertNull(names.localName(0, 0));
  }
}
