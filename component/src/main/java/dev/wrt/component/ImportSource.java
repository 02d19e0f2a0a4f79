package dev.wrt.component;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.Definition;

/// Where a component's imports come from while it is instantiated.
interface ImportSource {
  /// What satisfies an import.
  ///
  /// @param wanted the import
  /// @param scope the index spaces of the component so far
  Result<Item> item(Definition.Import wanted, Scope scope);
}
