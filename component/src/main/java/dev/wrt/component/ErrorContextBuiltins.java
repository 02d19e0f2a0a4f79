package dev.wrt.component;

import dev.wrt.bounded.Fault.Trap;
import dev.wrt.component.Activation.Next;
import dev.wrt.engine.Machine;
import java.util.List;

/// The canonical definitions `error-context.*` of CanonicalABI.md.
final class ErrorContextBuiltins {
  private ErrorContextBuiltins() {}

  /// Carries one out.
  static Next call(Driver driver, Machine machine, CoreCallee.ErrorContext canon) {
    return driver.fail(new Trap(ComponentCode.UNSUPPORTED, canon.builtin().mnemonic(), List.of()));
  }
}
