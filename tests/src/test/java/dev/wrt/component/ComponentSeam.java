package dev.wrt.component;

import dev.wrt.engine.Machine;
import dev.wrt.engine.Store;

/// What lies behind the API of {@link ComponentInstance}, for those who damage it on purpose.
public final class ComponentSeam {
  private ComponentSeam() {}

  /// The store of an instance's core modules.
  public static Store store(ComponentInstance instance) {
    return instance.tree.store;
  }

  /// The machine that runs an instance.
  public static Machine machine(ComponentInstance instance) {
    return instance.tree.machine;
  }
}
