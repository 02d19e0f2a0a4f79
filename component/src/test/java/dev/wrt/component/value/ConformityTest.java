package dev.wrt.component.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which values conform to a type, and what the fault says of those that don't.
// [utest->req~value-conformity~1]
// [utest->req~value-packed-lists~1]
class ConformityTest {
  private static final ResourceType COUNTER = () -> "counter";
  private static final ResourceType OTHER = () -> "other";
  private static final ValType POINT =
      new ValType.RecordType(
          List.of(
              new ValType.Field("x", PrimValType.U32),
              new ValType.Field("names", new ValType.ListType(PrimValType.STRING))));
  private static final ValType VARIANT =
      new ValType.VariantType(
          List.of(
              new ValType.Case("none-at-all", Optional.empty()),
              new ValType.Case("number", Optional.of(PrimValType.U8))));
  private static final Value U8 = new Value.U8(1);
  private static final ValType STREAM = new ValType.StreamType(Optional.of(PrimValType.U8));

  private static ComponentFuncType func(ValType type) {
    return new ComponentFuncType(
        List.of(new ComponentFuncType.Param("it", type)), Optional.of(type));
  }

  static Stream<Arguments> misfits() {
    ValType option = new ValType.OptionType(PrimValType.U8);
    ValType result = new ValType.ResultType(Optional.of(PrimValType.U8), Optional.empty());
    ValType tuple = new ValType.TupleType(List.of(PrimValType.U8, PrimValType.U8));
    ValType flags = new ValType.FlagsType(List.of("a", "b"));
    ValType enumeration = new ValType.EnumType(List.of("a", "b"));
    Value mixed = new Value.ListValue(List.of(new Value.Str("a"), U8));
    return Stream.of(
        Arguments.of(PrimValType.U8, new Value.S8((byte) 1), "it is s8, expected u8"),
        Arguments.of(PrimValType.STRING, U8, "it is u8, expected string"),
        Arguments.of(PrimValType.STRING, new Value.Str("\uD800"), "it is string, expected string"),
        Arguments.of(PrimValType.STRING, new Value.Str("\uDC00a"), "it is string, expected string"),
        Arguments.of(
            POINT,
            new Value.RecordValue(List.of(new Value.U32(1), mixed)),
            "it.names[1] is u8, expected string"),
        Arguments.of(
            option, Value.OptionValue.some(new Value.Bool(true)), "it.some is bool, expected u8"),
        Arguments.of(
            result, Value.ResultValue.ok(new Value.Bool(true)), "it.ok is bool, expected u8"),
        Arguments.of(result, Value.ResultValue.ok(null), "it is result, expected result<u8>"),
        Arguments.of(
            tuple, new Value.TupleValue(List.of(U8)), "it is tuple of 1, expected tuple<u8, u8>"),
        Arguments.of(VARIANT, new Value.VariantValue(1, mixed), "it.number is list, expected u8"),
        Arguments.of(flags, new Value.FlagsValue(4), "it is flags, expected flags { a, b }"),
        Arguments.of(
            enumeration, new Value.EnumValue(2), "it is enum case 2, expected enum { a, b }"),
        Arguments.of(
            new ValType.ListType(PrimValType.S32),
            new NumberList(PrimValType.U32, ByteList.of()),
            "it is list<u32>, expected list<s32>"),
        Arguments.of(
            new ValType.FixedLengthListType(PrimValType.U8, 2),
            ByteList.of((byte) 1),
            "it is list<u8>, expected list<u8, 2>"),
        Arguments.of(
            new ValType.FixedLengthListType(PrimValType.STRING, 2),
            mixed,
            "it[1] is u8, expected string"),
        Arguments.of(
            new ValType.MapType(PrimValType.STRING, PrimValType.U8),
            new Value.ListValue(List.of(U8)),
            "it[0] is u8, expected tuple<string, u8>"),
        Arguments.of(
            STREAM,
            new Value.StreamValue(() -> new ValType.StreamType(Optional.of(PrimValType.S8))),
            "it is stream<s8>, expected stream<u8>"),
        Arguments.of(
            STREAM, new Value.FutureValue(() -> STREAM), "it is stream<u8>, expected stream<u8>"),
        Arguments.of(
            PrimValType.ERROR_CONTEXT,
            new Value.ErrorContextValue("\uD800"),
            "it is error-context, expected error-context"),
        Arguments.of(
            new ValType.OwnType(COUNTER),
            new Value.Handle(COUNTER, 1, false),
            "it is borrow<counter>, expected counter"),
        Arguments.of(
            new ValType.BorrowType(COUNTER),
            new Value.Handle(OTHER, 1, true),
            "it is own<other>, expected borrow<counter>"));
  }

