package dev.wrt.engine;

import dev.wrt.bounded.FaultCode;

/// The traps of WebAssembly, in the words of the official test suite.
public enum TrapCode implements FaultCode {
  /// `unreachable` was executed.
  UNREACHABLE("WRT-E-001", "unreachable"),
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
  CALL_STACK_EXHAUSTED("WRT-E-010", "call stack exhausted");

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
