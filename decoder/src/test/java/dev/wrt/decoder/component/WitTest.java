package dev.wrt.decoder.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.ComponentFuncType.Param;
import dev.wrt.decoder.component.ValType.Case;
import dev.wrt.decoder.component.ValType.EnumType;
import dev.wrt.decoder.component.ValType.Field;
import dev.wrt.decoder.component.ValType.ListType;
import dev.wrt.decoder.component.ValType.OptionType;
import dev.wrt.decoder.component.ValType.RecordType;
import dev.wrt.decoder.component.ValType.ResultType;
import dev.wrt.decoder.component.ValType.TupleType;
import dev.wrt.decoder.component.ValType.VariantType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Types and worlds as WIT text.
final class WitTest {
  /// The world of a component with every kind of type is the text beside it, which wasm-tools
  /// reads.
  @Test
  void worldOfEverything() {
    String golden = new String(Bytes.resource("everything.wit"), StandardCharsets.UTF_8);
    String printed = Wit.print(Bytes.valid(Bytes.resource("everything.wasm")));
    assertEquals(golden, printed);
  }

  /// What WIT can say is said as in the text beside the component, which wasm-tools reads, and what
  /// it can't say is a comment there; another printing gives the same text.
  // [utest->req~cli-inspect-wit~1]
  @Test
  void worldsOfEveryForm() {
    String golden = new String(Bytes.resource("worlds.wit"), StandardCharsets.UTF_8);
    assertEquals(golden, worlds());
    assertEquals(worlds(), worlds());
  }

  private static String worlds() {
    Result<Component> decoded =
        Component.decode(
            Bytes.resource("worlds.wasm"),
            DecoderOptions.of(Features.ALL),
            MemoryBudget.root("test", Bytes.BUDGET));
    return switch (decoded) {
      case Result.Ok<Component> ok -> Wit.print(ok.value());
      case Result.Err<Component> err -> err.fault().toString();
    };
  }

  /// A function prints on one line with its name.
  @Test
  void signature() {
    ComponentFuncType greet =
        new ComponentFuncType(
            List.of(new Param("name", PrimValType.STRING)), Optional.of(PrimValType.STRING));
    assertEquals("greet: func(name: string) -> string", WitTypes.print("greet", greet));
    assertEquals("func()", WitTypes.print("", new ComponentFuncType(List.of(), Optional.empty())));
  }

  /// Each kind of value type prints as WIT writes it; labels that are keywords are marked.
  @Test
  void valueTypes() {
    ValType point =
        new RecordType(
            List.of(new Field("x", PrimValType.S32), new Field("type", PrimValType.BOOL)));
    ValType shape =
        new VariantType(
            List.of(new Case("dot", Optional.empty()), new Case("at", Optional.of(point))));
    ValType all =
        new TupleType(
            List.of(
                new ListType(shape),
                new OptionType(new EnumType(List.of("a", "own"))),
                new ResultType(Optional.empty(), Optional.of(PrimValType.U8)),
                new ResultType(Optional.empty(), Optional.empty())));
    assertEquals(
        "tuple<list<variant { dot, at(record { x: s32, %type: bool }) }>, "
            + "option<enum { a, %own }>, result<_, u8>, result>",
        WitTypes.print(all));
  }

  /// A type of exponential size prints cut off.
  @Test
  void hugeTypesAreCutOff() {
    ValType type = PrimValType.U8;
    for (int i = 0; i < 40; i++) {
      type = new TupleType(List.of(type, type));
    }
    String printed = WitTypes.print(type);
    assertTrue(printed.endsWith("..."));
    assertTrue(printed.length() < 200_000);
  }
}
