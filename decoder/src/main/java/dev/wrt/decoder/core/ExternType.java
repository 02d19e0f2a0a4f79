package dev.wrt.decoder.core;

/// The type of an import or export (`externtype`).
public sealed interface ExternType {
  /// Which kind of thing has this type.
  ExternKind kind();

  /// A function of a type.
  ///
  /// @param type parameters and results
  record Func(FuncType type) implements ExternType {
    @Override
    public ExternKind kind() {
      return ExternKind.FUNC;
    }
  }

  /// A table of a type.
  ///
  /// @param type elements and size
  record Table(TableType type) implements ExternType {
    @Override
    public ExternKind kind() {
      return ExternKind.TABLE;
    }
  }

  /// A memory of a type.
  ///
  /// @param type its size
  record Mem(MemType type) implements ExternType {
    @Override
    public ExternKind kind() {
      return ExternKind.MEM;
    }
  }

  /// A global of a type.
  ///
  /// @param type value and mutability
  record Global(GlobalType type) implements ExternType {
    @Override
    public ExternKind kind() {
      return ExternKind.GLOBAL;
    }
  }

  /// A tag of a type.
  ///
  /// @param type its parameters are the values of its exceptions
  record Tag(FuncType type) implements ExternType {
    @Override
    public ExternKind kind() {
      return ExternKind.TAG;
    }
  }
}
