package dev.wrt.component.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// WAVE by tables of good and bad texts, and by random types and values.
// [utest->req~wave-parse~1]
// [utest->req~wave-print~1]
// [utest->req~wave-bounds~1]
// [utest->req~wave-call~1]
class WaveTest {
  private static final ValType U8 = PrimValType.U8;
  private static final ValType U32 = PrimValType.U32;
  private static final ValType STRING = PrimValType.STRING;
  private static final ValType OPTION = new ValType.OptionType(U8);
  private static final ValType NESTED = new ValType.OptionType(OPTION);
  private static final ValType RESULT =
      new ValType.ResultType(Optional.of(U8), Optional.of(STRING));
  private static final ValType UNIT_RESULT =
      new ValType.ResultType(Optional.empty(), Optional.empty());
  private static final ValType RECORD =
      new ValType.RecordType(
          List.of(new ValType.Field("must-have", U8), new ValType.Field("optional", OPTION)));
  private static final ValType ALL_OPTIONAL =
      new ValType.RecordType(List.of(new ValType.Field("optional", OPTION)));
  private static final ValType VARIANT =
      new ValType.VariantType(
          List.of(
              new ValType.Case("empty", Optional.empty()),
              new ValType.Case("body", Optional.of(new ValType.ListType(U8))),
              new ValType.Case("err", Optional.of(STRING))));
  private static final ValType ENUM = new ValType.EnumType(List.of("ok", "not-found", "HTTP3"));
  private static final ValType FLAGS = new ValType.FlagsType(List.of("read", "write", "none"));
  private static final ValType TUPLE = new ValType.TupleType(List.of(U8, STRING));
  private static final ValType PAIR = new ValType.FixedLengthListType(U8, 2);
  private static final String CLOSING = ", or the closing bracket";
  private static final ValType NUMBERS = new ValType.ListType(U32);

  private static Value parse(String text, ValType type) {
    return switch (Wave.parse(text, type)) {
      case Result.Ok<Value> ok -> ok.value();
      case Result.Err<Value> err -> fail(text + ": " + err.fault());
    };
  }

