package dev.wrt.engine;

import dev.wrt.decoder.core.Module;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An instance of a module (`moduleinst`).
public final class ModuleInst {
  private final Store store;
  private final Module module;

  ModuleInst(Store store, Module module) {
    this.store = store;
    this.module = module;
  }

  /// The store that it lives in.
  public Store store() {
    return store;
  }

  /// The module that it is an instance of.
  public Module module() {
    return module;
  }

  /// The export of a name, or null where there is none.
  public @Nullable ExternVal export(String name) {
    return null;
  }

  /// The start function, which instantiation has not run; null where there is none.
  public @Nullable FuncInst start() {
    return null;
  }
}
