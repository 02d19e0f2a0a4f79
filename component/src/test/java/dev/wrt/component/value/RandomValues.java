package dev.wrt.component.value;

import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random types and values of them, from a seed.
public final class RandomValues {
  private static final String[] LABELS = {
    "a", "some", "none", "ok", "err", "true", "two-words", "HTTP3", "method-GET", "nan", "inf", "z9"
  };
  private static final int[] CODE_POINTS = {
    'a', '"', '\'', '\\', '\n', '\t', 0, 0x7F, 0xE9, 0x20AC, 0xD7FF, 0xE000, 0xFFFD, 0x1F600,
    0x10FFFF
  };

  private final SplittableRandom random;

  /// Starts from a seed.
  public RandomValues(long seed) {
    random = new SplittableRandom(seed);
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private PrimValType primitive() {
    return PrimValType.values()[below(PrimValType.ERROR_CONTEXT.ordinal())];
  }

  /// A type of at most so many levels.
  public ValType type(int depth) {
    if (depth == 1 || below(4) == 0) {
      return primitive();
    }
    return switch (below(11)) {
      case 0 -> new ValType.RecordType(fields(depth));
      case 1 -> new ValType.TupleType(types(1 + below(4), depth));
      case 2 -> new ValType.VariantType(cases(depth));
      case 3 -> new ValType.EnumType(labels(1 + below(LABELS.length)));
      case 4 -> new ValType.OptionType(type(depth - 1));
      case 5 -> new ValType.ResultType(maybe(depth), maybe(depth));
      case 6 ->
          new ValType.FlagsType(IntStream.range(0, 1 + below(32)).mapToObj(i -> "l" + i).toList());
      case 7 -> new ValType.MapType(primitive(), type(depth - 1));
      case 8 -> new ValType.FixedLengthListType(type(depth - 1), 1 + below(5));
      default -> new ValType.ListType(type(depth - 1));
    };
  }

  private static List<String> labels(int count) {
    return List.of(LABELS).subList(0, count);
  }

  private List<ValType> types(int count, int depth) {
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(type(depth - 1));
    }
    return types;
  }

  private Optional<ValType> maybe(int depth) {
    return below(3) == 0 ? Optional.empty() : Optional.of(type(depth - 1));
  }

  private List<ValType.Field> fields(int depth) {
    return labels(1 + below(5)).stream().map(l -> new ValType.Field(l, type(depth - 1))).toList();
  }

  private List<ValType.Case> cases(int depth) {
    return labels(1 + below(6)).stream().map(l -> new ValType.Case(l, maybe(depth))).toList();
  }

  /// A value of a type without handles.
  public Value value(ValType type) {
    return switch (type) {
      case PrimValType t -> scalar(t);
      case ValType.RecordType t ->
          new Value.RecordValue(t.fields().stream().map(f -> value(f.type())).toList());
      case ValType.TupleType t ->
          new Value.TupleValue(t.elements().stream().map(this::value).toList());
      case ValType.VariantType t -> {
        int index = below(t.cases().size());
        yield new Value.VariantValue(
            index, t.cases().get(index).type().map(this::value).orElse(null));
      }
      case ValType.EnumType t -> new Value.EnumValue(below(t.labels().size()));
      case ValType.OptionType t ->
          below(2) == 0 ? Value.OptionValue.NONE : Value.OptionValue.some(value(t.some()));
      case ValType.ResultType t -> {
        boolean ok = below(2) == 0;
        yield new Value.ResultValue(ok, (ok ? t.ok() : t.error()).map(this::value).orElse(null));
      }
      case ValType.FlagsType t -> {
        int count = t.labels().size();
        yield new Value.FlagsValue(random.nextInt() & (count == 32 ? -1 : (1 << count) - 1));
      }
      case ValType.ListType t -> list(t.element(), below(5));
      case ValType.FixedLengthListType t -> list(t.element(), t.length());
      case ValType.MapType t -> list(new ValType.TupleType(List.of(t.key(), t.value())), below(5));
      default -> throw new AssertionError(type);
    };
  }

  private Value list(ValType element, int count) {
    List<Value> values = IntStream.range(0, count).mapToObj(i -> value(element)).toList();
    return element instanceof PrimValType p ? Packing.list(p, values) : new Value.ListValue(values);
  }

  private Value scalar(PrimValType type) {
    long bits = below(3) == 0 ? below(3) - 1 : random.nextLong();
    return switch (type) {
      case BOOL -> new Value.Bool((bits & 1) == 0);
      case S8 -> new Value.S8((byte) bits);
      case U8 -> new Value.U8((int) bits & 0xFF);
      case S16 -> new Value.S16((short) bits);
      case U16 -> new Value.U16((int) bits & 0xFFFF);
      case S32 -> new Value.S32((int) bits);
      case U32 -> new Value.U32((int) bits);
      case S64 -> new Value.S64(bits);
      case U64 -> new Value.U64(bits);
      case F32 -> new Value.F32(Float.intBitsToFloat(Float.floatToIntBits(f32((int) bits))));
      case F64 -> new Value.F64(f64(bits));
      case CHAR -> new Value.Char(CODE_POINTS[below(CODE_POINTS.length)]);
      case STRING -> new Value.Str(text(), StringForm.values()[below(2)]);
      case ERROR_CONTEXT -> throw new AssertionError(type);
    };
  }

  private float f32(int bits) {
    return switch (below(6)) {
      case 0 -> Float.NaN;
      case 1 -> Float.NEGATIVE_INFINITY;
      case 2 -> -0.0f;
      case 3 -> below(1000) / 8f;
      default -> Float.isNaN(Float.intBitsToFloat(bits)) ? 1e10f : Float.intBitsToFloat(bits);
    };
  }

  private double f64(long bits) {
    return switch (below(6)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> -0.0;
      case 3 -> below(1000) / 8.0;
      default ->
          Double.isNaN(Double.longBitsToDouble(bits)) ? 1e300 : Double.longBitsToDouble(bits);
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int count = below(8);
    int alphabet = below(2) == 0 ? 2 : CODE_POINTS.length;
    for (int i = 0; i < count; i++) {
      text.appendCodePoint(CODE_POINTS[below(alphabet)]);
    }
    return text.toString();
  }
}
