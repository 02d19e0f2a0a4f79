package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;

/// How far a component is trusted; decides the memory strategy where none is named.
public enum TrustLevel {
  /// Zero-copy.
  TRUSTED("trusted"),
  /// Bounded copy through a buffer of 1 MiB.
  STANDARD("standard"),
  /// Full isolation.
  UNTRUSTED("untrusted");

  private final String spelling;

  TrustLevel(String spelling) {
    this.spelling = spelling;
  }

  /// The name on the command line.
  public String spelling() {
    return spelling;
  }

  /// The strategy of a component of this level that names none.
  public MemoryStrategy strategy() {
    return switch (this) {
      case TRUSTED -> new MemoryStrategy.ZeroCopy();
      case STANDARD -> new MemoryStrategy.BoundedCopy(MemoryStrategy.BUFFER_BYTES_STANDARD);
      case UNTRUSTED -> new MemoryStrategy.FullIsolation();
    };
  }

  /// The level of a name, or a fault that lists the names there are.
  public static Result<TrustLevel> parse(String name) {
    for (TrustLevel level : values()) {
      if (level.spelling.equals(name)) {
        return Result.ok(level);
      }
    }
    return Result.err(
        new Fault.HostFault(AbiCode.UNKNOWN_TRUST_LEVEL, name, "trusted, standard, untrusted"));
  }

  /// The one of two levels that trusts less.
  public static TrustLevel stricter(TrustLevel a, TrustLevel b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
