package dev.wrt.component;

import dev.wrt.decoder.component.ResourceType;
import dev.wrt.engine.FuncInst;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `ResourceType` of CanonicalABI.md: a resource type that a component instance implements. Each
/// instantiation makes its own, so types are equal only if they are the same object.
final class GuestResource implements ResourceType {
  private String name = "";

  /// The instance that implements it.
  final ComponentInstance implementer;

  /// Its destructor; null if dropping does nothing.
  final @Nullable FuncInst dtor;

  GuestResource(ComponentInstance implementer, @Nullable FuncInst dtor) {
    this.implementer = implementer;
    this.dtor = dtor;
  }

  /// Names it after its first export; messages use the name, nothing else depends on it.
  void named(String exportName) {
    if (name.isEmpty()) {
      name = exportName;
    }
  }

  @Override
  public String name() {
    return name;
  }
}
