package dev.wrt.component;

import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.engine.FuncInst;
import java.util.Map;

/// A component-level function: `FuncInst` of CanonicalABI.md, under the name of what it is here.
sealed interface ComponentFunc extends Item {
  /// Its type with its layout.
  FuncLayout layout();

  /// Its type.
  default ComponentFuncType type() {
    return layout().type();
  }

  /// `canon lift`: a core function seen as a component-level one.
  ///
  /// @param instance the component instance that it belongs to
  /// @param core the core function
  /// @param options how its arguments and results are passed
  /// @param layout its type
  record Lifted(
      ComponentInstance instance, FuncInst core, CanonicalOptions options, FuncLayout layout)
      implements ComponentFunc {}

  /// A function of the host, seen through the type that a component imports it with.
  ///
  /// @param name interface and function, for messages
  /// @param body what it does
  /// @param resources resource types that the function can make handles of, by name
  /// @param layout its type
  record Hosted(
      String name, HostFunction body, Map<String, HostResource> resources, FuncLayout layout)
      implements ComponentFunc {}
}
