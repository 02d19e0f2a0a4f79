package dev.wrt.component.value;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ValType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// WAVE, the text form of component-level values, in both directions; as defined by
/// `crates/wasm-wave` of bytecodealliance/wasm-tools.
///
/// Reading goes by the type. What is not fixed there: numbers have no leading zeros, a decimal
/// number that would overflow to an infinity is refused, handles can be printed (`<resource
/// counter#1>`) but not read, a `map` is a list of pairs. Faults are {@link Fault.CallFault}s: what
/// was expected, and what stands where instead.
///
/// Printing gives `some(..)` and `ok(..)` explicitly, leaves fields that are `none` out, and
/// escapes control characters; what it prints can be read again.
public final class Wave {
  /// The longest text that is read, in UTF-16 code units.
  public static final int LENGTH_MAX = 1 << 24;

  /// The most values inside each other that are read.
  public static final int DEPTH_MAX = 128;

  private Wave() {}

  /// Reads a value of a type.
  public static Result<Value> parse(String text, ValType type) {
    Fault tooLong = tooLong(text);
    return tooLong == null ? new WaveParser(text, 0).value(type) : Result.err(tooLong);
  }

  /// Reads what is called, without looking at its arguments: `name`, `name(1)`,
  /// `ns:pkg/iface.func(1, {x: 2})`, `ns:pkg/iface@0.2.0#func()`.
  public static Result<WaveCall> parseCall(String text) {
    Fault tooLong = tooLong(text);
    return tooLong == null ? WaveCall.parse(text) : Result.err(tooLong);
  }

  /// Prints a value of a type.
  public static String print(Value value, ValType type) {
    return print(value, type, Integer.MAX_VALUE);
  }

  /// Prints a value of a type; where it is longer, its beginning and three dots.
  ///
  /// @param lengthMax the longest text that is given, at least 3
  public static String print(Value value, ValType type, int lengthMax) {
    return new WavePrinter(lengthMax).print(value, type);
  }

  // [impl->req~wave-bounds~1]
  private static @Nullable Fault tooLong(String text) {
    return text.length() <= LENGTH_MAX
        ? null
        : new Fault.LimitFault(ValueCode.TEXT_TOO_LONG, "WAVE", text.length(), LENGTH_MAX);
  }
}
