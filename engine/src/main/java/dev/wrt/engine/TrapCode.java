package dev.wrt.engine;

import dev.wrt.bounded.FaultCode;

/// The traps of WebAssembly, in the words of the official test suite.
public enum TrapCode implements FaultCode {
  /// `unreachable` was executed.
  UNREACHABLE("WRT-E-001", "unreachable: wasm `unreachable` instruction executed"),
  /// An integer division or remainder by zero.
  INTEGER_DIVIDE_BY_ZERO("WRT-E-002", "integer divide by zero"),
  /// The quotient, or the truncated float, is not in the range of the integer type.
  INTEGER_OVERFLOW("WRT-E-003", "integer overflow"),
  /// A NaN was to be truncated to an integer.
  INVALID_CONVERSION("WRT-E-004", "invalid conversion to integer"),
  /// An access outside a memory or data segment.
  OUT_OF_BOUNDS_MEMORY("WRT-E-005", "out of bounds memory access"),
  /// An access outside a table or element segment.
  OUT_OF_BOUNDS_TABLE("WRT-E-006", "out of bounds table access"),
  /// `call_indirect` beyond the end of the table.
  UNDEFINED_ELEMENT("WRT-E-007", "undefined element"),
  /// `call_indirect` of a null reference.
  UNINITIALIZED_ELEMENT("WRT-E-008", "uninitialized element"),
  /// `call_indirect` of a function of another type.
  INDIRECT_CALL_TYPE_MISMATCH("WRT-E-009", "indirect call type mismatch"),
  /// The value stack or the call stack is full.
  CALL_STACK_EXHAUSTED("WRT-E-010", "call stack exhausted"),
  /// `ref.as_non_null` of null.
  NULL_REFERENCE("WRT-E-011", "null reference"),
  /// A call of a null reference.
  NULL_FUNCTION_REFERENCE("WRT-E-012", "null function reference"),
  /// `throw_ref` of null.
  NULL_EXCEPTION_REFERENCE("WRT-E-013", "null exception reference"),
  /// A struct instruction was given null.
  NULL_STRUCTURE_REFERENCE("WRT-E-021", "null structure reference"),
  /// An array instruction was given null.
  NULL_ARRAY_REFERENCE("WRT-E-022", "null array reference"),
  /// An `i31` instruction was given null.
  NULL_I31_REFERENCE("WRT-E-023", "null i31 reference"),
  /// An access outside an array.
  OUT_OF_BOUNDS_ARRAY("WRT-E-024", "out of bounds array access"),
  /// `ref.cast` of a reference that is not of the type.
  CAST_FAILURE("WRT-E-025", "cast failure"),
  /// What is alive in the heap and the object that was to be allocated are together larger than
  /// {@link EngineOptions#heapBytesMax}.
  HEAP_EXHAUSTED("WRT-E-026", "heap exhausted"),
  /// What lies in the heap can't be what was written there, and no digest says where it changed:
  /// only below the level at which digests are verified.
  HEAP_CORRUPTED("WRT-E-027", "heap corrupted"),
  /// A reference refers to nothing, and no digest says why: only below the level at which digests
  /// are verified.
  STATE_CORRUPTED("WRT-E-070", "state corrupted"),
  /// An atomic access whose address is not a multiple of its width.
  UNALIGNED_ATOMIC("WRT-E-031", "unaligned atomic"),
  /// A wait on a memory that is not shared.
  EXPECTED_SHARED_MEMORY("WRT-E-032", "expected shared memory");

  private final String id;
  private final String text;

  TrapCode(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }
}
