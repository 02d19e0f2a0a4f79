package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A function type (`functype`): parameters and results. Two are equal when they have the same
/// ones; where these are typed references, that says something inside of one module only.
public final class FuncType implements CompType {
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

  /// Codes of types.
  private final int[] params;

  private final int[] results;

  /// Creates a type from lists, which are copied.
  public FuncType(List<ValType> params, List<ValType> results) {
    this(codes(params), codes(results));
  }

  /// Creates a type of codes, whose arrays it keeps; for the decoder, which hands them over.
  FuncType(int[] params, int[] results) {
    this.params = params;
    this.results = results;
  }

  /// The type `[] -> [type]`; for types of one byte, the same object each time.
  static FuncType ofResult(int code) {
    return code < OF_RESULT.length ? OF_RESULT[code] : new FuncType(new int[0], new int[] {code});
  }

  private static int[] codes(List<ValType> types) {
    return types.stream().mapToInt(ValType::code).toArray();
  }

  private static ValType type(int code) {
    ValType type = ValType.of(code);
    if (type == null) {
      throw new Invariant.Violation("a function type has value types");
    }
    return type;
  }

  /// Number of parameters.
  public int paramCount() {
    return params.length;
  }

  /// Parameter `i`.
  public ValType param(int i) {
    return type(params[i]);
  }

  /// Code of the type of parameter `i`.
  public int paramCode(int i) {
    return params[i];
  }

  /// Number of results.
  public int resultCount() {
    return results.length;
  }

  /// Result `i`.
  public ValType result(int i) {
    return type(results[i]);
  }

  /// Code of the type of result `i`.
  public int resultCode(int i) {
    return results[i];
  }

  /// All parameters.
  public List<ValType> params() {
    return list(params);
  }

  /// All results.
  public List<ValType> results() {
    return list(results);
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

  @Override
  public int heap() {
    return HeapType.FUNC;
  }

  /// The type as in the specification: `[i32 i64] -> [f32]`.
  @Override
  public String toString() {
    return text(params) + " -> " + text(results);
  }

  /// The results as in the specification: `[f32]`.
  String resultsText() {
    return text(results);
  }

  private static String text(int[] codes) {
    return Arrays.stream(codes).mapToObj(ValType::text).collect(Collectors.joining(" ", "[", "]"));
  }

  private static List<ValType> list(int[] codes) {
    return Arrays.stream(codes).mapToObj(FuncType::type).toList();
  }
}
