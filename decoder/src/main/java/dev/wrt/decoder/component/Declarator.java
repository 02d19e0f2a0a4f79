package dev.wrt.decoder.component;

/// `componentdecl` and `instancedecl`: one declarator of a component type or instance type. All but
/// {@link Export} are definitions too, with the same meaning.
public sealed interface Declarator
    permits Definition.CoreType,
        Definition.Type,
        Definition.AliasDef,
        Definition.Import,
        Declarator.Export {
  /// `exportdecl`: a name and the type of what is exported under it.
  ///
  /// @param name name and attributes
  /// @param type what is exported
  record Export(NameAttributes name, ExternDesc type) implements Declarator {}
}
