package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Values of the component scripts.
final class ComponentValue {
  private ComponentValue() {}

  /// The value that a script writes for a type.
  static Value of(JsonNode node, ValType type) {
    JsonNode value = node.get("value");
    return switch (type) {
      case PrimValType t -> primitive(value, t);
      case ValType.ListType t -> new Value.ListValue(all(value, t.element()));
      case ValType.RecordType t -> {
        List<Value> fields = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
          fields.add(of(value.get(i).get(1), t.fields().get(i).type()));
        }
        yield new Value.RecordValue(fields);
      }
      case ValType.TupleType t -> {
        List<Value> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
          elements.add(of(value.get(i), t.elements().get(i)));
        }
        yield new Value.TupleValue(elements);
      }
      case ValType.VariantType t -> variant(value, t);
      case ValType.EnumType t -> new Value.EnumValue(t.labels().indexOf(value.asText()));
      case ValType.FlagsType t -> {
        int bits = 0;
        for (JsonNode label : value) {
          bits |= 1 << t.labels().indexOf(label.asText());
        }
        yield new Value.FlagsValue(bits);
      }
      case ValType.OptionType t ->
          new Value.OptionValue(value.isNull() ? null : of(value, t.some()));
      case ValType.ResultType t ->
          value.has("Ok")
              ? Value.ResultValue.ok(payload(value.get("Ok"), t.ok()))
              : Value.ResultValue.err(payload(value.get("Err"), t.error()));
      default -> throw new AssertionError("no script has values of type " + type.kind());
    };
  }

  private static List<Value> all(JsonNode values, ValType element) {
    List<Value> elements = new ArrayList<>();
    values.forEach(v -> elements.add(of(v, element)));
    return elements;
  }

  private static Value variant(JsonNode value, ValType.VariantType type) {
    String label = value.get("case").asText();
    int index = 0;
    while (!type.cases().get(index).name().equals(label)) {
      index++;
    }
    return new Value.VariantValue(
        index, payload(value.get("payload"), type.cases().get(index).type()));
  }

  private static @Nullable Value payload(@Nullable JsonNode value, Optional<ValType> type) {
    return value == null || type.isEmpty() ? null : of(value, type.get());
  }

  private static Value primitive(JsonNode value, PrimValType type) {
    String text = value.asText();
    return switch (type) {
      case BOOL -> new Value.Bool(value.asBoolean());
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
      case ERROR_CONTEXT -> throw new AssertionError("no script has error contexts");
    };
  }
}
