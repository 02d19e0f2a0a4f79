package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Reading code again after validation.
// [utest->req~core-code-reading~1]
final class CodeReaderTest {
  /// Decodes a body and goes to its first instruction.
  private static CodeReader first(byte[] module) {
    Module decoded = Wasm.valid(module);
    CodeReader reader = new CodeReader(decoded);
    reader.enter(decoded.funcs().getFirst());
    assertTrue(reader.next());
    return reader;
  }

  /// The instruction after `unreachable`.
  private static CodeReader second(Object... instruction) {
    CodeReader reader = first(Samples.module(bytes(0, bytes(instruction), 0)));
    assertTrue(reader.next());
    return reader;
  }

  @Test
  @DisplayName("constants are read with their values and bits")
  void constants() {
    assertEquals(-2, second(0x41, 0x7E).i32());
    assertEquals(-2, second(0x42, 0x7E).i64());
    assertEquals(0x04030201, second(0x43, 1, 2, 3, 4).i32());
    assertEquals(0x0807060504030201L, second(0x44, 1, 2, 3, 4, 5, 6, 7, 8).i64());
  }

  @Test
  @DisplayName("a memory access has alignment, memory and offset")
  void memArg() {
    CodeReader load = second(0x28, 0x42, 0, 0x80, 0x10);
    assertSame(Opcode.I32_LOAD, load.opcode());
    assertEquals(List.of(2, 0, 2048L), List.of(load.align(), load.index(), load.memOffset()));
  }

  @Test
  @DisplayName("two indices are read in the order of the binary format")
  void twoIndices() {
    CodeReader call = second(0x11, 0, 0x80, 0);
    assertEquals(List.of(0, 0), List.of(call.index(), call.index2()));
    CodeReader init = second(0xFC, 8, 0, 0);
    assertSame(Opcode.MEMORY_INIT, init.opcode());
  }

  @Test
  @DisplayName("the labels of br_table are read one by one, the default last")
  void labels() {
    byte[] body = bytes(0x02, 0x40, 0x02, 0x40, 0x41, 0, 0x0E, 2, 1, 0x82, 0, 0, 0x0B, 0x0B);
    CodeReader reader = first(Wasm.function(body));
    while (reader.opcode() != Opcode.BR_TABLE) {
      assertTrue(reader.next());
    }
    int after = reader.nextOffset();
    assertEquals(3, reader.labelCount());
    assertEquals(1, reader.nextLabel());
    assertEquals(2, reader.nextLabel());
    assertEquals(0, reader.nextLabel());
    assertEquals(after, reader.nextOffset());
    assertTrue(reader.next());
    assertEquals(after, reader.offset());
  }

  @Test
  @DisplayName("a block's type is empty, one result, or a type of the module")
  void blockTypes() {
    assertSame(FuncType.EMPTY, second(0x02, 0x40, 0x0B).blockType());
    assertEquals("[] -> [i64]", second(0x02, 0x7E, 0, 0x0B).blockType().toString());
    assertEquals("[] -> []", second(0x02, 0, 0x0B).blockType().toString());
  }

  @Test
  @DisplayName("locals are the parameters and the declared ones")
  void locals() {
    byte[] code = bytes(2, 1, Wasm.F32, 2, Wasm.EXTERNREF, Wasm.END);
    byte[] module =
        Wasm.module(
            section(1, 1, 0x60, 1, Wasm.I64, 0),
            section(3, 1, 0),
            section(10, 1, u32(code.length), code));
    CodeReader reader = first(module);
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < reader.localCount(); i++) {
      types.add(reader.localType(i));
    }
    assertEquals("[i64, f32, externref, externref]", types.toString());
  }

  @Test
  @DisplayName("a constant expression ends with its end")
  void constantExpressions() {
    Module module = Wasm.valid(Samples.all());
    CodeReader reader = new CodeReader(module);
    reader.enter(module.globals().getLast().init());
    assertTrue(reader.next());
    assertSame(Opcode.GLOBAL_GET, reader.opcode());
    assertTrue(reader.next());
    assertSame(Opcode.END, reader.opcode());
    assertFalse(reader.next());
    reader.enter(ConstExpr.NULL);
    assertFalse(reader.next());
  }

  @Test
  @DisplayName("the items of an element segment are read one by one")
  void items() {
    Module module = Wasm.valid(Samples.all());
    CodeReader reader = new CodeReader(module);
    reader.enterItems(module.elems().get(1));
    assertEquals(2, reader.nextFuncIndex());
    ElemSegment expressions = module.elems().getLast();
    assertFalse(expressions.funcIndices());
    reader.enterItems(expressions);
    assertFalse(reader.next());
    reader.nextItem();
    assertTrue(reader.next());
    assertSame(Opcode.REF_FUNC, reader.opcode());
    assertEquals(0, reader.index());
    assertTrue(reader.next());
    assertFalse(reader.next());
  }
}
