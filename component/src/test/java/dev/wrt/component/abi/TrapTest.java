package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Where lifting and lowering trap, and with which code.
// [utest->req~abi-lift-traps~1]
// [utest->req~abi-lower-traps~1]
// [utest->req~abi-types~2]
class TrapTest {
  private static final ValType STRING = PrimValType.STRING;
  private static final ValType U32S = new ValType.ListType(PrimValType.U32);
  private static final ValType TUPLE =
      new ValType.TupleType(
          IntStream.range(0, 17).<ValType>mapToObj(i -> PrimValType.U32).toList());
  private static final ValType VARIANT =
      new ValType.VariantType(
          List.of(
              new ValType.Case("a", Optional.of(PrimValType.U8)),
              new ValType.Case("b", Optional.empty())));
  private static final int SIZE = Guest.PAGE;
  private static final long TAG = 1L << 31;

  private static Fault.Trap trap(AbiCode code) {
    return AbiCode.trap(code) instanceof Fault.Trap t ? t : new Fault.Trap(code, "", List.of());
  }

  static Stream<Arguments> lifts() {
    return Stream.of(
        lift(StringEncoding.UTF8, STRING, AbiCode.STRING_OUT_OF_BOUNDS, SIZE - 1, 2),
        lift(StringEncoding.UTF8, STRING, AbiCode.STRING_OUT_OF_BOUNDS, SIZE + 1, 0),
        lift(StringEncoding.UTF8, STRING, AbiCode.STRING_OUT_OF_BOUNDS, 0xFFFF_FFFFL, 1),
        lift(StringEncoding.UTF8, STRING, AbiCode.STRING_TOO_LONG, 0, 1L << 28),
        lift(StringEncoding.UTF16, STRING, AbiCode.STRING_TOO_LONG, 0, 1L << 27),
        lift(StringEncoding.UTF16, STRING, AbiCode.UNALIGNED_POINTER, 1, 1),
        lift(StringEncoding.UTF16, STRING, AbiCode.STRING_OUT_OF_BOUNDS, SIZE - 2, 2),
        lift(StringEncoding.LATIN1_UTF16, STRING, AbiCode.UNALIGNED_POINTER, 1, 1),
        lift(StringEncoding.LATIN1_UTF16, STRING, AbiCode.STRING_OUT_OF_BOUNDS, SIZE - 2, TAG | 2),
        lift(StringEncoding.LATIN1_UTF16, STRING, AbiCode.STRING_TOO_LONG, 0, TAG | 1L << 27),
        lift(StringEncoding.UTF8, U32S, AbiCode.UNALIGNED_POINTER, 2, 1),
        lift(StringEncoding.UTF8, U32S, AbiCode.LIST_OUT_OF_BOUNDS, SIZE - 4, 2),
        lift(StringEncoding.UTF8, U32S, AbiCode.LIST_OUT_OF_BOUNDS, SIZE + 4, 0),
        lift(StringEncoding.UTF8, U32S, AbiCode.LIST_TOO_LONG, 0, 1L << 26),
        lift(StringEncoding.UTF8, U32S, AbiCode.LIST_TOO_LONG, 0, 0xFFFF_FFFFL),
        lift(StringEncoding.UTF8, new ValType.ListType(STRING), AbiCode.LIST_TOO_LONG, 0, 1L << 25),
        lift(StringEncoding.UTF8, TUPLE, AbiCode.UNALIGNED_POINTER, 2),
        lift(StringEncoding.UTF8, TUPLE, AbiCode.POINTER_OUT_OF_BOUNDS, SIZE - 64),
        lift(StringEncoding.UTF8, VARIANT, AbiCode.INVALID_DISCRIMINANT, 2, 0),
        lift(StringEncoding.UTF8, VARIANT, AbiCode.INVALID_DISCRIMINANT, 0xFFFF_FFFFL, 0),
        lift(
            StringEncoding.UTF8,
            new ValType.EnumType(List.of("e")),
            AbiCode.INVALID_DISCRIMINANT,
            1),
        lift(StringEncoding.UTF8, PrimValType.CHAR, AbiCode.INVALID_CHAR, 0xD800),
        lift(StringEncoding.UTF8, PrimValType.CHAR, AbiCode.INVALID_CHAR, 0xDFFF),
        lift(StringEncoding.UTF8, PrimValType.CHAR, AbiCode.INVALID_CHAR, 0x11_0000),
        lift(StringEncoding.UTF8, PrimValType.CHAR, AbiCode.INVALID_CHAR, 0xFFFF_FFFFL));
  }

  private static Arguments lift(StringEncoding encoding, ValType type, AbiCode code, long... core) {
    return Arguments.of(encoding, type, code, core);
  }

