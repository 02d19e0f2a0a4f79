package dev.wrt.decoder.component;

/// `externtype`, resolved: the type of an import or export.
public sealed interface ExternType
    permits CoreModuleType,
        ComponentFuncType,
        ExternType.OfType,
        ExternType.OfValue,
        ComponentType,
        InstanceType {
  /// The sort of what has this type.
  Sort sort();

  /// A type import or export. Whether it is bounded by `eq` or `sub resource` shows in the type
  /// around it: a resource among its own resource types is `sub resource`.
  ///
  /// @param type the type
  record OfType(Type type) implements ExternType {
    @Override
    public Sort sort() {
      return Sort.TYPE;
    }
  }

  /// A value import or export.
  ///
  /// @param type the value's type
  record OfValue(ValType type) implements ExternType {
    @Override
    public Sort sort() {
      return Sort.VALUE;
    }
  }
}
