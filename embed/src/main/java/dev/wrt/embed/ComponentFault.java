package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A {@link Fault} as an exception, for Java methods that return the plain value.
///
/// It is thrown by this package only, on the side of the caller: no exception ever crosses the
/// engine.
public final class ComponentFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  /// Wraps a fault.
  ///
  /// @param fault why
  public ComponentFault(Fault fault) {
    this(fault, null);
  }

  ComponentFault(Fault fault, @Nullable Throwable cause) {
    super(fault.code().id() + " " + fault.code().text() + ": " + fault, cause);
    this.fault = fault;
  }

  /// The typed fault.
  public Fault fault() {
    return fault;
  }
}
