package dev.wrt.component;

import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.decoder.component.ResourceType;

/// What a core function stands for that the runtime provides to a guest: the tag of its `FuncInst`.
sealed interface CoreCallee {
  /// The component instance whose canonical definition it is.
  ComponentInstance instance();

  /// `canon lower`
  ///
  /// @param instance the component instance that calls
  /// @param callee what it calls
  /// @param options how arguments and results are passed on the caller's side
  /// @param hooks the interceptors that watch these calls
  record Lowered(
      ComponentInstance instance, ComponentFunc callee, CanonicalOptions options, Hooks hooks)
      implements CoreCallee {}

  /// `canon resource.new`
  ///
  /// @param instance the component instance that calls
  /// @param type the resource type
  record ResourceNew(ComponentInstance instance, ResourceType type) implements CoreCallee {}

  /// `canon resource.rep`
  ///
  /// @param instance the component instance that calls
  /// @param type the resource type
  record ResourceRep(ComponentInstance instance, ResourceType type) implements CoreCallee {}

  /// `canon resource.drop`
  ///
  /// @param instance the component instance that calls
  /// @param type the resource type
  record ResourceDrop(ComponentInstance instance, ResourceType type) implements CoreCallee {}
}
