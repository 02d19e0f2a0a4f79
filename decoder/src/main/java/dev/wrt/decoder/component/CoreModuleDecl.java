package dev.wrt.decoder.component;

/// `core:moduledecl`: one declarator of a module type.
public sealed interface CoreModuleDecl {
  /// `import`
  ///
  /// @param module first level of the name
  /// @param name second level of the name
  /// @param type what is imported
  record CoreImport(String module, String name, CoreExternDesc type) implements CoreModuleDecl {}

  /// `type`: entries of the module type's own index space.
  ///
  /// @param type the types
  record CoreTypeDecl(CoreDefType.CoreRec type) implements CoreModuleDecl {}

  /// `alias outer ct idx (type)`
  ///
  /// @param ct how many scopes outward
  /// @param idx index in that scope's core type index space
  record CoreAlias(int ct, int idx) implements CoreModuleDecl {}

  /// `export`
  ///
  /// @param name its name
  /// @param type what is exported
  record CoreExport(String name, CoreExternDesc type) implements CoreModuleDecl {}
}
