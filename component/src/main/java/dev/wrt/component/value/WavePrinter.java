package dev.wrt.component.value;

import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Prints WAVE. A stack of frames takes the place of recursion; printing stops at a length.
final class WavePrinter {
  private static final String CUT = "...";

  private final StringBuilder text = new StringBuilder();
  private final ArrayDeque<Parts> path = new ArrayDeque<>();
  private final int lengthMax;

  WavePrinter(int lengthMax) {
    this.lengthMax = lengthMax;
  }

  /// Parts that are still to be printed.
  private static final class Parts {
    final Sequence values;
    final List<ValType> types;
    final List<String> names;
    final String close;
    int next;
    boolean any;

    /// @param types one for each value, or one for all
    /// @param names one for each value, or none
    Parts(Sequence values, List<ValType> types, List<String> names, String close) {
      this.values = values;
      this.types = types;
      this.names = names;
      this.close = close;
    }

    ValType typeOf(int i) {
      return types.get(types.size() == 1 ? 0 : i);
    }
  }

  /// Prints a value; where it does not fit, its beginning and three dots.
  // [impl->req~wave-print~1]
  String print(Value value, ValType type) {
    begin(value, type);
    while (!path.isEmpty() && text.length() <= lengthMax) {
      goOn(path.element());
    }
    if (text.length() > lengthMax) {
      text.setLength(Math.max(0, lengthMax - CUT.length()));
      text.append(CUT);
    }
    return text.toString();
  }

  private void goOn(Parts top) {
    if (top.next == top.values.size()) {
      path.pop();
      text.append(top.any || top.names.isEmpty() ? "" : ":").append(top.close);
      return;
    }
    int i = top.next++;
    Value value = top.values.get(i);
    ValType type = top.typeOf(i);
    boolean named = !top.names.isEmpty();
    if (named && type instanceof ValType.OptionType && value.equals(Value.OptionValue.NONE)) {
      return;
    }
    text.append(top.any ? ", " : "");
    top.any = true;
    if (named) {
      text.append(top.names.get(i)).append(": ");
    }
    begin(value, type);
  }

  /// Prints a value without parts, or the beginning of one. What a stream carried prints as a list,
  /// what a future carried as itself.
  private void begin(Value value, ValType given) {
    ValType type = given;
    while (type instanceof ValType.FutureType t && t.element().isPresent()) {
      type = t.element().get();
    }
    beginAs(value, type);
  }

  private void beginAs(Value value, ValType type) {
    switch (value) {
      case ByteList v -> list(v, v.isOpen(), PrimValType.U8);
      case NumberList v -> list(v, v.bytes().isOpen(), v.element());
      case Value.ListValue v -> list(v, true, element(type));
      case Value.RecordValue v when type instanceof ValType.RecordType t -> record(v, t);
      case Value.TupleValue v when type instanceof ValType.TupleType t ->
          open("(", v.elements(), t.elements(), ")");
      case Value.VariantValue v when type instanceof ValType.VariantType t -> {
        ValType.Case chosen = t.cases().get(v.caseIndex());
        payload(label(chosen.name()), v.payload(), chosen.type());
      }
      case Value.EnumValue v when type instanceof ValType.EnumType t ->
          text.append(label(t.labels().get(v.caseIndex())));
      case Value.OptionValue v when type instanceof ValType.OptionType t ->
          payload(v.value() == null ? "none" : "some", v.value(), Optional.of(t.some()));
      case Value.ResultValue v when type instanceof ValType.ResultType t ->
          payload(v.ok() ? "ok" : "err", v.payload(), v.ok() ? t.ok() : t.error());
      case Value.FlagsValue v when type instanceof ValType.FlagsType t -> flags(v, t.labels());
      case Value.TupleValue v when v.elements().isEmpty() -> text.append("()");
      default -> scalar(value);
    }
  }

  private static ValType element(ValType list) {
    return switch (list) {
      case ValType.ListType t -> t.element();
      case ValType.FixedLengthListType t -> t.element();
      case ValType.MapType t -> new ValType.TupleType(List.of(t.key(), t.value()));
      case ValType.StreamType t -> t.element().orElse(list);
      default -> list;
    };
  }

  private void list(Sequence list, boolean isOpen, ValType element) {
    if (isOpen) {
      text.append('[');
      path.push(new Parts(list, List.of(element), List.of(), "]"));
    } else {
      text.append("<list of ").append(list.size()).append(", ended>");
    }
  }

  private void record(Value.RecordValue value, ValType.RecordType type) {
    text.append('{');
    List<ValType> types = type.fields().stream().map(ValType.Field::type).toList();
    List<String> names = type.fields().stream().map(ValType.Field::name).toList();
    path.push(new Parts(new Value.ListValue(value.fields()), types, names, "}"));
  }

  private void open(String open, List<Value> values, List<ValType> types, String close) {
    text.append(open);
    path.push(new Parts(new Value.ListValue(values), types, List.of(), close));
  }

  private void payload(String label, @Nullable Value payload, Optional<ValType> type) {
    text.append(label);
    if (payload != null && type.isPresent()) {
      open("(", List.of(payload), List.of(type.get()), ")");
    }
  }

  private static String label(String name) {
    return WaveScalars.isKeyword(name) ? "%" + name : name;
  }

  private void flags(Value.FlagsValue flags, List<String> labels) {
    text.append('{');
    String separator = "";
    for (int i = 0; i < labels.size(); i++) {
      if (flags.isSet(i)) {
        text.append(separator).append(labels.get(i));
        separator = ", ";
      }
    }
    text.append('}');
  }

  private void scalar(Value value) {
    switch (value) {
      case Value.Bool v -> text.append(v.value());
      case Value.S8 v -> text.append(v.value());
      case Value.U8 v -> text.append(v.value());
      case Value.S16 v -> text.append(v.value());
      case Value.U16 v -> text.append(v.value());
      case Value.S32 v -> text.append(v.value());
      case Value.U32 v -> text.append(v.unsigned());
      case Value.S64 v -> text.append(v.value());
      case Value.U64 v -> text.append(v.unsigned());
      case Value.F32 v -> number(Float.toString(v.value()));
      case Value.F64 v -> number(Double.toString(v.value()));
      case Value.Char v -> quoted(Character.toString(v.codePoint()), '\'');
      case Value.Str v -> quoted(v.value(), '"');
      case Value.Handle v ->
          text.append(v.own() ? "<resource " : "<borrowed ")
              .append(v.type().name())
              .append('#')
              .append(Integer.toUnsignedString(v.rep()))
              .append('>');
      case Value.ErrorContextValue v -> {
        text.append("<error-context ");
        quoted(v.debugMessage(), '"');
        text.append('>');
      }
      default -> text.append('<').append(ValueKind.of(value)).append('>');
    }
  }

  /// A float in Java's words as a JSON number or keyword.
  private void number(String java) {
    String number =
        switch (java) {
          case "NaN" -> "nan";
          case "Infinity" -> "inf";
          case "-Infinity" -> "-inf";
          default -> java.replace('E', 'e').replace(".0e", "e");
        };
    text.append(number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
  }

  private void quoted(String value, char quote) {
    text.append(quote);
    for (int i = 0; i < value.length() && text.length() <= lengthMax; i++) {
      character(value.charAt(i), quote);
    }
    text.append(quote);
  }

  private void character(char c, char quote) {
    switch (c) {
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (c == quote) {
          text.append('\\').append(c);
        } else if (Character.isISOControl(c)) {
          text.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
          text.append(c);
        }
      }
    }
  }
}
