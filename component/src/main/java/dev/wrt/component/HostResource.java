package dev.wrt.component;

import dev.wrt.decoder.component.ResourceType;

/// A resource type that the host implements; two of the same name are different types.
public final class HostResource implements ResourceType {
  private final String name;
  private final HostDestructor destructor;

  HostResource(String name, HostDestructor destructor) {
    this.name = name;
    this.destructor = destructor;
  }

  @Override
  public String name() {
    return name;
  }

  /// What a drop of the owning handle does.
  public HostDestructor destructor() {
    return destructor;
  }
}
