package dev.wrt.decoder.component;

import dev.wrt.decoder.core.Module;
import java.util.List;
import java.util.Optional;

/// `definition`: one item of a component, in the order of the binary. Each appends to the index
/// space of its sort and refers only to definitions before it.
public sealed interface Definition {
  /// `core module`: appends to core modules.
  ///
  /// @param module the decoded module
  record CoreModule(Module module) implements Definition {}

  /// `core instance`: appends to core instances.
  ///
  /// @param expr how it comes about
  record CoreInstance(CoreInstanceExpr expr) implements Definition {}

  /// `core type`: appends to core types.
  ///
  /// @param type the type
  record CoreType(CoreDefType type) implements Definition, Declarator {}

  /// `component`: appends to components.
  ///
  /// @param component the nested component
  record Nested(Component component) implements Definition {}

  /// `instance`: appends to instances.
  ///
  /// @param expr how it comes about
  record Instance(InstanceExpr expr) implements Definition {}

  /// `alias`: appends to the index space of its sort.
  ///
  /// @param alias what is aliased
  record AliasDef(Alias alias) implements Definition, Declarator {}

  /// `type`: appends to types.
  ///
  /// @param type the type
  record Type(DefType type) implements Definition, Declarator {}

  /// `canon`: appends to functions (lift) or core functions (the others).
  ///
  /// @param canon which
  record CanonDef(Canon canon) implements Definition {}

  /// `start`: calls a function, and appends its result to values.
  ///
  /// @param funcidx the function
  /// @param args `valueidx` of its arguments
  /// @param results how many results it has
  record Start(int funcidx, List<Integer> args, int results) implements Definition {
    /// Keeps a private copy.
    public Start {
      args = List.copyOf(args);
    }
  }

  /// `value`: appends to values.
  ///
  /// @param type its type
  /// @param offset where its bytes begin in the file
  /// @param length how many they are
  record Value(ValTypeRef type, int offset, int length) implements Definition {}

  /// `import`: appends to the index space of its sort.
  ///
  /// @param name name and attributes
  /// @param type what is imported
  record Import(NameAttributes name, ExternDesc type) implements Definition, Declarator {}

  /// `export`: appends to the index space of its sort, as an alias of what is exported.
  ///
  /// @param name name and attributes
  /// @param sortidx what is exported
  /// @param type the ascribed type, if any
  record Export(NameAttributes name, SortIdx sortidx, Optional<ExternDesc> type)
      implements Definition {}
}