  @ParameterizedTest
  @MethodSource("lifts")
  @DisplayName("lifting traps at what the ABI forbids")
  void lifting(StringEncoding encoding, ValType type, AbiCode code, long[] core) {
    try (Guest guest = new Guest(encoding, new MemoryStrategy.ZeroCopy(), SIZE)) {
      assertEquals(trap(code), Guest.err(guest.liftAll(guest.layout(type), core)));
    }
  }

  @Test
  @DisplayName("what ends exactly at the end of memory is lifted, and an empty list may lie there")
  void edges() {
    try (Guest guest = new Guest(StringEncoding.UTF8, new MemoryStrategy.ZeroCopy(), SIZE)) {
      Guest.ok(guest.liftAll(guest.layout(STRING), SIZE - 1, 1));
      Guest.ok(guest.liftAll(guest.layout(STRING), SIZE, 0));
      Guest.ok(guest.liftAll(guest.layout(U32S), SIZE - 4, 1));
      Guest.ok(guest.liftAll(guest.layout(U32S), SIZE, 0));
      Guest.ok(guest.liftAll(guest.layout(TUPLE), SIZE - 68));
    }
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(StringEncoding.UTF8, "ff", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "c0af", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "e08080", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "eda080", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "f0808080", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "f4908080", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "f5808080", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "80", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "c341", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "efbfbdff", AbiCode.INVALID_UTF8),
        Arguments.of(StringEncoding.UTF8, "61c3", AbiCode.INCOMPLETE_UTF8),
        Arguments.of(StringEncoding.UTF8, "e282", AbiCode.INCOMPLETE_UTF8),
        Arguments.of(StringEncoding.UTF8, "f09f98", AbiCode.INCOMPLETE_UTF8),
        Arguments.of(StringEncoding.UTF16, "00d8", AbiCode.INVALID_UTF16),
        Arguments.of(StringEncoding.UTF16, "00dc", AbiCode.INVALID_UTF16),
        Arguments.of(StringEncoding.UTF16, "00d86100", AbiCode.INVALID_UTF16),
        Arguments.of(StringEncoding.UTF16, "fdff00dc", AbiCode.INVALID_UTF16));
  }

  @ParameterizedTest
  @MethodSource("texts")
  @DisplayName("bytes that are no text of their encoding trap")
  void malformedText(StringEncoding encoding, String hex, AbiCode code) {
    byte[] bytes = new Tokens("x" + hex).bytes();
    try (Guest guest = new Guest(encoding, new MemoryStrategy.ZeroCopy(), SIZE)) {
      guest.write(0, bytes);
      long units = encoding == StringEncoding.UTF8 ? bytes.length : bytes.length / 2;
      assertEquals(trap(code), Guest.err(guest.liftAll(guest.layout(STRING), 0, units)));
    }
  }

  @Test
  @DisplayName("text that holds U+FFFD itself, a byte order mark or a NUL is lifted as it is")
  void unusualText() {
    String text = "\uFFFDa\uFEFF\u0000";
    try (Guest guest = new Guest(StringEncoding.UTF16, new MemoryStrategy.ZeroCopy(), SIZE)) {
      guest.write(0, new Tokens("xfdff6100fffe0000").bytes());
      Values lifted = Guest.ok(guest.liftAll(guest.layout(STRING), 0, 4));
      assertEquals(Values.of(new Value.Str(text)), lifted);
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  @DisplayName("lowering traps at an answer of realloc that is unaligned or beyond the end")
  void answersOfRealloc(ValType type, Value value, int ptr, AbiCode code) {
    try (Guest guest = new Guest(StringEncoding.UTF8, new MemoryStrategy.ZeroCopy(), SIZE)) {
      guest.lower.start(guest.context(), guest.layout(type), Values.of(value), 16);
      assertEquals(Lower.Step.CALL_REALLOC, guest.lower.step());
      guest.lower.reallocated(ptr);
      assertEquals(Lower.Step.FAULT, guest.lower.step());
      assertEquals(trap(code), guest.lower.fault());
    }
  }

  static Stream<Arguments> answers() {
    Value numbers = new Value.ListValue(List.of(new Value.U32(1), new Value.U32(2)));
    Value none = new Value.ListValue(List.of());
    Value tuple =
        new Value.TupleValue(IntStream.range(0, 17).<Value>mapToObj(Value.U32::new).toList());
    return Stream.of(
        Arguments.of(U32S, numbers, 2, AbiCode.REALLOC_UNALIGNED),
        Arguments.of(U32S, numbers, SIZE - 4, AbiCode.REALLOC_OUT_OF_BOUNDS),
        Arguments.of(U32S, numbers, -4, AbiCode.REALLOC_OUT_OF_BOUNDS),
        Arguments.of(U32S, none, SIZE + 4, AbiCode.REALLOC_OUT_OF_BOUNDS),
        Arguments.of(U32S, none, 1, AbiCode.REALLOC_UNALIGNED),
        Arguments.of(STRING, new Value.Str("abc"), SIZE - 2, AbiCode.REALLOC_OUT_OF_BOUNDS),
        Arguments.of(TUPLE, tuple, 2, AbiCode.REALLOC_UNALIGNED),
        Arguments.of(TUPLE, tuple, SIZE - 64, AbiCode.REALLOC_OUT_OF_BOUNDS));
  }

  @Test
  @DisplayName("lowering traps at a pointer for results that is unaligned or beyond the end")
  void outParameters() {
    try (Guest guest = new Guest(StringEncoding.UTF8, new MemoryStrategy.ZeroCopy(), SIZE)) {
      Layout layout = guest.layout(U32S);
      Values values = Values.of(new Value.ListValue(List.of()));
      guest.lower.start(guest.context(), layout, values, 1, 2);
      assertEquals(trap(AbiCode.UNALIGNED_POINTER), Guest.err(guest.finish()));
      guest.lower.start(guest.context(), layout, values, 1, SIZE - 4);
      assertEquals(trap(AbiCode.POINTER_OUT_OF_BOUNDS), Guest.err(guest.finish()));
      guest.lower.start(guest.context(), layout, values, 1, SIZE - 8);
      assertEquals(0, Guest.ok(guest.finish()).length, "results in memory leave no core value");
    }
  }

  @Test
  @DisplayName("a value narrower than its core value is cut, a bool is any number but 0")
  void cutting() {
    try (Guest guest = new Guest(StringEncoding.UTF8, new MemoryStrategy.ZeroCopy(), 0)) {
      Layout layout =
          guest.layout(
              PrimValType.BOOL,
              PrimValType.U8,
              PrimValType.S8,
              PrimValType.U16,
              new ValType.FlagsType(List.of("a", "b")));
      Values lifted = Guest.ok(guest.liftAll(layout, 0x100, 0x1FF, 0x80, 0xF_FFFF, 0xFE));
      assertEquals(
          Values.of(
              new Value.Bool(true),
              new Value.U8(0xFF),
              new Value.S8((byte) -128),
              new Value.U16(0xFFFF),
              new Value.FlagsValue(2)),
          lifted);
    }
  }

  @Test
  @DisplayName("NaNs become canonical in both directions, in lists too")
  void nans() {
    try (Guest guest = new Guest(StringEncoding.UTF8, new MemoryStrategy.ZeroCopy(), SIZE)) {
      Layout layout = guest.layout(PrimValType.F32, new ValType.ListType(PrimValType.F64));
      guest.write(8, new Tokens("x010000000000f07f").bytes());
      guest.write(16, new Tokens("x000000000000f0ff").bytes());
      Values lifted = Guest.ok(guest.liftAll(layout, 0xFFC1_2345L, 8, 2));
      assertEquals(new Value.F32(Float.NaN), lifted.get(0));
      Value list =
          new Value.ListValue(
              List.of(new Value.F64(Double.NaN), new Value.F64(Double.NEGATIVE_INFINITY)));
      assertEquals(list, lifted.get(1));
      Values strange = Values.of(new Value.F32(Float.intBitsToFloat(0xFFC1_2345)), list);
      assertEquals(Scalars.NAN_32, Guest.ok(guest.lowerAll(layout, strange))[0]);
    }
  }

  @Test
  @DisplayName(
      "types that are too deep, too large or not enabled are refused when they are laid out")
  void refusedTypes() {
    try (Guest guest = new Guest(StringEncoding.UTF8, new MemoryStrategy.ZeroCopy(), 0)) {
      ValType deep = PrimValType.U8;
      while (deep.info().depth() < Layouts.DEPTH_MAX) {
        deep = new ValType.OptionType(deep);
      }
      Guest.ok(guest.layouts.of(deep));
      Result<Layout> tooDeep = guest.layouts.of(new ValType.OptionType(deep));
      assertEquals(AbiCode.TYPE_TOO_DEEP, Guest.err(tooDeep).code());
      ValType wide = PrimValType.U64;
      for (int i = 0; i < 26; i++) {
        wide = new ValType.TupleType(List.of(wide, wide));
      }
      assertEquals(AbiCode.TYPE_TOO_LARGE, Guest.err(guest.layouts.of(wide)).code());
    }
  }

  @Test
  @DisplayName("a code knows the suite's wordings of its trap")
  void words() {
    assertTrue(AbiCode.LIST_OUT_OF_BOUNDS.words("wasm trap: list content out-of-bounds"));
    assertTrue(AbiCode.REALLOC_UNALIGNED.words("realloc return: result not aligned"));
    assertTrue(AbiCode.REALLOC_UNALIGNED.words("unaligned pointer"));
    assertEquals(false, AbiCode.REALLOC_UNALIGNED.words("unreachable"));
    assertInstanceOf(Fault.Trap.class, AbiCode.trap(AbiCode.INVALID_CHAR));
  }
}
