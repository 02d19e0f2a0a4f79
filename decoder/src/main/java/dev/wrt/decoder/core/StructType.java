package dev.wrt.decoder.core;

import java.util.List;
import java.util.stream.Collectors;

/// A structure type (`structtype`).
///
/// @param fields its fields, in the order of their indices
public record StructType(List<FieldType> fields) implements CompType {
  /// Creates a type; the list is copied.
  public StructType {
    fields = List.copyOf(fields);
  }

  /// Number of fields.
  public int fieldCount() {
    return fields.size();
  }

  /// Field `i`.
  public FieldType field(int i) {
    return fields.get(i);
  }

  @Override
  public int heap() {
    return HeapType.STRUCT;
  }

  /// The type in the text format.
  @Override
  public String toString() {
    return fields.stream()
        .map(field -> " (field " + field + ")")
        .collect(Collectors.joining("", "(struct", ")"));
  }
}
