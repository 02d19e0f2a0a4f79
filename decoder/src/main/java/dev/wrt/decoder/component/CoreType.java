package dev.wrt.decoder.component;

/// A resolved core type: what an entry of the core type index space stands for.
sealed interface CoreType permits CoreType.Def, CoreModuleType {
  /// A defined type (`deftype`).
  ///
  /// @param id its id among all defined types of a component
  record Def(int id) implements CoreType {}
}
