package dev.wrt.component.value;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.component.ResourceType;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A component-level value: what crosses between components and the host.
///
/// Values are structural: labels of fields and cases live in the type ({@link
/// dev.wrt.decoder.component.ValType}), a value only holds positions. So a value is small, equality
/// is what tests want, and a value means something together with its type only.
///
/// Lists have three forms: {@link ByteList} for `list<u8>`, {@link NumberList} for lists of the
/// other numbers, both packed and without boxing, and {@link ListValue} for everything else. Lift
/// and WAVE always give the packed form; lower takes both, and both forms of equal elements are
/// equal. A `list` of a fixed length has the same forms. A `map` is a list of pairs, in the order
/// in which its side gives them: a {@link ListValue} of {@link TupleValue}s of key and value.
///
/// Floats compare by their bits after lifting has made NaNs canonical: a NaN equals itself, and 0.0
/// differs from -0.0.
public sealed interface Value
    permits Sequence,
        Value.Bool,
        Value.S8,
        Value.U8,
        Value.S16,
        Value.U16,
        Value.S32,
        Value.U32,
        Value.S64,
        Value.U64,
        Value.F32,
        Value.F64,
        Value.Char,
        Value.Str,
        Value.RecordValue,
        Value.TupleValue,
        Value.VariantValue,
        Value.EnumValue,
        Value.OptionValue,
        Value.ResultValue,
        Value.FlagsValue,
        Value.Handle,
        Value.StreamValue,
        Value.FutureValue,
        Value.ErrorContextValue {
  /// A `bool`.
  ///
  /// @param value the truth value
  record Bool(boolean value) implements Value {}

  /// An `s8`.
  ///
  /// @param value the number
  record S8(byte value) implements Value {}

  /// A `u8`.
  ///
  /// @param value 0 to 255
  record U8(int value) implements Value {
    /// Checks the range.
    public U8 {
      Invariant.check(value >= 0 && value <= 0xFF, "a u8 is 0 to 255");
    }
  }

  /// An `s16`.
  ///
  /// @param value the number
  record S16(short value) implements Value {}

  /// A `u16`.
  ///
  /// @param value 0 to 65535
  record U16(int value) implements Value {
    /// Checks the range.
    public U16 {
      Invariant.check(value >= 0 && value <= 0xFFFF, "a u16 is 0 to 65535");
    }
  }

  /// An `s32`.
  ///
  /// @param value the number
  record S32(int value) implements Value {}

  /// A `u32`.
  ///
  /// @param bits the number as 32 bits, to be read unsigned
  record U32(int bits) implements Value {
    /// The number, 0 to 2^32 - 1.
    public long unsigned() {
      return Integer.toUnsignedLong(bits);
    }
  }

  /// An `s64`.
  ///
  /// @param value the number
  record S64(long value) implements Value {}

  /// A `u64`.
  ///
  /// @param bits the number as 64 bits, to be read unsigned
  record U64(long bits) implements Value {
    /// The number in unsigned decimal.
    public String unsigned() {
      return Long.toUnsignedString(bits);
    }
  }

  /// An `f32`.
  ///
  /// @param value the number; a NaN is the canonical one
  record F32(float value) implements Value {}

  /// An `f64`.
  ///
  /// @param value the number; a NaN is the canonical one
  record F64(double value) implements Value {}

  /// A `char`.
  ///
  /// @param codePoint a Unicode scalar value: 0 to 0x10FFFF without surrogates
  record Char(int codePoint) implements Value {
    /// Checks the range.
    public Char {
      Invariant.check(isScalar(codePoint), "a char is a Unicode scalar value");
    }

    /// Whether a number is a Unicode scalar value.
    public static boolean isScalar(int codePoint) {
      return Character.isValidCodePoint(codePoint) && (codePoint & ~0x7FF) != 0xD800;
    }
  }

  /// A `string`. The form does not count for equality: it only decides how the ABI asks the
  /// receiving guest for memory.
  ///
  /// @param value the text, without lone surrogates
  /// @param form how the side that it comes from holds it
  record Str(String value, StringForm form) implements Value {
    /// A string of the host's.
    public Str(String value) {
      this(value, StringForm.UTF8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Str that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /// A `record`.
  ///
  /// @param fields the values in the order of the type's fields
  record RecordValue(List<Value> fields) implements Value {
    /// Keeps a private copy.
    public RecordValue {
      fields = List.copyOf(fields);
    }
  }

  /// A `tuple`.
  ///
  /// @param elements the values in order
  record TupleValue(List<Value> elements) implements Value {
    /// Keeps a private copy.
    public TupleValue {
      elements = List.copyOf(elements);
    }
  }

  /// A `variant`.
  ///
  /// @param caseIndex index of the case in the type
  /// @param payload its payload, null where the case has none
  record VariantValue(int caseIndex, @Nullable Value payload) implements Value {}

  /// An `enum`.
  ///
  /// @param caseIndex index of the label in the type
  record EnumValue(int caseIndex) implements Value {}

  /// An `option`.
  ///
  /// @param value the payload of `some`, null for `none`
  record OptionValue(@Nullable Value value) implements Value {
    /// `none`.
    public static final OptionValue NONE = new OptionValue(null);

    /// `some(value)`.
    public static OptionValue some(Value value) {
      return new OptionValue(value);
    }
  }

  /// A `result`.
  ///
  /// @param ok whether it is the `ok` case
  /// @param payload the payload of the case, null where it has none
  record ResultValue(boolean ok, @Nullable Value payload) implements Value {
    /// `ok` with its payload, if it has one.
    public static ResultValue ok(@Nullable Value payload) {
      return new ResultValue(true, payload);
    }

    /// `err` with its payload, if it has one.
    public static ResultValue err(@Nullable Value payload) {
      return new ResultValue(false, payload);
    }
  }

  /// A `flags`.
  ///
  /// @param bits bit i tells whether label i of the type is set; bits without a label are 0
  record FlagsValue(int bits) implements Value {
    /// Whether the label at an index is set.
    public boolean isSet(int index) {
      return (bits >>> index & 1) != 0;
    }
  }

  /// A handle of a resource: `own` or `borrow`.
  ///
  /// @param type the resource's type, compared by identity
  /// @param rep the representation, which means something to the resource's implementer only
  /// @param own whether ownership passes with it
  record Handle(ResourceType type, int rep, boolean own) implements Value {}

  /// A `stream`: its readable end, which passes with the value.
  ///
  /// @param end the end, of a stream type
  record StreamValue(ReadableEnd end) implements Value {}

  /// A `future`: its readable end, which passes with the value.
  ///
  /// @param end the end, of a future type
  record FutureValue(ReadableEnd end) implements Value {}

  /// An `error-context`.
  ///
  /// @param debugMessage what it says of the error, for people
  record ErrorContextValue(String debugMessage) implements Value {}

  /// A list of whatever elements have no packed form.
  ///
  /// @param elements the values in order
  record ListValue(List<Value> elements) implements Sequence {
    /// Keeps a private copy.
    public ListValue {
      elements = List.copyOf(elements);
    }

    @Override
    public int size() {
      return elements.size();
    }

    @Override
    public Value get(int index) {
      return elements.get(index);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sequence s && Sequence.equal(this, s);
    }

    @Override
    public int hashCode() {
      return Sequence.hash(this);
    }
  }
}
