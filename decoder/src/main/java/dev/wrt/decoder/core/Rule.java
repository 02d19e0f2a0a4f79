package dev.wrt.decoder.core;

import dev.wrt.decoder.Feature;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The validation rule of an instruction: its types alone, or one of its own in `CodeValidator`.
public enum Rule {
  /// Pops the operands of the table row and pushes its results.
  PLAIN(Family.PLAIN),
  /// Like {@link #PLAIN}: arithmetic of 128-bit integers in pairs of `i64`.
  WIDE(Family.PLAIN, Feature.WIDE_ARITHMETIC),

  /// Like {@link #PLAIN}, with a memory that must exist, an alignment that must not exceed the
  /// width of the access and an offset that its address type can have.
  MEMARG(Family.MEMORY),
  /// Like {@link #PLAIN}, with indices of memories and data segments that must exist.
  MEMORY(Family.MEMORY),
  /// Like {@link #PLAIN}, with indices of tables and element segments that must exist, their types
  /// matching each other.
  TABLE(Family.TABLE),

  /// `local.get`.
  LOCAL_GET(Family.VARIABLE),
  /// `local.set`.
  LOCAL_SET(Family.VARIABLE),
  /// `local.tee`.
  LOCAL_TEE(Family.VARIABLE),
  /// `global.get`.
  GLOBAL_GET(Family.VARIABLE),
  /// `global.set`.
  GLOBAL_SET(Family.VARIABLE),

  /// `drop`.
  DROP(Family.PARAMETRIC),
  /// `select` without types.
  SELECT(Family.PARAMETRIC),
  /// `select` with types.
  SELECT_T(Family.PARAMETRIC),

  /// `unreachable`.
  UNREACHABLE(Family.CONTROL),
  /// `block` and `loop`.
  BLOCK(Family.CONTROL),
  /// `if`.
  IF(Family.CONTROL),
  /// `else`.
  ELSE(Family.CONTROL),
  /// `end`.
  END(Family.CONTROL),
  /// `br`.
  BR(Family.CONTROL),
  /// `br_if`.
  BR_IF(Family.CONTROL),
  /// `br_table`.
  BR_TABLE(Family.CONTROL),
  /// `br_on_null`.
  BR_ON_NULL(Family.CONTROL),
  /// `br_on_non_null`.
  BR_ON_NON_NULL(Family.CONTROL),
  /// `br_on_cast` and `br_on_cast_fail`.
  BR_ON_CAST(Family.CONTROL),
  /// `return`.
  RETURN(Family.CONTROL),
  /// `call`.
  CALL(Family.CONTROL),
  /// `call_indirect`.
  CALL_INDIRECT(Family.CONTROL),
  /// `call_ref`.
  CALL_REF(Family.CONTROL),
  /// `return_call`.
  RETURN_CALL(Family.CONTROL),
  /// `return_call_indirect`.
  RETURN_CALL_INDIRECT(Family.CONTROL),
  /// `return_call_ref`.
  RETURN_CALL_REF(Family.CONTROL),
  /// `throw`.
  THROW(Family.CONTROL),
  /// `throw_ref`.
  THROW_REF(Family.CONTROL),
  /// `try_table`.
  TRY_TABLE(Family.CONTROL),
  /// `try`.
  TRY(Family.CONTROL, Feature.LEGACY_EXCEPTIONS),
  /// `catch` and `catch_all`.
  CATCH(Family.CONTROL, Feature.LEGACY_EXCEPTIONS),
  /// `delegate`.
  DELEGATE(Family.CONTROL, Feature.LEGACY_EXCEPTIONS),
  /// `rethrow`.
  RETHROW(Family.CONTROL, Feature.LEGACY_EXCEPTIONS),

  /// `ref.null`.
  REF_NULL(Family.REFERENCE),
  /// `ref.is_null`.
  REF_IS_NULL(Family.REFERENCE),
  /// `ref.func`.
  REF_FUNC(Family.REFERENCE),
  /// `ref.eq`: like {@link #PLAIN}.
  REF_EQ(Family.REFERENCE),
  /// `ref.as_non_null`.
  REF_AS_NON_NULL(Family.REFERENCE),

  /// `struct.new` and `struct.new_default`.
  STRUCT_NEW(Family.GC),
  /// Like {@link #PLAIN}, with a field that must exist and allow the access.
  STRUCT(Family.GC),
  /// `array.new_fixed`.
  ARRAY_NEW_FIXED(Family.GC),
  /// Like {@link #PLAIN}, with an array type that must exist and allow the access.
  ARRAY(Family.GC),
  /// `array.len`: like {@link #PLAIN}.
  ARRAY_LEN(Family.GC),
  /// `ref.test` and `ref.cast`: like {@link #PLAIN}.
  CAST(Family.GC),
  /// `any.convert_extern` and `extern.convert_any`.
  CONVERT(Family.GC),
  /// `ref.i31` and what reads its number: like {@link #PLAIN}.
  I31(Family.GC),

  /// Like {@link #PLAIN}.
  VECTOR(Family.VECTOR),
  /// Like {@link #MEMARG}, and a lane that must exist where one is named.
  VECTOR_MEMORY(Family.VECTOR),
  /// Like {@link #PLAIN}, with a lane that must exist.
  LANE(Family.VECTOR),
  /// Like {@link #PLAIN}, with lanes of two vectors that must exist.
  LANES(Family.VECTOR),

  /// Like {@link #MEMARG}, with an alignment that must be the width of the access.
  ATOMIC(Family.ATOMIC, Feature.THREADS),
  /// `atomic.fence`: like {@link #PLAIN}.
  FENCE(Family.ATOMIC, Feature.THREADS);

  /// Groups of rules: what a translator dispatches on.
  public enum Family {
    /// Instructions on numbers.
    PLAIN,
    /// Memory instructions, those on vectors and atomics not included.
    MEMORY,
    /// Table instructions.
    TABLE,
    /// Variable instructions.
    VARIABLE,
    /// Parametric instructions.
    PARAMETRIC,
    /// Control instructions.
    CONTROL,
    /// Reference instructions.
    REFERENCE,
    /// Aggregate instructions, scalar references, casts and conversions: prefix `0xFB`.
    GC,
    /// Vector instructions: prefix `0xFD`.
    VECTOR,
    /// Atomic instructions: prefix `0xFE`.
    ATOMIC
  }

  private final Family family;
  private final @Nullable Feature feature;

  Rule(Family family) {
    this(family, null);
  }

  Rule(Family family, @Nullable Feature feature) {
    this.family = family;
    this.feature = feature;
  }

  /// The group that the rule is of.
  public Family family() {
    return family;
  }

  /// The feature that must be on, or null where there is none.
  public @Nullable Feature feature() {
    return feature;
  }
}