  private static Fault.CallFault refused(String text, ValType type) {
    return switch (Wave.parse(text, type)) {
      case Result.Ok<Value> ok -> fail(text + " is " + ok.value());
      case Result.Err<Value> err -> assertInstanceOf(Fault.CallFault.class, err.fault());
    };
  }

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of("true", PrimValType.BOOL, "true"),
        Arguments.of(" false // no\n", PrimValType.BOOL, "false"),
        Arguments.of("255", U8, "255"),
        Arguments.of("-0", PrimValType.S8, "0"),
        Arguments.of("-128", PrimValType.S8, "-128"),
        Arguments.of("18446744073709551615", PrimValType.U64, "18446744073709551615"),
        Arguments.of("-9223372036854775808", PrimValType.S64, "-9223372036854775808"),
        Arguments.of("3.14", PrimValType.F64, "3.14"),
        Arguments.of("6.022e+23", PrimValType.F64, "6.022e23"),
        Arguments.of("1", PrimValType.F32, "1"),
        Arguments.of("-0", PrimValType.F32, "-0"),
        Arguments.of("1E10", PrimValType.F64, "1e10"),
        Arguments.of("nan", PrimValType.F32, "nan"),
        Arguments.of("-inf", PrimValType.F64, "-inf"),
        Arguments.of("inf", PrimValType.F64, "inf"),
        Arguments.of("'x'", PrimValType.CHAR, "'x'"),
        Arguments.of("'\\''", PrimValType.CHAR, "'\\''"),
        Arguments.of("'\"'", PrimValType.CHAR, "'\"'"),
        Arguments.of("'\\u{0}'", PrimValType.CHAR, "'\\u{0}'"),
        Arguments.of("'\\u{1F600}'", PrimValType.CHAR, "'\uD83D\uDE00'"),
        Arguments.of("\"abc\\t123\"", STRING, "\"abc\\t123\""),
        Arguments.of("\"it's \\\"it\\\" // here\"", STRING, "\"it's \\\"it\\\" // here\""),
        Arguments.of("\"\"", STRING, "\"\""),
        Arguments.of("\"\"\"\nA single line\n\"\"\"", STRING, "\"A single line\""),
        Arguments.of("\"\"\"\r\n  a\r\n    b\r\n  \"\"\"", STRING, "\"a\\n  b\""),
        Arguments.of("\"\"\"\n  \"\"\\\"\"\n  \"\"\"", STRING, "\"\\\"\\\"\\\"\\\"\""),
        Arguments.of("\"\"\"\n\"\"\"", STRING, "\"\""),
        Arguments.of("(123, \"abc\")", TUPLE, "(123, \"abc\")"),
        Arguments.of("(123,\"abc\",)", TUPLE, "(123, \"abc\")"),
        Arguments.of("[]", NUMBERS, "[]"),
        Arguments.of("[ 1,2 , 3 , ]", NUMBERS, "[1, 2, 3]"),
        Arguments.of("['a', 'b']", new ValType.ListType(PrimValType.CHAR), "['a', 'b']"),
        Arguments.of("{must-have: 123}", RECORD, "{must-have: 123}"),
        Arguments.of("{optional: none, must-have: 123,}", RECORD, "{must-have: 123}"),
        Arguments.of("{must-have: 1, %optional: 2}", RECORD, "{must-have: 1, optional: some(2)}"),
        Arguments.of("{:}", ALL_OPTIONAL, "{:}"),
        Arguments.of("{optional: none}", ALL_OPTIONAL, "{:}"),
        Arguments.of("empty", VARIANT, "empty"),
        Arguments.of("body([79, 75])", VARIANT, "body([79, 75])"),
        Arguments.of("%err(\"oops\")", VARIANT, "%err(\"oops\")"),
        Arguments.of("%ok", ENUM, "%ok"),
        Arguments.of("not-found", ENUM, "not-found"),
        Arguments.of("%HTTP3", ENUM, "HTTP3"),
        Arguments.of("123", OPTION, "some(123)"),
        Arguments.of("some(123)", OPTION, "some(123)"),
        Arguments.of("none", OPTION, "none"),
        Arguments.of("some(none)", NESTED, "some(none)"),
        Arguments.of("some(5)", NESTED, "some(some(5))"),
        Arguments.of("123", RESULT, "ok(123)"),
        Arguments.of("ok(123)", RESULT, "ok(123)"),
        Arguments.of("err(\"no\")", RESULT, "err(\"no\")"),
        Arguments.of("ok", UNIT_RESULT, "ok"),
        Arguments.of("err", UNIT_RESULT, "err"),
        Arguments.of("{}", FLAGS, "{}"),
        Arguments.of("{write, read,}", FLAGS, "{read, write}"),
        Arguments.of("{none}", FLAGS, "{none}"),
        Arguments.of("[(\"a\", 1)]", new ValType.MapType(STRING, U8), "[(\"a\", 1)]"),
        Arguments.of("[1, 2,]", PAIR, "[1, 2]"),
        Arguments.of("[\"a\"]", new ValType.FixedLengthListType(STRING, 1), "[\"a\"]"));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("good")
  @DisplayName("each form of the definition is read, and printed in one form")
  void reads(String text, ValType type, String printed) {
    assertEquals(printed, Wave.print(parse(text, type), type));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("256", U8, ValueCode.OUT_OF_RANGE, "u8", "`256` at character 1"),
        Arguments.of("-1", U8, ValueCode.OUT_OF_RANGE, "u8", "`-1` at character 1"),
        Arguments.of(
            "99999999999999999999999999",
            PrimValType.U64,
            ValueCode.OUT_OF_RANGE,
            "u64",
            "`99999999999999999999` at character 1"),
        Arguments.of(
            "1e999", PrimValType.F64, ValueCode.OUT_OF_RANGE, "f64", "`1e999` at character 1"),
        Arguments.of(
            "01", U8, ValueCode.BAD_CHAR, "a number without leading zeros", "`01` at character 1"),
        Arguments.of("1.5", U8, ValueCode.UNEXPECTED, "u8", "`1.5` at character 1"),
        Arguments.of("1.", PrimValType.F32, ValueCode.BAD_CHAR, "a number", "`1.` at character 1"),
        Arguments.of("", U8, ValueCode.INCOMPLETE, "u8", "the end of the text at character 1"),
        Arguments.of("\"a", STRING, ValueCode.INCOMPLETE, "a closing quote", "`\"` at character 1"),
        Arguments.of(
            "'ab'",
            PrimValType.CHAR,
            ValueCode.BAD_CHAR,
            "one character between single quotes",
            "`'` at character 1"),
        Arguments.of(
            "\"\\x\"",
            STRING,
            ValueCode.BAD_CHAR,
            "an escape \\' \\\" \\\\ \\t \\n \\r \\u{...}, no lone surrogate",
            "`\\` at character 2"),
        Arguments.of(
            "\"\\u{D800}\"",
            STRING,
            ValueCode.BAD_CHAR,
            "an escape \\' \\\" \\\\ \\t \\n \\r \\u{...}, no lone surrogate",
            "`\\` at character 2"),
        Arguments.of(
            "\"\"\"a\"\"\"",
            STRING,
            ValueCode.BAD_CHAR,
            "a line break after and before the triple quotes",
            "`a` at character 4"),
        Arguments.of(
            "\"\"\"\n a\n  \"\"\"",
            STRING,
            ValueCode.BAD_CHAR,
            "a line with an indent of at least 2",
            "` ` at character 5"),
        Arguments.of("1", STRING, ValueCode.UNEXPECTED, "string", "`1` at character 1"),
        Arguments.of("(1, \"a\", 2)", TUPLE, ValueCode.UNEXPECTED, ")", "`2` at character 10"),
        Arguments.of(
            "(1)", TUPLE, ValueCode.UNEXPECTED, ", or the closing bracket", "`)` at character 3"),
        Arguments.of(
            "[1 2]",
            NUMBERS,
            ValueCode.UNEXPECTED,
            ", or the closing bracket",
            "`2` at character 4"),
        Arguments.of("[1]", PAIR, ValueCode.UNEXPECTED, CLOSING, "`]` at character 3"),
        Arguments.of("[1, 2, 3]", PAIR, ValueCode.UNEXPECTED, "]", "`3` at character 8"),
        Arguments.of("[]", PAIR, ValueCode.UNEXPECTED, "u8", "`]` at character 2"),
        Arguments.of("[,]", NUMBERS, ValueCode.UNEXPECTED, "u32", "`,` at character 2"),
        Arguments.of(
            "{must-have: 1, must-have: 2}",
            RECORD,
            ValueCode.DUPLICATE_LABEL,
            "each field once",
            "`must-have` at character 16"),
        Arguments.of(
            "{optional: 1}",
            RECORD,
            ValueCode.MISSING_FIELD,
            "field must-have",
            "`}` at character 13"),
        Arguments.of(
            "{must-have 1}",
            RECORD,
            ValueCode.UNEXPECTED,
            ": and the value of the field",
            "`1` at character 12"),
        Arguments.of(
            "{write, write}",
            FLAGS,
            ValueCode.DUPLICATE_LABEL,
            "each flag once",
            "`write` at character 9"),
        Arguments.of("1 2", U8, ValueCode.TRAILING, "the end of the text", "`2` at character 3"),
        Arguments.of(
            "%", ENUM, ValueCode.BAD_CHAR, "a label", "the end of the text at character 2"),
        Arguments.of("!", ENUM, ValueCode.BAD_CHAR, "a value", "`!` at character 1"));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("bad")
  @DisplayName("each bad text is refused with what was expected and where")
  void refuses(String text, ValType type, ValueCode code, String expected, String found) {
    assertEquals(new Fault.CallFault(code, "", expected, found), refused(text, type));
  }

  @Test
  @DisplayName("labels that the type does not have, and bare keywords, are refused with the type")
  void labels() {
    assertEquals(ValueCode.UNKNOWN_LABEL, refused("{other: 1}", RECORD).code());
    assertEquals(ValueCode.UNKNOWN_LABEL, refused("north", ENUM).code());
    assertEquals(ValueCode.UNKNOWN_LABEL, refused("{exec}", FLAGS).code());
    assertEquals(ValueCode.UNEXPECTED, refused("ok", ENUM).code());
    assertEquals(ValueCode.UNEXPECTED, refused("err(\"x\")", VARIANT).code());
    assertEquals(ValueCode.UNEXPECTED, refused("{}", RECORD).code());
    assertTrue(refused("north", ENUM).expected().contains("not-found"));
  }

  @Test
  @DisplayName("a flat payload is refused where it is an option or result itself")
  void flatPayloads() {
    assertEquals(ValueCode.UNEXPECTED, refused("5", NESTED).code());
    ValType result = new ValType.ResultType(Optional.of(OPTION), Optional.empty());
    assertEquals(ValueCode.UNEXPECTED, refused("5", result).code());
    assertEquals(ValueCode.UNEXPECTED, refused("5", UNIT_RESULT).code());
  }

  @Test
  @DisplayName("text and nesting are bounded")
  void bounds() {
    Fault tooLong = err(Wave.parse(" ".repeat(Wave.LENGTH_MAX) + "1", U8));
    assertEquals(ValueCode.TEXT_TOO_LONG, tooLong.code());
    ValType type = U8;
    for (int i = 0; i < Wave.DEPTH_MAX + 1; i++) {
      type = new ValType.ListType(type);
    }
    int deep = Wave.DEPTH_MAX + 1;
    assertEquals(
        ValueCode.TOO_DEEP, refused("[".repeat(deep) + "1" + "]".repeat(deep), type).code());
    ValType allowed = ((ValType.ListType) type).element();
    assertEquals(allowed.info().depth(), Wave.DEPTH_MAX + 1);
    parse("[".repeat(deep - 1) + "1" + "]".repeat(deep - 1), allowed);
  }

  private static Fault err(Result<?> result) {
    return assertInstanceOf(Result.Err.class, result).fault();
  }

  @Test
  @DisplayName("handles are printed with their resource, and can't be read")
  void handles() {
    ResourceType counter = () -> "counter";
    ValType own = new ValType.OwnType(counter);
    assertEquals("<resource counter#1>", Wave.print(new Value.Handle(counter, 1, true), own));
    assertEquals("<borrowed counter#1>", Wave.print(new Value.Handle(counter, 1, false), own));
    assertEquals(ValueCode.NO_TEXT_FORM, refused("1", own).code());
  }

  @Test
  @DisplayName("ends of streams and error contexts are printed as what they are, and can't be read")
  void printedEnds() {
    ValType stream = new ValType.StreamType(Optional.of(U8));
    ValType future = new ValType.FutureType(Optional.empty());
    ValType context = PrimValType.ERROR_CONTEXT;
    assertEquals("<stream<u8>>", Wave.print(new Value.StreamValue(() -> stream), stream));
    assertEquals("<future>", Wave.print(new Value.FutureValue(() -> future), future));
    assertEquals(
        "<error-context \"no \\\"x\\\"\">",
        Wave.print(new Value.ErrorContextValue("no \"x\""), context));
    for (ValType type : List.of(stream, future, context)) {
      assertEquals(ValueCode.NO_TEXT_FORM, refused("1", type).code());
    }
  }

  @Test
  @DisplayName("printing stops at a length")
  void printingIsBounded() {
    Value list = ByteList.of(new byte[1 << 20]);
    assertEquals("[0, 0, 0, 0, 0...", Wave.print(list, new ValType.ListType(U8), 17));
    assertEquals("\"aaaa...", Wave.print(new Value.Str("a".repeat(1 << 20)), STRING, 8));
    assertEquals("\"aaaa\"", Wave.print(new Value.Str("aaaa"), STRING, 8));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  @DisplayName("what is printed is read as the same value, for random types and values")
  void roundTrip(long seed) {
    RandomValues random = new RandomValues(seed);
    for (int i = 0; i < 300; i++) {
      ValType type = random.type(5);
      Value value = random.value(type);
      String text = Wave.print(value, type);
      assertEquals(value, parse(text, type), text);
      assertEquals(text, Wave.print(parse(text, type), type));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName(
      "a text with one character removed or doubled is read or refused, without an exception")
  void damagedTexts(long seed) {
    RandomValues random = new RandomValues(seed);
    for (int i = 0; i < 150; i++) {
      ValType type = random.type(4);
      String text = Wave.print(random.value(type), type);
      for (int at = 0; at < Math.min(text.length(), 60); at++) {
        Wave.parse(text.substring(0, at) + text.substring(at + 1), type);
        Wave.parse(text.substring(0, at + 1) + text.substring(at), type);
      }
    }
  }

  private static ComponentFuncType func(ValType... types) {
    List<ComponentFuncType.Param> params = new ArrayList<>();
    for (ValType type : types) {
      params.add(new ComponentFuncType.Param("p" + params.size(), type));
    }
    return new ComponentFuncType(params, Optional.empty());
  }

  private static WaveCall call(String text) {
    return switch (Wave.parseCall(text)) {
      case Result.Ok<WaveCall> ok -> ok.value();
      case Result.Err<WaveCall> err -> fail(text + ": " + err.fault());
    };
  }

  static Stream<Arguments> callees() {
    return Stream.of(
        Arguments.of("hello", "", "hello"),
        Arguments.of("%some()", "", "some"),
        Arguments.of(" greet (\"a.b/c#d\")", "", "greet"),
        Arguments.of("iface.func(1)", "iface", "func"),
        Arguments.of("my:pkg/iface.func(1, {x: 2})", "my:pkg/iface", "func"),
        Arguments.of("my:pkg/iface@0.2.0#func()", "my:pkg/iface@0.2.0", "func"),
        Arguments.of("my:pkg/iface@0.2.0.func()", "my:pkg/iface@0.2.0", "func"),
        Arguments.of("my:pkg/iface@0.2.0", "", "my:pkg/iface@0.2.0"),
        Arguments.of("my:pkg/i#[method]r.get(1)", "my:pkg/i", "[method]r.get"),
        Arguments.of("i.[static]r.make()", "i", "[static]r.make"),
        Arguments.of("[constructor]r()", "", "[constructor]r"));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("callees")
  @DisplayName("a call names a function, perhaps of an interface")
  void callees(String text, String interfaceName, String function) {
    assertEquals(interfaceName, call(text).interfaceName());
    assertEquals(function, call(text).function());
  }

  @Test
  @DisplayName(
      "the arguments of a call are read by the function's type, options at the end may be omitted")
  void arguments() {
    ComponentFuncType type = func(U8, OPTION, OPTION);
    Values expected =
        Values.of(new Value.U8(1), Value.OptionValue.some(new Value.U8(2)), Value.OptionValue.NONE);
    assertEquals(new Result.Ok<>(expected), call("f(1, 2)").arguments(type));
    assertEquals(new Result.Ok<>(expected), call("f(1, some(2), none,)").arguments(type));
    assertEquals(new Result.Ok<>(Values.NONE), call("f").arguments(func()));
    assertEquals(new Result.Ok<>(Values.NONE), call("f()").arguments(func()));
    assertEquals(
        new Result.Ok<>(Values.of(Value.OptionValue.NONE)), call("f").arguments(func(OPTION)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f()", "f", "f(1, 2, 3)"})
  @DisplayName("a wrong number of arguments is refused with the signature")
  void wrongCount(String text) {
    Fault.CallFault fault =
        assertInstanceOf(Fault.CallFault.class, err(call(text).arguments(func(U8, U8))));
    assertEquals(ValueCode.WRONG_COUNT, fault.code());
    assertEquals("f", fault.function());
    assertEquals("f: func(p0: u8, p1: u8)", fault.expected());
  }

  @Test
  @DisplayName("a bad argument is refused with its place in the whole text")
  void badArgument() {
    assertEquals(
        new Fault.CallFault(ValueCode.OUT_OF_RANGE, "f", "u8", "`300` at character 6"),
        err(call("f(1, 300)").arguments(func(U8, U8))));
    assertEquals(
        new Fault.CallFault(ValueCode.TRAILING, "f", "the end of the text", "`x` at character 6"),
        err(call("f(1) x").arguments(func(U8))));
    assertEquals(ValueCode.INCOMPLETE, err(call("f(1").arguments(func(U8))).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(1)", "a b(1)", "f\u00e9()"})
  @DisplayName("what can't be a name is refused")
  void badNames(String text) {
    assertEquals(ValueCode.BAD_CHAR, err(Wave.parseCall(text)).code());
  }
}
