package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;

/// What the tests of this package start from.
final class Given {
  private Given() {}

  static MemoryBudget budget() {
    return MemoryBudget.root("test", 1L << 24);
  }

  static SafeMemory memory(VerificationLevel level, int sizeBytes) {
    return memory(Verification.of(level), sizeBytes);
  }

  static SafeMemory memory(Verification verification, int sizeBytes) {
    return ok(SafeMemory.create(budget(), "area", sizeBytes, 1 << 20, verification));
  }

  /// The value of a success.
  static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail("unexpected " + err.fault());
    };
  }

  /// The fault of a refusal.
  static Fault fault(Result<?> result) {
    return switch (result) {
      case Result.Ok<?> ok -> fail("unexpected success " + ok.value());
      case Result.Err<?> err -> err.fault();
    };
  }

  /// Bytes that differ from their neighbours.
  static byte[] pattern(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 37 + (i >>> 8) * 11 + 5);
    }
    return bytes;
  }
}
