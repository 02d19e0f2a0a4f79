package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;
import java.util.List;

/// `core:deftype`: a core type of a component.
public sealed interface CoreDefType {
  /// A core function type.
  ///
  /// @param type the type
  record CoreFunc(FuncType type) implements CoreDefType {}

  /// `core:moduletype`: the imports and exports of a module.
  ///
  /// @param decls its declarators, in order
  record CoreModuleDef(List<CoreModuleDecl> decls) implements CoreDefType {
    /// Keeps a private copy.
    public CoreModuleDef {
      decls = List.copyOf(decls);
    }
  }
}
