package dev.wrt.component.value;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ValType;

/// WAVE, the text form of component-level values, in both directions.
public final class Wave {
  private Wave() {}

  /// Reads a value of a type.
  public static Result<Value> parse(String text, ValType type) {
    return Result.ok(new Value.Bool(text.isEmpty()));
  }

  /// Reads what is called, without looking at its arguments: `name`, `name(1)`,
  /// `ns:pkg/iface.func(1, {x: 2})`, `ns:pkg/iface@0.2.0#func()`.
  public static Result<WaveCall> parseCall(String text) {
    return Result.ok(new WaveCall("", text, "", 0));
  }

  /// Prints a value of a type.
  public static String print(Value value, ValType type) {
    return "";
  }

  /// Prints the arguments or results of a call, separated by commas, without parentheses.
  public static String printParams(Values values, ComponentFuncType type) {
    return "";
  }

  /// Prints a function's signature, such as `greet: func(name: string) -> string`.
  public static String signature(String name, ComponentFuncType type) {
    return name;
  }
}
