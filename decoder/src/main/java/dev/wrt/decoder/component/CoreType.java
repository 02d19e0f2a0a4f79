package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;

/// A resolved core type: what an entry of the core type index space stands for.
sealed interface CoreType permits CoreType.Func, CoreModuleType {
  /// A core function type.
  ///
  /// @param type the type
  record Func(FuncType type) implements CoreType {}
}
