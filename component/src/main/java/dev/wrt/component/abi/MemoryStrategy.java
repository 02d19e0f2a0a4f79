package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import org.checkerframework.checker.nullness.qual.Nullable;

/// How bytes pass between a guest's memory and the other side of a call.
///
/// The strategies are ordered by strictness: zero-copy, bounded-copy, full-isolation. Between two
/// components the stricter of theirs applies ({@link #stricter}).
public sealed interface MemoryStrategy {
  /// The buffer of bounded-copy where no size is named: 1 MiB.
  int BUFFER_BYTES_STANDARD = 1 << 20;

  /// The other side reads the guest's memory through a view that is valid for the call.
  record ZeroCopy() implements MemoryStrategy {}

  /// Everything that crosses goes through a pooled buffer; more is a fault.
  ///
  /// @param bufferBytes the most bytes of one passage in one direction
  record BoundedCopy(int bufferBytes) implements MemoryStrategy {
    /// Checks the size.
    public BoundedCopy {
      Invariant.check(bufferBytes > 0, "a buffer has at least one byte");
    }
  }

  /// Private buffers of an account of their own, compared by digest with their source, wiped after
  /// use.
  record FullIsolation() implements MemoryStrategy {}

  /// The name on the command line.
  default String spelling() {
    return switch (this) {
      case ZeroCopy z -> "zero-copy";
      case BoundedCopy b -> "bounded-copy";
      case FullIsolation f -> "full-isolation";
    };
  }

  /// The strategy of a name with the standard buffer size, or a fault that lists the names there
  /// are.
  static Result<MemoryStrategy> parse(String name) {
    return parse(name, BUFFER_BYTES_STANDARD);
  }

  /// The strategy of a name, or a fault that lists the names there are.
  ///
  /// @param bufferBytes buffer of bounded-copy, at least 1
  static Result<MemoryStrategy> parse(String name, int bufferBytes) {
    return switch (name) {
      case "zero-copy" -> Result.ok(new ZeroCopy());
      case "bounded-copy" -> Result.ok(new BoundedCopy(bufferBytes));
      case "full-isolation" -> Result.ok(new FullIsolation());
      default ->
          Result.err(
              new Fault.HostFault(
                  AbiCode.UNKNOWN_STRATEGY, name, "zero-copy, bounded-copy, full-isolation"));
    };
  }

  /// The strategy named, or else the trust level's own.
  ///
  /// @param named null where none is named
  /// @param trust decides then
  // [impl->req~strategy-choice~1]
  static MemoryStrategy select(@Nullable MemoryStrategy named, TrustLevel trust) {
    return named == null ? trust.strategy() : named;
  }

  /// The stricter of two: of two bounded copies the one with the smaller buffer.
  // [impl->req~strategy-choice~1]
  static MemoryStrategy stricter(MemoryStrategy a, MemoryStrategy b) {
    if (a instanceof BoundedCopy x && b instanceof BoundedCopy y) {
      return x.bufferBytes() <= y.bufferBytes() ? x : y;
    }
    return rank(a) >= rank(b) ? a : b;
  }

  private static int rank(MemoryStrategy strategy) {
    return switch (strategy) {
      case ZeroCopy z -> 0;
      case BoundedCopy b -> 1;
      case FullIsolation f -> 2;
    };
  }
}
