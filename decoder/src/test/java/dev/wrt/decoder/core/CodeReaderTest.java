package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
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
  @DisplayName("vectors are read as two halves, lanes by their numbers")
  void vectors() {
    byte[] bytes = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    CodeReader constant = second(0xFD, 0x0C, bytes);
    assertEquals(0x0706050403020100L, constant.i64());
    assertEquals(0x0F0E0D0C0B0A0908L, constant.i64High());
    assertEquals(constant.i64(), second(0xFD, 0x0D, bytes).i64());
    assertEquals(7, second(0xFD, 0x18, 7).lane());
    CodeReader load = second(0xFD, 0x55, 1, 9, 5);
    assertEquals(
        List.of(1, 0, 9L, 5), List.of(load.align(), load.index(), load.memOffset(), load.lane()));
  }

  @Test
  @DisplayName("a type, and a second index, are read in the order of the binary format")
  void types() {
    CodeReader get = second(0xFB, 3, 1, 0x81, 0);
    assertEquals(List.of(1, 1), List.of(get.index(), get.index2()));
    CodeReader fixed = second(0xFB, 8, 2, 7);
    assertEquals(List.of(2, 7), List.of(fixed.index(), fixed.index2()));
  }

  @Test
  @DisplayName("a heap type is that of a nullable reference or not, as the instruction says")
  void heapTypes() {
    assertEquals("anyref", second(0xD0, Wasm.ANYREF).valType().toString());
    assertEquals("(ref any)", second(0xFB, 0x14, Wasm.ANYREF).valType().toString());
    assertEquals("anyref", second(0xFB, 0x15, Wasm.ANYREF).valType().toString());
    assertEquals("(ref 1)", second(0xFB, 0x16, 1).valType().toString());
    assertEquals("(ref null 1)", second(0xFB, 0x17, 1).valType().toString());
  }

  @Test
  @DisplayName("a branch on a cast has a label and two types, nullable as its flags say")
  void casts() {
    byte[] body = bytes(0x02, 0x63, 1, 0, 0xFB, 0x18, 1, 0, Wasm.ANYREF, 1, 0, 0x0B, 0x1A);
    CodeReader reader = first(Samples.module(body));
    while (reader.opcode() != Opcode.BR_ON_CAST) {
      assertTrue(reader.next());
    }
    assertEquals(0, reader.index());
    assertEquals("anyref", ValType.text(reader.castFrom()));
    assertEquals("(ref 1)", ValType.text(reader.castTo()));
  }

  @Test
  @DisplayName("the clauses of try_table are read one by one")
  void catches() {
    byte[] exn = bytes(0x64, 0x69);
    byte[] clauses = bytes(2, 1, 0, 0, 2, 0x81, 0);
    byte[] body = bytes(0x02, exn, 0x1F, 0x40, clauses, 0, 0x0B, 0, 0x0B, 0x1A);
    CodeReader reader = first(Samples.module(body));
    while (reader.opcode() != Opcode.TRY_TABLE) {
      assertTrue(reader.next());
    }
    int after = reader.nextOffset();
    assertEquals(2, reader.catchCount());
    reader.nextCatch();
    assertEquals(CodeReader.CATCH_REF, reader.catchKind());
    assertEquals(List.of(0, 0), List.of(reader.catchTag(), reader.catchLabel()));
    reader.nextCatch();
    assertEquals(CodeReader.CATCH_ALL, reader.catchKind());
    assertEquals(1, reader.catchLabel());
    assertEquals(after, reader.nextOffset());
    assertSame(FuncType.EMPTY, reader.blockType());
  }

  @Test
  @DisplayName("the type of a block with a typed reference is one object, however often it occurs")
  void typedBlocks() {
    byte[] block = bytes(0x02, 0x63, 1, 0xD0, 1, 0x0B, 0x1A);
    CodeReader reader = first(Samples.module(bytes(block, block)));
    FuncType type = reader.blockType();
    assertEquals("[] -> [(ref null 1)]", type.toString());
    while (reader.opcode() != Opcode.DROP) {
      assertTrue(reader.next());
    }
    assertTrue(reader.next());
    assertSame(type, reader.blockType());
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
