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
/// component that declares others than the WIT gets a fault at its first call, so that the
/// functions themselves may rely on the types. The check costs one comparison of references for
/// each further call.
final class TypedFunction implements HostFunction {
  private final String name;
  private final String signature;
  private final HostFunction body;
  private @Nullable ComponentFuncType checked;

  /// Wraps a function.
  ///
  /// @param name interface and function, for the fault
  /// @param signature its type in the notation of {@link Signature}
  TypedFunction(String name, String signature, HostFunction body) {
    this.name = name;
    this.signature = Signature.expand(signature);
    this.body = body;
  }

  /// Its type, written out in full.
  String signature() {
    return signature;
  }

  @Override
  public Result<Values> call(HostCall call) {
    if (call.type() != checked) {
      String declared = Signature.of(call.type());
      if (!declared.equals(signature)) {
        return Result.err(
            new Fault.LinkFault(WasiCode.SIGNATURE_MISMATCH, name, declared, signature));
      }
      checked = call.type();
    }
    return body.call(call);
  }
}
