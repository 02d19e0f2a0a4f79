package dev.wrt.decoder.core.text;

/// Parts of a module that hold {@link Item}s or further parts.
public enum Part {
  /// The module.
  MODULE,
  /// A section.
  SECTION,
  /// A recursion group that is written as one.
  REC,
  /// A type.
  TYPE,
  /// An import.
  IMPORT,
  /// The type of a function that the module defines.
  FUNC,
  /// A table.
  TABLE,
  /// A memory.
  MEM,
  /// A tag.
  TAG,
  /// A global.
  GLOBAL,
  /// An export.
  EXPORT,
  /// The start function.
  START,
  /// An element segment.
  ELEM,
  /// The code of a function.
  CODE,
  /// A data segment.
  DATA,
  /// The initial value of a global or table.
  INIT,
  /// The offset of an active segment.
  OFFSET,
  /// An element of an element segment, as an expression.
  ITEM,
  /// The local declarations of a function.
  LOCALS,
  /// An instruction.
  INSTR
}
