package dev.wrt.decoder.core;

/// An array type (`arraytype`).
///
/// @param element type of its elements
public record ArrayType(FieldType element) implements CompType {
  @Override
  public int heap() {
    return HeapType.ARRAY;
  }

  /// The type in the text format.
  @Override
  public String toString() {
    return "(array " + element + ")";
  }
}
