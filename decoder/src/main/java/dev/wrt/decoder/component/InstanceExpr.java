package dev.wrt.decoder.component;

import java.util.List;

/// `instanceexpr`: how a component instance comes about.
public sealed interface InstanceExpr {
  /// `instantiate c arg*`
  ///
  /// @param componentidx the component
  /// @param args what satisfies its imports
  record Instantiate(int componentidx, List<Arg> args) implements InstanceExpr {
    /// Keeps a private copy.
    public Instantiate {
      args = List.copyOf(args);
    }
  }

  /// `export*`: definitions of the component tied together.
  ///
  /// @param exports the exports
  record InlineExports(List<InlineExport> exports) implements InstanceExpr {
    /// Keeps a private copy.
    public InlineExports {
      exports = List.copyOf(exports);
    }
  }

  /// `instantiatearg`
  ///
  /// @param name an import's name
  /// @param sortidx what satisfies it
  record Arg(String name, SortIdx sortidx) {}

  /// `inlineexport`
  ///
  /// @param name its name and attributes
  /// @param sortidx a definition
  record InlineExport(NameAttributes name, SortIdx sortidx) {}
}
