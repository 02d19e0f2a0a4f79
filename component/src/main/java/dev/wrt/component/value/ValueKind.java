package dev.wrt.component.value;

import dev.wrt.decoder.component.WitTypes;

/// A word or two for what a value is, for messages.
final class ValueKind {
  private ValueKind() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Bool _ -> "bool";
      case Value.S8 _ -> "s8";
      case Value.U8 _ -> "u8";
      case Value.S16 _ -> "s16";
      case Value.U16 _ -> "u16";
      case Value.S32 _ -> "s32";
      case Value.U32 _ -> "u32";
      case Value.S64 _ -> "s64";
      case Value.U64 _ -> "u64";
      case Value.F32 _ -> "f32";
      case Value.F64 _ -> "f64";
      case Value.Char _ -> "char";
      case Value.Str _ -> "string";
      case ByteList _ -> "list<u8>";
      case NumberList v -> "list<" + v.element().word() + ">";
      case Value.ListValue _ -> "list";
      case Value.RecordValue v -> "record of " + v.fields().size();
      case Value.TupleValue v -> "tuple of " + v.elements().size();
      case Value.VariantValue v -> "variant case " + v.caseIndex();
      case Value.EnumValue v -> "enum case " + v.caseIndex();
      case Value.OptionValue _ -> "option";
      case Value.ResultValue _ -> "result";
      case Value.FlagsValue _ -> "flags";
      case Value.StreamValue v -> WitTypes.print(v.end().type());
      case Value.FutureValue v -> WitTypes.print(v.end().type());
      case Value.ErrorContextValue _ -> "error-context";
      case Value.Handle h -> (h.own() ? "own<" : "borrow<") + h.type().name() + ">";
    };
  }
}
