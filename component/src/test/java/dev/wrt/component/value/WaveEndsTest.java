package dev.wrt.component.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Streams and futures among the arguments of a call in WAVE.
class WaveEndsTest {
  private static final ValType U8 = PrimValType.U8;
  private static final ValType U32 = PrimValType.U32;
  private static final ValType STRING = PrimValType.STRING;

  @Test
  @DisplayName("Streams are read as lists, strings or names, futures as their values or names")
  // [utest->req~wave-ends~1]
  void endsAreRead() {
    ValType numbers = new ValType.StreamType(Optional.of(U32));
    ValType bytes = new ValType.StreamType(Optional.of(U8));
    ValType units = new ValType.StreamType(Optional.empty());
    ValType future = new ValType.FutureType(Optional.of(STRING));
    ValType done = new ValType.FutureType(Optional.empty());
    List<ComponentFuncType.Param> params = new ArrayList<>();
    for (ValType type : List.of(numbers, bytes, bytes, units, future, done, future)) {
      params.add(new ComponentFuncType.Param("p" + params.size(), type));
    }
    List<String> seen = new ArrayList<>();
    WaveCall call = call("f([1, 2], \"hé\", @-, [(), ()], \"x\", (), @\"a b\")");
    Result<Values> read =
        call.arguments(new ComponentFuncType(params, Optional.empty()), noting(seen));
    assertInstanceOf(Result.Ok.class, read, read.toString());
    assertEquals(
        List.of(
            "[1, 2]",
            "[104, 195, 169]",
            "stream<u8> -",
            "[(), ()]",
            "\"x\"",
            "()",
            "future<string> a b"),
        seen);
  }

  @Test
  @DisplayName("Without a maker streams have no text form, and a maker's refusal is the fault")
  // [utest->req~wave-ends~1]
  void endsRefused() {
    ValType bytes = new ValType.StreamType(Optional.of(U8));
    ComponentFuncType type =
        new ComponentFuncType(List.of(new ComponentFuncType.Param("s", bytes)), Optional.empty());
    Result<Values> none = call("f([1])").arguments(type);
    assertTrue(none.toString().contains("NO_TEXT_FORM"), none.toString());
    Result<Values> refused = call("f(@nowhere)").arguments(type, noting(null));
    assertTrue(refused.toString().contains("nowhere is refused"), refused.toString());
    for (String text : List.of("f(@)", "f(@,)", "f(\"a\" \"b\")", "f([256])", "f(@a", "f(@\"a)")) {
      assertInstanceOf(
          Result.Err.class, call(text).arguments(type, noting(new ArrayList<>())), text);
    }
  }

  private static WaveCall call(String text) {
    return switch (Wave.parseCall(text)) {
      case Result.Ok<WaveCall> ok -> ok.value();
      case Result.Err<WaveCall> err -> fail(err.fault().toString());
    };
  }

  /// Notes what ends are to be made of; refuses names if there is nothing to note in.
  private static WaveEnds noting(@Nullable List<String> seen) {
    return new WaveEnds() {
      private Result<Value> noted(String text, ValType type) {
        if (seen == null) {
          return Result.err(
              new Fault.CallFault(ValueCode.UNEXPECTED, "", "", text + " is refused"));
        }
        seen.add(text);
        return Result.ok(new Value.StreamValue(() -> type));
      }

      @Override
      public Result<Value> stream(ValType.StreamType type, Sequence elements) {
        return noted(Wave.print(elements, type), type);
      }

      @Override
      public Result<Value> future(ValType.FutureType type, Value value) {
        return noted(Wave.print(value, type), type);
      }

      @Override
      public Result<Value> named(ValType type, String name) {
        String what = WitTypes.print(type) + " " + name;
        return noted(seen == null ? name : what, type);
      }
    };
  }
}
