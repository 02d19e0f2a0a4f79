package dev.wrt.component.abi;

import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.StringForm;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads the tokens that `record.py` writes: types, values, numbers, bytes.
final class Tokens {
  private final String[] words;
  private int next;

  Tokens(String text) {
    words = text.isBlank() ? new String[0] : text.strip().split(" +");
  }

  boolean hasNext() {
    return next < words.length;
  }

  String word() {
    return words[next++];
  }

  int number() {
    return Integer.parseInt(word());
  }

  /// A number of up to 64 bits, signed or unsigned.
  long bits() {
    String word = word();
    return word.startsWith("-") ? Long.parseLong(word) : Long.parseUnsignedLong(word);
  }

  /// Bytes as `x` and hexadecimal digits.
  byte[] bytes() {
    return HexFormat.of().parseHex(word().substring(1));
  }

  private List<ValType> types(int count) {
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(type());
    }
    return types;
  }

  private Optional<ValType> maybeType() {
    if (words[next].equals("_")) {
      next++;
      return Optional.empty();
    }
    return Optional.of(type());
  }

  private static List<String> labels(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  ValType type() {
    String word = word();
    return switch (word) {
      case "list" -> new ValType.ListType(type());
      case "option" -> new ValType.OptionType(type());
      case "tuple" -> new ValType.TupleType(types(number()));
      case "enum" -> new ValType.EnumType(labels("e", number()));
      case "flags" -> new ValType.FlagsType(labels("l", number()));
      case "result" -> new ValType.ResultType(maybeType(), maybeType());
      case "record" -> {
        List<ValType.Field> fields = new ArrayList<>();
        for (ValType t : types(number())) {
          fields.add(new ValType.Field("f" + fields.size(), t));
        }
        yield new ValType.RecordType(fields);
      }
      case "variant" -> {
        int count = number();
        List<ValType.Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          cases.add(new ValType.Case("c" + i, maybeType()));
        }
        yield new ValType.VariantType(cases);
      }
      default ->
          List.of(PrimValType.values()).stream()
              .filter(t -> t.word().equals(word))
              .findFirst()
              .orElseThrow();
    };
  }

  private List<Value> values(int count, List<ValType> types) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(value(types.get(i % types.size())));
    }
    return values;
  }

  private @Nullable Value maybe(Optional<ValType> type) {
    return type.isPresent() ? value(type.get()) : null;
  }

  Value value(ValType type) {
    return switch (type) {
      case PrimValType t -> primitive(t);
      case ValType.ListType t -> list(t.element());
      case ValType.OptionType t ->
          number() == 0 ? Value.OptionValue.NONE : Value.OptionValue.some(value(t.some()));
      case ValType.TupleType t -> new Value.TupleValue(values(t.elements().size(), t.elements()));
      case ValType.RecordType t ->
          new Value.RecordValue(
              values(t.fields().size(), t.fields().stream().map(ValType.Field::type).toList()));
      case ValType.EnumType t -> new Value.EnumValue(number());
      case ValType.FlagsType t -> new Value.FlagsValue((int) bits());
      case ValType.ResultType t -> {
        boolean ok = number() == 0;
        yield new Value.ResultValue(ok, maybe(ok ? t.ok() : t.error()));
      }
      case ValType.VariantType t -> {
        int index = number();
        yield new Value.VariantValue(index, maybe(t.cases().get(index).type()));
      }
      default -> throw new AssertionError(type);
    };
  }

  /// In the packed form where there is one.
  private Value list(ValType element) {
    List<Value> values = values(number(), List.of(element));
    if (element == PrimValType.U8) {
      return ByteList.owned(packed(values, 1));
    }
    if (element instanceof PrimValType p && NumberList.packs(p)) {
      return new NumberList(p, ByteList.owned(packed(values, NumberList.width(p))));
    }
    return new Value.ListValue(values);
  }

  private static byte[] packed(List<Value> values, int width) {
    byte[] bytes = new byte[values.size() * width];
    for (int i = 0; i < values.size(); i++) {
      dev.wrt.component.value.Packing.store(bytes, i * width, Scalars.word(values.get(i)), width);
    }
    return bytes;
  }

  private Value primitive(PrimValType type) {
    if (type == PrimValType.STRING) {
      StringForm form =
          switch (word()) {
            case "u8" -> StringForm.UTF8;
            case "u16" -> StringForm.UTF16;
            case "l1" -> StringForm.LATIN1;
            default -> StringForm.TAGGED_UTF16;
          };
      return new Value.Str(new String(bytes(), StandardCharsets.UTF_8), form);
    }
    long bits = bits();
    return switch (type) {
      case BOOL -> new Value.Bool(bits != 0);
      case S8 -> new Value.S8((byte) bits);
      case U8 -> new Value.U8((int) bits);
      case S16 -> new Value.S16((short) bits);
      case U16 -> new Value.U16((int) bits);
      case S32 -> new Value.S32((int) bits);
      case U32 -> new Value.U32((int) bits);
      case S64 -> new Value.S64(bits);
      case U64 -> new Value.U64(bits);
      case F32 -> new Value.F32(Float.intBitsToFloat((int) bits));
      case F64 -> new Value.F64(Double.longBitsToDouble(bits));
      case CHAR -> new Value.Char((int) bits);
      case STRING, ERROR_CONTEXT -> throw new AssertionError(type);
    };
  }
}
