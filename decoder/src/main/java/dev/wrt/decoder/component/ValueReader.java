package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.Utf8;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads `val(t)`: whether bytes are a value of a type (Binary.md, "Value Definitions").
///
/// What is still to be read stands on an explicit stack, repeated parts once with their number.
/// Every value takes a byte at least, so the bytes bound the work; the stack is charged.
// [impl->req~component-values~1]
final class ValueReader {
  private static final int F32_NAN = 0x7FC0_0000;
  private static final long F64_NAN = 0x7FF8_0000_0000_0000L;

  private final ByteReader in;
  private final FirstFault faults;
  private final Deque<Rest> stack = new ArrayDeque<>();

  /// Values of one type that are to be read one after the other.
  private static final class Rest {
    final ValType type;
    long count;

    Rest(ValType type, long count) {
      this.type = type;
      this.count = count;
    }
  }

  ValueReader(ByteReader in, FirstFault faults) {
    this.in = in;
    this.faults = faults;
  }

  /// Reads a value that takes all bytes.
  void read(ValType type) {
    push(type, 1);
    while (!stack.isEmpty() && in.ok() && faults.charge(1)) {
      Rest top = stack.getFirst();
      if (top.count == 0) {
        stack.pop();
      } else {
        top.count--;
        one(top.type);
      }
    }
    if (in.ok() && in.remaining() > 0) {
      bad(in.offset(), "bytes are left");
    }
  }

  private void push(ValType type, long count) {
    stack.push(new Rest(type, count));
  }

  private void pushAll(List<ValType> types) {
    types.reversed().forEach(t -> push(t, 1));
  }

  private void one(ValType type) {
    switch (type) {
      case PrimValType t -> primitive(t);
      case ValType.RecordType t -> pushAll(t.fields().stream().map(ValType.Field::type).toList());
      case ValType.TupleType t -> pushAll(t.elements());
      case ValType.VariantType t -> {
        int i = index(t.cases().size());
        t.cases().get(i).type().ifPresent(payload -> push(payload, 1));
      }
      case ValType.EnumType t -> index(t.labels().size());
      case ValType.OptionType t -> tagged(Optional.empty(), Optional.of(t.some()));
      case ValType.ResultType t -> tagged(t.ok(), t.error());
      case ValType.ListType t -> push(t.element(), Integer.toUnsignedLong(in.u32()));
      case ValType.FixedLengthListType t -> push(t.element(), Integer.toUnsignedLong(t.length()));
      case ValType.MapType t ->
          push(
              new ValType.TupleType(List.of(t.key(), t.value())), Integer.toUnsignedLong(in.u32()));
      case ValType.FlagsType t -> flags(t.labels().size());
      case ValType.OwnType t -> noValues(type);
      case ValType.BorrowType t -> noValues(type);
      case ValType.StreamType t -> noValues(type);
      case ValType.FutureType t -> noValues(type);
    }
  }

  private void noValues(ValType type) {
    bad(in.offset(), "there are no constants of type " + type.kind());
  }

  private void bad(int at, String why) {
    in.fail(new Fault.InvalidFault(ValidationCode.BAD_VALUE, at, why));
  }

  private int index(int count) {
    int at = in.offset();
    int i = in.u32();
    if (i < 0 || i >= count) {
      bad(at, "case " + Integer.toUnsignedString(i));
      return 0;
    }
    return i;
  }

  private void tagged(Optional<ValType> zero, Optional<ValType> one) {
    Optional<ValType> payload = index(2) == 0 ? zero : one;
    payload.ifPresent(t -> push(t, 1));
  }

  /// As many bytes as the labels need; what has no label is clear.
  private void flags(int labels) {
    int at = in.offset();
    int unused = 0;
    for (int bit = 0; bit < labels; bit += Byte.SIZE) {
      unused = in.u8() >> Math.min(labels - bit, Byte.SIZE);
    }
    if (unused != 0) {
      bad(at, "flags without labels");
    }
  }

  private void primitive(PrimValType type) {
    int at = in.offset();
    switch (type) {
      case BOOL -> index(2);
      case U8, S8 -> in.u8();
      case U16 -> inRange(at, Integer.toUnsignedLong(in.u32()), 0, 0xFFFF);
      case S16 -> inRange(at, in.s32(), Short.MIN_VALUE, Short.MAX_VALUE);
      case U32 -> in.u32();
      case S32 -> in.s32();
      case U64 -> in.u64();
      case S64 -> in.s64();
      case F32 -> canonical(at, in.fixed32(), F32_NAN);
      case F64 -> canonical(at, in.fixed64(), F64_NAN);
      case CHAR -> character(at);
      case STRING -> in.name(faults.limits().bytes());
      case ERROR_CONTEXT -> noValues(type);
    }
  }

  private void inRange(int at, long value, long min, long max) {
    if (value < min || value > max) {
      bad(at, value + " is out of range");
    }
  }

  private void canonical(int at, int bits, int nan) {
    if (Float.isNaN(Float.intBitsToFloat(bits)) && bits != nan) {
      bad(at, "NaN is not canonical");
    }
  }

  private void canonical(int at, long bits, long nan) {
    if (Double.isNaN(Double.longBitsToDouble(bits)) && bits != nan) {
      bad(at, "NaN is not canonical");
    }
  }

  /// One scalar value in UTF-8.
  private void character(int at) {
    int lead = in.u8();
    int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (in.ok() && length - 1 <= in.remaining()) {
      in.skip(length - 1);
      if (Utf8.valid(in.bytes(), at, at + length)) {
        return;
      }
    }
    bad(at, "no character");
  }
}
