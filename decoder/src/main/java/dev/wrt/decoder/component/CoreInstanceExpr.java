package dev.wrt.decoder.component;

import java.util.List;

/// `core:instanceexpr`: how a core module instance comes about.
public sealed interface CoreInstanceExpr {
  /// `instantiate m arg*`
  ///
  /// @param moduleidx the module
  /// @param args what satisfies the first level of its imports' names
  record Instantiate(int moduleidx, List<Arg> args) implements CoreInstanceExpr {
    /// Keeps a private copy.
    public Instantiate {
      args = List.copyOf(args);
    }
  }

  /// `export*`: definitions of the component tied together.
  ///
  /// @param exports the exports
  record InlineExports(List<InlineExport> exports) implements CoreInstanceExpr {
    /// Keeps a private copy.
    public InlineExports {
      exports = List.copyOf(exports);
    }
  }

  /// `core:instantiatearg`
  ///
  /// @param name first level of an import's name
  /// @param coreInstanceidx the instance whose exports satisfy the second level
  record Arg(String name, int coreInstanceidx) {}

  /// `core:inlineexport`
  ///
  /// @param name its name
  /// @param sortidx a core definition
  record InlineExport(String name, SortIdx sortidx) {}
}
