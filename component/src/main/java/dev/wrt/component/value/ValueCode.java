package dev.wrt.component.value;

import dev.wrt.bounded.FaultCode;

/// Refusals of values and of their text form WAVE.
public enum ValueCode implements FaultCode {
  /// Fewer or more arguments than parameters.
  WRONG_COUNT("WRT-W-001", "wrong number of values"),
  /// A value that its type does not contain.
  WRONG_TYPE("WRT-W-002", "value does not conform to its type"),
  /// Text longer than allowed.
  TEXT_TOO_LONG("WRT-W-003", "text too long"),
  /// Brackets nested deeper than allowed.
  TOO_DEEP("WRT-W-004", "nesting too deep"),
  /// Something else than the type asks for.
  UNEXPECTED("WRT-W-005", "unexpected text"),
  /// A number outside the range of its type.
  OUT_OF_RANGE("WRT-W-006", "number out of range"),
  /// A character or escape that is not allowed there.
  BAD_CHAR("WRT-W-007", "invalid character or escape"),
  /// A string or comment without end, or text that ends too early.
  INCOMPLETE("WRT-W-008", "text ends too early"),
  /// A label that the type does not have.
  UNKNOWN_LABEL("WRT-W-009", "unknown label"),
  /// A label twice.
  DUPLICATE_LABEL("WRT-W-010", "duplicate label"),
  /// A field without value that is no option.
  MISSING_FIELD("WRT-W-011", "missing field"),
  /// A type whose values have no text form, such as a handle.
  NO_TEXT_FORM("WRT-W-012", "no text form to read values of this type from"),
  /// Text after the end of the value.
  TRAILING("WRT-W-013", "text after the end");

  private final String id;
  private final String text;

  ValueCode(String id, String text) {
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
