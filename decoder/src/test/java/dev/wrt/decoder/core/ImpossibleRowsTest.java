package dev.wrt.decoder.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Storage;
import java.util.BitSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What only an error of the decoder itself could ask for is a violation, not a wrong answer.
// [utest->req~core-validation~1]
final class ImpossibleRowsTest {
  private final byte[] file = new byte[8];
  private final Storage storage = new Storage(MemoryBudget.root("test", 1 << 20));
  private final Context context = new Context(file, 0, 8, DecoderOptions.standard(), storage);
  private final ByteReader reader = new ByteReader(file, 0, 8, storage);
  private final CodeReader code = new CodeReader(context, reader, storage);
  private final IndexSpaces spaces = new IndexSpaces(context, reader, code);
  private final ValidationStacks stacks = new ValidationStacks(context, reader, code, storage);
  private final TypeMatching matching = new TypeMatching(context.types);

  private static void violates(String text, Runnable action) {
    assertEquals(text, assertThrows(Invariant.Violation.class, action::run).getMessage());
  }

  @Test
  @DisplayName("a row in the wrong family of rules is a violation")
  void families() {
    MemoryRules memory = new MemoryRules(code, reader, spaces, stacks, matching);
    violates("a row of memories names some", () -> memory.memory(Opcode.NOP));
    violates("a row of tables names some", () -> memory.table(Opcode.NOP));
    ControlRules control = new ControlRules(context, code, reader, spaces, stacks);
    violates("a control row has a rule for it", () -> control.validate(Opcode.I32_ADD));
    AggregateRules aggregates = new AggregateRules(context, code, reader, spaces, stacks);
    violates("a row of aggregates has a rule for them", () -> aggregates.validate(Opcode.NOP));
    CodeValidator validator = new CodeValidator(context, reader, storage, new BitSet());
    violates("a row of memories has a rule for them", () -> validator.memory(Opcode.NOP));
    violates("a function has a function type", () -> validator.function(0));
  }

  @Test
  @DisplayName("a code that is none of a type's is a violation")
  void codes() {
    violates("checked codes are those of types", () -> ValType.known(-1));
    assertEquals(ValType.I32, ValType.known(0x7F));
    assertEquals("an unknown type", ValType.text(1));
    assertEquals("i64", ValType.text(0x7E));
  }

  @Test
  @DisplayName("a reader refuses functions and items that the module does not have")
  void code() {
    Module module = Wasm.valid(Samples.all());
    Func func = module.funcs().getFirst();
    CodeReader of = new CodeReader(module);
    Func untyped = new Func(99, func.localsOffset(), func.bodyOffset(), func.bodyEnd(), 0, 0);
    violates("a function has a function type", () -> of.enter(untyped));
    Func shifted =
        new Func(func.typeidx(), func.localsOffset(), func.bodyOffset() + 1, func.bodyEnd(), 0, 0);
    assertThrows(Invariant.Violation.class, () -> of.enter(shifted));
    for (ElemSegment segment : module.elems()) {
      of.enterItems(segment);
      for (int i = 0; i < segment.count() && segment.funcIndices(); i++) {
        of.nextFuncIndex();
      }
      for (int i = 0; i < segment.count() && !segment.funcIndices(); i++) {
        of.nextItem();
        assertTrue(of.next());
        while (of.opcode() != Opcode.END) {
          assertTrue(of.next());
        }
        assertEquals(false, of.next());
      }
      String text = "a segment has as many items as it says";
      violates(text, of::nextFuncIndex);
      violates(text, of::nextItem);
    }
  }
}
