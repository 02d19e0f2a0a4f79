package dev.wrt.component;

import dev.wrt.bounded.Fault.Trap;
import dev.wrt.component.Activation.Next;
import dev.wrt.engine.Machine;
import java.util.List;

/// The canonical definitions `waitable-set.new`, `waitable-set.wait`, `waitable-set.poll`,
/// `waitable-set.drop` and `waitable.join` of CanonicalABI.md.
final class WaitableBuiltins {
  private WaitableBuiltins() {}

  /// Carries one out.
  static Next call(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    return driver.fail(new Trap(ComponentCode.UNSUPPORTED, canon.builtin().mnemonic(), List.of()));
  }
}
