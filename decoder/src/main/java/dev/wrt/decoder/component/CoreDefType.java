package dev.wrt.decoder.component;

import dev.wrt.decoder.core.SubType;
import java.util.List;

/// `core:deftype`: a core type of a component.
public sealed interface CoreDefType {
  /// `core:rectype`: as many types as the group has, which may refer to each other.
  ///
  /// @param types the group; indices in it are those of the core type index space around it
  record CoreRec(List<SubType> types) implements CoreDefType {
    /// Keeps a private copy.
    public CoreRec {
      types = List.copyOf(types);
    }
  }

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
