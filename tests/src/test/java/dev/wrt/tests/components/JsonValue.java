package dev.wrt.tests.components;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Component-level values of the cases and scripts: the constants of `wasm-tools json-from-wast`.
///
/// A constant is read as a value of a type, because labels live in the type.
public final class JsonValue {
  private JsonValue() {}

  /// The value of a constant such as `{"type": "u32", "value": "7"}`.
  public static Value of(JsonNode constant, ValType type) {
    JsonNode value = constant.path("value");
    return switch (type) {
      case PrimValType prim -> primitive(value.asText(), prim);
      case ValType.ListType t -> list(value, t);
      case ValType.RecordType t -> record(value, t);
      case ValType.TupleType t -> tuple(value, t);
      case ValType.VariantType t -> variant(value, t);
      case ValType.EnumType t -> new Value.EnumValue(t.labels().indexOf(value.asText()));
      case ValType.FlagsType t -> flags(value, t);
      case ValType.OptionType t ->
          value.isNull() || value.isMissingNode()
              ? Value.OptionValue.NONE
              : Value.OptionValue.some(of(value, t.some()));
      case ValType.ResultType t -> result(value, t);
      default -> throw new IllegalArgumentException("no constants of type " + type.kind());
    };
  }

  private static Value primitive(String text, PrimValType type) {
    return switch (type) {
      case BOOL -> new Value.Bool(Boolean.parseBoolean(text));
      case S8 -> new Value.S8(Byte.parseByte(text));
      case U8 -> new Value.U8(Integer.parseInt(text));
      case S16 -> new Value.S16(Short.parseShort(text));
      case U16 -> new Value.U16(Integer.parseInt(text));
      case S32 -> new Value.S32(Integer.parseInt(text));
      case U32 -> new Value.U32(Integer.parseUnsignedInt(text));
      case S64 -> new Value.S64(Long.parseLong(text));
      case U64 -> new Value.U64(Long.parseUnsignedLong(text));
      case F32 -> new Value.F32(Float.intBitsToFloat(Integer.parseUnsignedInt(text)));
      case F64 -> new Value.F64(Double.longBitsToDouble(Long.parseUnsignedLong(text)));
      case CHAR -> new Value.Char(text.codePointAt(0));
      case STRING -> new Value.Str(text);
      default -> throw new IllegalArgumentException("no constants of type " + type.kind());
    };
  }

  private static Value list(JsonNode values, ValType.ListType type) {
    List<Value> elements = new ArrayList<>();
    values.forEach(v -> elements.add(of(v, type.element())));
    if (type.element() == PrimValType.U8) {
      byte[] bytes = new byte[elements.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) ((Value.U8) elements.get(i)).value();
      }
      return ByteList.owned(bytes);
    }
    return new Value.ListValue(elements);
  }

  private static Value record(JsonNode fields, ValType.RecordType type) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      values.add(of(fields.get(i).get(1), type.fields().get(i).type()));
    }
    return new Value.RecordValue(values);
  }

  private static Value tuple(JsonNode elements, ValType.TupleType type) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < type.elements().size(); i++) {
      values.add(of(elements.get(i), type.elements().get(i)));
    }
    return new Value.TupleValue(values);
  }

  private static Value variant(JsonNode value, ValType.VariantType type) {
    for (int i = 0; i < type.cases().size(); i++) {
      ValType.Case c = type.cases().get(i);
      if (c.name().equals(value.get("case").asText())) {
        return new Value.VariantValue(i, payload(value.path("payload"), c.type()));
      }
    }
    throw new IllegalArgumentException("no case " + value.get("case"));
  }

  private static Value payload(JsonNode constant, Optional<ValType> type) {
    return type.isPresent() ? of(constant, type.get()) : null;
  }

  private static Value flags(JsonNode labels, ValType.FlagsType type) {
    int bits = 0;
    for (JsonNode label : labels) {
      bits |= 1 << type.labels().indexOf(label.asText());
    }
    return new Value.FlagsValue(bits);
  }

  private static Value result(JsonNode value, ValType.ResultType type) {
    return value.has("Ok")
        ? Value.ResultValue.ok(payload(value.get("Ok"), type.ok()))
        : Value.ResultValue.err(payload(value.get("Err"), type.error()));
  }
}
