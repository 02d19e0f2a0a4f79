package dev.wrt.bounded;

/// Opens results in tests.
final class Results {
  private Results() {}

  static <T> T value(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError("refused: " + err.fault());
    };
  }

  static Fault fault(Result<?> result) {
    return switch (result) {
      case Result.Ok<?> ok -> throw new AssertionError("not refused: " + ok.value());
      case Result.Err<?> err -> err.fault();
    };
  }

  /// An account that refuses nothing in these tests.
  static MemoryBudget plenty() {
    return MemoryBudget.root("test", 1 << 20);
  }
}
