package dev.wrt.wasi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.HostCall;
import dev.wrt.component.HostFunction;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A host function with the signature that its WIT gives it.
///
/// The linker views host interfaces through the types that a component declares for them. A
/// component that declares others than the WIT is not linked, so that the functions themselves may
/// rely on the types.
final class TypedFunction implements HostFunction {
  private final String signature;
  private final HostFunction body;

  /// Wraps a function.
  ///
  /// @param signature its type in the notation of {@link Signature}
  TypedFunction(String signature, HostFunction body) {
    this.signature = signature;
    this.body = body;
  }

  /// Its type, written out in full; only what a component imports is ever asked for.
  String signature() {
    return Signature.expand(signature);
  }

  // [impl->req~wasi-types-checked~1]
  @Override
  public @Nullable Fault misfit(String name, ComponentFuncType declared) {
    String expected = signature();
    String found = Signature.of(declared);
    return found.equals(expected)
        ? null
        : new Fault.LinkFault(WasiCode.SIGNATURE_MISMATCH, name, found, expected);
  }

  @Override
  public Result<Values> call(HostCall call) {
    return body.call(call);
  }
}
