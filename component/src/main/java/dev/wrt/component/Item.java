package dev.wrt.component;

import dev.wrt.component.Item.ComponentItem;
import dev.wrt.component.Item.InstanceItem;
import dev.wrt.component.Item.ModuleItem;
import dev.wrt.component.Item.TypeItem;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.Type;
import dev.wrt.decoder.core.Module;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a component can import and export at run time: one entry of a component-level index space.
sealed interface Item permits ComponentFunc, InstanceItem, ComponentItem, ModuleItem, TypeItem {
  /// A core module.
  ///
  /// @param module the decoded module
  record ModuleItem(Module module) implements Item {}

  /// A type.
  ///
  /// @param type the resolved type, its resource types the actual ones
  record TypeItem(Type type) implements Item {}

  /// A component with the scope that its outer aliases look into: a closure.
  ///
  /// @param component the component
  /// @param scope the index spaces of the component instance that defines it; null at the root
  record ComponentItem(Component component, @Nullable Scope scope) implements Item {}

  /// A component-level instance: a set of named definitions.
  ///
  /// @param exports what it exports, in order
  record InstanceItem(Map<String, Item> exports) implements Item {
    /// Keeps a private copy in the same order.
    public InstanceItem {
      exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }
  }
}
