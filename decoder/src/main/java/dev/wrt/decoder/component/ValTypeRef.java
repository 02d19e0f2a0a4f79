package dev.wrt.decoder.component;

/// `valtype` as it is written: a primitive, or the index of a type. {@link TypeScope} turns it into
/// a {@link ValType}.
public sealed interface ValTypeRef permits PrimValType, ValTypeRef.TypeIdx {
  /// A reference to a defined value type.
  ///
  /// @param typeidx index in the type index space
  record TypeIdx(int typeidx) implements ValTypeRef {}
}
