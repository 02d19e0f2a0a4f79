package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.CallFault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.lang.reflect.Type;

/// A refusal on its way out of this package's own nested conversions, where it becomes a {@link
/// Fault} again. It carries no stack trace.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  Refusal(Fault fault) {
    super(fault.code().text(), null, false, false);
    this.fault = fault;
  }

  /// Two types that don't fit.
  ///
  /// @param place where, such as `ns:pkg/iface#func(param).field`
  static Refusal mismatch(String place, ValType wit, Type java) {
    return mismatch(place, WitTypes.print(wit), java.getTypeName());
  }

  /// Two types that don't fit, with words about them.
  static Refusal mismatch(String place, String wit, String java) {
    return new Refusal(new LinkFault(EmbedCode.TYPE_MISMATCH, place, wit, java));
  }

  /// A Java value that has no WIT value.
  ///
  /// @param expected what there is to choose from
  /// @param found the value in words
  static Refusal value(EmbedCode code, String expected, String found) {
    return new Refusal(new CallFault(code, "", expected, found));
  }

  /// A null where WIT has no place for one.
  // [impl->req~embed-null~1]
  static Refusal nothing() {
    return value(EmbedCode.NULL_VALUE, "a value", "null");
  }

  /// The value of a success.
  ///
  /// @throws Refusal with the fault of a refusal
  static <T> T orThrow(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new Refusal(err.fault());
    };
  }

  /// The same, seen from one step further out.
  ///
  /// @param step `.field`, `[3]`, or a function
  Refusal within(String step) {
    return fault instanceof CallFault c && c.code() instanceof EmbedCode
        ? new Refusal(new CallFault(c.code(), step + c.function(), c.expected(), c.found()))
        : this;
  }

  /// Why.
  Fault fault() {
    return fault;
  }
}
