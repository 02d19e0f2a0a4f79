package dev.wrt.decoder.core.text;

/// What an {@link Item} is to the module.
public enum Role {
  /// Magic number and version.
  PREAMBLE,
  /// Id of a section.
  SECTION_ID,
  /// Size of a section or of a function's code.
  SIZE,
  /// Length of a vector.
  COUNT,
  /// Name of a custom section.
  CUSTOM_NAME,
  /// Module or name of an import, or the name of an export.
  NAME,
  /// Kind of an import or export.
  KIND,
  /// What kind of type follows: `0x60` and its neighbours.
  TYPE_FORM,
  /// A supertype.
  SUPERTYPE,
  /// Type of a parameter.
  PARAM,
  /// Type of a result.
  RESULT,
  /// Type of a field's storage.
  STORAGE,
  /// Whether a field or global is mutable.
  MUTABILITY,
  /// Type of a global, of locals, or of `select`.
  VAL_TYPE,
  /// Type of a table's or segment's elements.
  REF_TYPE,
  /// Flags of limits.
  LIMITS,
  /// Least size.
  MIN,
  /// Largest size.
  MAX,
  /// Size of a page, as its logarithm to base 2.
  PAGE_SIZE,
  /// Says that a table has an initial value.
  TABLE_INIT,
  /// Attribute of a tag.
  ATTRIBUTE,
  /// Flags of a segment.
  SEGMENT,
  /// Kind of an element segment.
  ELEM_KIND,
  /// Number of locals of a group.
  LOCALS,
  /// Bytes of a data segment or custom section.
  CONTENT,
  /// First byte of an opcode of two parts.
  PREFIX,
  /// Opcode of an instruction, or its second part.
  OPCODE,
  /// Type of a block that is no type index.
  BLOCK_TYPE,
  /// A heap type.
  HEAP_TYPE,
  /// Nullability of the two types of a cast.
  CAST,
  /// Kind of a catch clause.
  CATCH,
  /// Alignment and flags of a memory access.
  MEMARG,
  /// Offset of a memory access.
  OFFSET,
  /// A lane, or sixteen.
  LANE,
  /// A number of elements.
  ELEMENTS,
  /// A constant.
  CONST,
  /// A byte that is 0.
  ZERO,
  /// A type index.
  TYPE,
  /// A function index.
  FUNC,
  /// A table index.
  TABLE,
  /// A memory index.
  MEM,
  /// A global index.
  GLOBAL,
  /// A tag index.
  TAG,
  /// An element index.
  ELEM,
  /// A data index.
  DATA,
  /// A local index.
  LOCAL,
  /// A label index.
  LABEL,
  /// A field index.
  FIELD;

  /// The role in words, for comments: `type form`.
  String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
