package dev.wrt.decoder.core;

/// What follows an opcode in the binary format. {@link CodeReader} says where each is found.
public enum Immediate {
  /// Nothing.
  NONE,
  /// A block type.
  BLOCK_TYPE,
  /// A block type and a vector of catch clauses.
  CATCHES,
  /// A label.
  LABEL,
  /// A vector of labels and the default label.
  LABELS,
  /// A function.
  FUNC,
  /// A tag.
  TAG,
  /// A type.
  TYPE,
  /// A structure type and a field.
  TYPE_FIELD,
  /// An array type and a number of elements.
  TYPE_COUNT,
  /// Destination and source array type.
  TYPE_TYPE,
  /// An array type and a data segment.
  TYPE_DATA,
  /// An array type and an element segment.
  TYPE_ELEM,
  /// A function type and a table.
  TYPE_TABLE,
  /// A local.
  LOCAL,
  /// A global.
  GLOBAL,
  /// A table.
  TABLE,
  /// Destination and source table.
  TABLE_TABLE,
  /// An element segment and a table.
  ELEM_TABLE,
  /// An element segment.
  ELEM,
  /// A memory.
  MEM,
  /// Destination and source memory.
  MEM_MEM,
  /// A data segment and a memory.
  DATA_MEM,
  /// A data segment.
  DATA,
  /// Alignment, memory and offset.
  MEMARG,
  /// Alignment, memory, offset and a lane.
  MEMARG_LANE,
  /// A lane.
  LANE,
  /// Sixteen lanes.
  LANES,
  /// A vector of value types.
  VAL_TYPES,
  /// A heap type.
  HEAP_TYPE,
  /// Flags, a label and two heap types.
  CAST,
  /// A byte that must be 0.
  ZERO_BYTE,
  /// A signed 32-bit constant.
  I32,
  /// A signed 64-bit constant.
  I64,
  /// Four bytes, little endian.
  F32,
  /// Eight bytes, little endian.
  F64,
  /// Sixteen bytes, little endian.
  V128
}