  @ParameterizedTest(name = "[{index}] {2}")
  @MethodSource("misfits")
  @DisplayName(
      "a misfit is refused with its place, what it is, what was expected and the signature")
  void refuses(ValType type, Value value, String found) {
    Fault fault = Conformity.arguments("f", func(type), Values.of(value));
    String signature = dev.wrt.decoder.component.WitTypes.print("f", func(type));
    assertEquals(new Fault.CallFault(ValueCode.WRONG_TYPE, "f", signature, found), fault);
    Fault asResult = Conformity.results("f", func(type), Values.of(value));
    assertEquals(
        new Fault.CallFault(
            ValueCode.WRONG_TYPE, "f", signature, "result" + found.substring("it".length())),
        asResult);
  }

  @Test
  @DisplayName("a case's index and payload must be those of the type")
  void cases() {
    assertNull(Conformity.arguments("f", func(VARIANT), Values.of(new Value.VariantValue(1, U8))));
    for (Value bad :
        List.of(
            new Value.VariantValue(0, U8),
            new Value.VariantValue(1, null),
            new Value.VariantValue(2, null),
            new Value.VariantValue(-1, null))) {
      Fault fault = Conformity.arguments("f", func(VARIANT), Values.of(bad));
      assertEquals(ValueCode.WRONG_TYPE, fault == null ? null : fault.code(), bad.toString());
    }
  }

  @Test
  @DisplayName("a wrong number of values is refused with the signature and what was found")
  void count() {
    assertEquals(
        new Fault.CallFault(
            ValueCode.WRONG_COUNT, "f", "f: func(it: u8) -> u8", "2 values: (u8, list<u8>)"),
        Conformity.arguments("f", func(PrimValType.U8), Values.of(U8, ByteList.of())));
    assertEquals(
        new Fault.CallFault(ValueCode.WRONG_COUNT, "f", "f: func(it: u8) -> u8", "0 values: ()"),
        Conformity.results("f", func(PrimValType.U8), Values.NONE));
  }

  @Test
  @DisplayName("both forms of a list conform, an owned handle may be lent")
  void forms() {
    ValType bytes = new ValType.ListType(PrimValType.U8);
    assertNull(Conformity.arguments("f", func(bytes), Values.of(ByteList.of((byte) 1))));
    assertNull(Conformity.arguments("f", func(bytes), Values.of(new Value.ListValue(List.of(U8)))));
    Value owned = new Value.Handle(COUNTER, 1, true);
    assertNull(Conformity.arguments("f", func(new ValType.BorrowType(COUNTER)), Values.of(owned)));
  }

  @Test
  @DisplayName("an end of the type's structure conforms, an error context where one is expected")
  void ends() {
    ValType same = new ValType.StreamType(Optional.of(PrimValType.U8));
    assertNull(
        Conformity.arguments("f", func(STREAM), Values.of(new Value.StreamValue(() -> same))));
    ValType future = new ValType.FutureType(Optional.empty());
    assertNull(
        Conformity.arguments("f", func(future), Values.of(new Value.FutureValue(() -> future))));
    Value context = new Value.ErrorContextValue("why");
    assertNull(Conformity.arguments("f", func(PrimValType.ERROR_CONTEXT), Values.of(context)));
  }

  @Test
  @DisplayName("packed and unpacked lists of equal elements are equal and have one hash")
  void equality() {
    Value packed = ByteList.of((byte) 1, (byte) 2);
    Value plain = new Value.ListValue(List.of(new Value.U8(1), new Value.U8(2)));
    assertEquals(packed, plain);
    assertEquals(plain, packed);
    assertEquals(packed.hashCode(), plain.hashCode());
    Value numbers = Packing.list(PrimValType.S16, List.of(new Value.S16((short) -2)));
    Value numbersPlain = new Value.ListValue(List.of(new Value.S16((short) -2)));
    assertEquals(numbers, numbersPlain);
    assertEquals(numbersPlain, numbers);
    assertEquals(numbers.hashCode(), numbersPlain.hashCode());
    assertEquals(false, packed.equals(numbers));
    assertEquals(new Value.Str("a", StringForm.LATIN1), new Value.Str("a"));
  }
}
