package dev.wrt.decoder.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A function type (`functype`): parameters and results. Two are equal when they have the same
/// ones.
public final class FuncType {
  /// The type of a block without parameters and results.
  public static final FuncType EMPTY = new FuncType(List.of(), List.of());

  private static final FuncType[] OF_RESULT = new FuncType[0x80];

  static {
    for (int code = 1; code < OF_RESULT.length; code++) {
      ValType type = ValType.of(code);
      if (type != null) {
        OF_RESULT[code] = new FuncType(List.of(), List.of(type));
      }
    }
  }

  private final ValType[] params;
  private final ValType[] results;

  /// Creates a type from lists, which are copied.
  public FuncType(List<ValType> params, List<ValType> results) {
    this(params.toArray(new ValType[0]), results.toArray(new ValType[0]));
  }

  /// Creates a type that keeps the arrays; for the decoder, which hands them over.
  FuncType(ValType[] params, ValType[] results) {
    this.params = params;
    this.results = results;
  }

  /// The type `[] -> [type]`, the same object for each type.
  static FuncType ofResult(ValType type) {
    return OF_RESULT[type.code()];
  }

  /// Number of parameters.
  public int paramCount() {
    return params.length;
  }

  /// Parameter `i`.
  public ValType param(int i) {
    return params[i];
  }

  /// Number of results.
  public int resultCount() {
    return results.length;
  }

  /// Result `i`.
  public ValType result(int i) {
    return results[i];
  }

  /// All parameters.
  public List<ValType> params() {
    return List.of(params);
  }

  /// All results.
  public List<ValType> results() {
    return List.of(results);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FuncType that
        && Arrays.equals(params, that.params)
        && Arrays.equals(results, that.results);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(params) + Arrays.hashCode(results);
  }

  /// The type as in the specification: `[i32 i64] -> [f32]`.
  @Override
  public String toString() {
    return list(params) + " -> " + list(results);
  }

  private static String list(ValType[] types) {
    return Arrays.stream(types).map(ValType::toString).collect(Collectors.joining(" ", "[", "]"));
  }
}
