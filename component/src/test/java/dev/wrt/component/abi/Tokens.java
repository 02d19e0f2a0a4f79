package dev.wrt.component.abi;

import dev.wrt.component.value.Packing;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.StringForm;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads the words of the oracle's notation, which `notation.py` describes: types, values, numbers,
/// bytes.
final class Tokens {
  /// A resource type known by its number.
  record Resource(int number) implements ResourceType {
    @Override
    public String name() {
      return "r" + number;
    }
  }

  /// A readable end known by its number.
  record End(int number, ValType type) implements ReadableEnd {}

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

  /// All numbers that are left.
  long[] allBits() {
    long[] all = new long[words.length - next];
    for (int i = 0; i < all.length; i++) {
      all[i] = bits();
    }
    return all;
  }

  /// Bytes as `x` and hexadecimal digits.
  byte[] bytes() {
    return HexFormat.of().parseHex(word().substring(1));
  }

  /// A memory: its size, and the bytes that are not 0 at the end.
  byte[] memory() {
    byte[] memory = new byte[number()];
    byte[] given = bytes();
    System.arraycopy(given, 0, memory, 0, given.length);
    return memory;
  }

  /// A count and as many types.
  List<ValType> types() {
    return types(number());
  }

  private List<ValType> types(int count) {
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(type());
    }
    return types;
  }

  /// A type, or `_`.
  Optional<ValType> maybeType() {
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
      case "fixed" -> {
        int length = number();
        yield new ValType.FixedLengthListType(type(), length);
      }
      case "map" -> new ValType.MapType(type(), type());
      case "option" -> new ValType.OptionType(type());
      case "tuple" -> new ValType.TupleType(types());
      case "enum" -> new ValType.EnumType(labels("e", number()));
      case "flags" -> new ValType.FlagsType(labels("l", number()));
      case "result" -> new ValType.ResultType(maybeType(), maybeType());
      case "own" -> new ValType.OwnType(new Resource(number()));
      case "borrow" -> new ValType.BorrowType(new Resource(number()));
      case "stream" -> new ValType.StreamType(maybeType());
      case "future" -> new ValType.FutureType(maybeType());
      case "record" -> record(types());
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

  private static ValType record(List<ValType> types) {
    List<ValType.Field> fields = new ArrayList<>();
    for (ValType t : types) {
      fields.add(new ValType.Field("f" + fields.size(), t));
    }
    return new ValType.RecordType(fields);
  }

  /// A value of each type.
  List<Value> values(List<ValType> types) {
    List<Value> values = new ArrayList<>();
    for (ValType type : types) {
      values.add(value(type));
    }
    return values;
  }

  private @Nullable Value maybe(Optional<ValType> type) {
    return type.isPresent() ? value(type.get()) : null;
  }

  Value value(ValType type) {
    return switch (type) {
      case PrimValType t -> primitive(t);
      case ValType.ListType t -> list(t.element(), number());
      case ValType.FixedLengthListType t -> list(t.element(), number());
      case ValType.MapType t -> list(new ValType.TupleType(List.of(t.key(), t.value())), number());
      case ValType.OptionType t ->
          number() == 0 ? Value.OptionValue.NONE : Value.OptionValue.some(value(t.some()));
      case ValType.TupleType t -> new Value.TupleValue(values(t.elements()));
      case ValType.RecordType t ->
          new Value.RecordValue(values(t.fields().stream().map(ValType.Field::type).toList()));
      case ValType.EnumType _ -> new Value.EnumValue(number());
      case ValType.FlagsType _ -> new Value.FlagsValue((int) bits());
      case ValType.ResultType t -> {
        boolean ok = number() == 0;
        yield new Value.ResultValue(ok, maybe(ok ? t.ok() : t.error()));
      }
      case ValType.VariantType t -> {
        int index = number();
        yield new Value.VariantValue(index, maybe(t.cases().get(index).type()));
      }
      case ValType.OwnType t -> new Value.Handle(t.resource(), (int) bits(), true);
      case ValType.BorrowType t -> new Value.Handle(t.resource(), (int) bits(), false);
      case ValType.StreamType t -> new Value.StreamValue(new End(number(), t));
      case ValType.FutureType t -> new Value.FutureValue(new End(number(), t));
    };
  }

  /// In the packed form where there is one.
  private Value list(ValType element, int count) {
    List<Value> values = values(Collections.nCopies(count, element));
    return element instanceof PrimValType p ? Packing.list(p, values) : new Value.ListValue(values);
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
      case ERROR_CONTEXT -> new Value.ErrorContextValue(String.valueOf(bits));
      case STRING -> throw new AssertionError(type);
    };
  }

  /// The words of values, as they are read.
  static String text(List<Value> values) {
    StringBuilder text = new StringBuilder();
    for (Value value : values) {
      text.append(text.isEmpty() ? "" : " ").append(text(value));
    }
    return text.toString();
  }

  private static String cased(int index, @Nullable Value payload) {
    return payload == null ? String.valueOf(index) : index + " " + text(payload);
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Str v -> form(v.form()) + " x" + hex(v.value());
      case dev.wrt.component.value.Sequence v ->
          v.size() + (v.size() == 0 ? "" : " " + text(Packing.values(v)));
      case Value.RecordValue v -> text(v.fields());
      case Value.TupleValue v -> text(v.elements());
      case Value.VariantValue v -> cased(v.caseIndex(), v.payload());
      case Value.EnumValue v -> cased(v.caseIndex(), null);
      case Value.OptionValue v -> cased(v.value() == null ? 0 : 1, v.value());
      case Value.ResultValue v -> cased(v.ok() ? 0 : 1, v.payload());
      case Value.FlagsValue v -> Integer.toUnsignedString(v.bits());
      case Value.Handle v -> Integer.toUnsignedString(v.rep());
      case Value.StreamValue v -> String.valueOf(((End) v.end()).number());
      case Value.FutureValue v -> String.valueOf(((End) v.end()).number());
      case Value.ErrorContextValue v -> v.debugMessage();
      case Value.Bool v -> v.value() ? "1" : "0";
      case Value.Char v -> String.valueOf(v.codePoint());
      case Value.S8 v -> String.valueOf(v.value());
      case Value.S16 v -> String.valueOf(v.value());
      case Value.S32 v -> String.valueOf(v.value());
      case Value.S64 v -> String.valueOf(v.value());
      default -> Long.toUnsignedString(Packing.bits(value));
    };
  }

  private static String form(StringForm form) {
    return switch (form) {
      case UTF8 -> "u8";
      case UTF16 -> "u16";
      case LATIN1 -> "l1";
      case TAGGED_UTF16 -> "t16";
    };
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
