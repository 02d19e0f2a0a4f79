package dev.wrt.engine;

import dev.wrt.bounded.Invariant;

/// What a reference of the hierarchies of `any`, `extern` or `exn` refers to.
public enum RefKind {
  /// Nothing.
  NULL,
  /// The number that it holds.
  I31,
  /// Something of the host's.
  HOST,
  /// A struct.
  STRUCT,
  /// An array.
  ARRAY,
  /// An exception.
  EXCEPTION;

  static RefKind of(Heap heap, long ref) {
    if (ref == Refs.NULL) {
      return NULL;
    }
    if (!Refs.isHeap(ref)) {
      return Refs.isI31(ref) ? I31 : HOST;
    }
    ObjectLayout layout = heap.layouts().at(heap.typeId(ref));
    if (layout == null) {
      throw new Invariant.Violation("a reference leads to an object");
    }
    return switch (layout.kind()) {
      case ObjectLayout.STRUCT -> STRUCT;
      case ObjectLayout.ARRAY -> ARRAY;
      default -> EXCEPTION;
    };
  }
}
