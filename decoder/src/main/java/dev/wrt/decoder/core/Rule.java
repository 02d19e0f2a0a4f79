package dev.wrt.decoder.core;

/// The validation rule of an instruction: its types alone, or one of its own in `CodeValidator`.
public enum Rule {
  /// Pops the operands of the table row and pushes its results.
  PLAIN,
  /// Like {@link #PLAIN}, with a memory that must exist and an alignment that must not exceed the
  /// width of the access.
  MEMARG,
  /// Like {@link #PLAIN}, with indices of memories, data segments, tables or element segments that
  /// must exist.
  INDICES,
  /// `unreachable`.
  UNREACHABLE,
  /// `block` and `loop`.
  BLOCK,
  /// `if`.
  IF,
  /// `else`.
  ELSE,
  /// `end`.
  END,
  /// `br`.
  BR,
  /// `br_if`.
  BR_IF,
  /// `br_table`.
  BR_TABLE,
  /// `return`.
  RETURN,
  /// `call`.
  CALL,
  /// `call_indirect`.
  CALL_INDIRECT,
  /// `drop`.
  DROP,
  /// `select` without types.
  SELECT,
  /// `select` with types.
  SELECT_T,
  /// `local.get`.
  LOCAL_GET,
  /// `local.set`.
  LOCAL_SET,
  /// `local.tee`.
  LOCAL_TEE,
  /// `global.get`.
  GLOBAL_GET,
  /// `global.set`.
  GLOBAL_SET,
  /// `ref.null`.
  REF_NULL,
  /// `ref.is_null`.
  REF_IS_NULL,
  /// `ref.func`.
  REF_FUNC
}
