package dev.wrt.decoder.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// A resource type of which nothing is known but that it is one: what validation, which
/// instantiates nothing, puts in the place of the runtime's.
final class OpaqueResource implements ResourceType {
  private final String name;
  private final @Nullable ResourceType of;

  /// A new resource type, unequal to all others.
  OpaqueResource(String name) {
    this.name = name;
    this.of = null;
  }

  /// Another name of a resource type.
  OpaqueResource(String name, ResourceType of) {
    this.name = name;
    this.of = of.identity();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ResourceType identity() {
    return of == null ? this : of;
  }
}
