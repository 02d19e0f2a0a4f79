package dev.wrt.decoder.component;

/// `externtype` as it is written: the type of an import, export or export declaration, by reference
/// into the index spaces. {@link TypeScope} resolves it into an {@link ExternType}.
public sealed interface ExternDesc {
  /// The sort of what is imported or exported.
  Sort sort();

  /// `core module (type i)`
  ///
  /// @param coreTypeidx a module type
  record Module(int coreTypeidx) implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.CORE_MODULE;
    }
  }

  /// `func (type i)`
  ///
  /// @param typeidx a function type
  record Func(int typeidx) implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.FUNC;
    }
  }

  /// `type (eq i)`: the same type as one that is known.
  ///
  /// @param typeidx that type
  record TypeEq(int typeidx) implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.TYPE;
    }
  }

  /// `type (sub resource)`: some resource type, unequal to all that are known.
  record SubResource() implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.TYPE;
    }
  }

  /// `component (type i)`
  ///
  /// @param typeidx a component type
  record Component(int typeidx) implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.COMPONENT;
    }
  }

  /// `instance (type i)`
  ///
  /// @param typeidx an instance type
  record Instance(int typeidx) implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.INSTANCE;
    }
  }

  /// `value (eq i)`: the same value as one that is known.
  ///
  /// @param valueidx that value
  record ValueEq(int valueidx) implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.VALUE;
    }
  }

  /// `value t`: some value of a type.
  ///
  /// @param type the type
  record Value(ValTypeRef type) implements ExternDesc {
    @Override
    public Sort sort() {
      return Sort.VALUE;
    }
  }
}
