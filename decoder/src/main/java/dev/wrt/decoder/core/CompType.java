package dev.wrt.decoder.core;

/// A composite type (`comptype`): what a type index of a module stands for.
public sealed interface CompType permits FuncType, StructType, ArrayType {
  /// The abstract heap type right above it: {@link HeapType#FUNC}, {@link HeapType#STRUCT} or
  /// {@link HeapType#ARRAY}.
  int heap();
}
