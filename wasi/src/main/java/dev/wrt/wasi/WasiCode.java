package dev.wrt.wasi;

import dev.wrt.bounded.FaultCode;

/// Refusals of the WASI host: those that end a call. What a guest is to handle itself is an
/// error-code of the interface instead, never a fault.
public enum WasiCode implements FaultCode {
  /// The guest called `wasi:cli/exit`.
  EXIT("WRT-S-001", "exit"),
  /// A guest holds as many resources of a kind as the limits allow.
  RESOURCES_EXHAUSTED("WRT-S-002", "too many resources"),
  /// A guest called `poll` with an empty list.
  EMPTY_POLL("WRT-S-003", "poll of an empty list"),
  /// A guest wrote more than `check-write` had permitted.
  WRITE_NOT_PERMITTED("WRT-S-004", "write of more bytes than check-write permitted"),
  /// A guest asked for more bytes at a time than the limits allow.
  TRANSFER_TOO_LARGE("WRT-S-005", "too many bytes in one transfer"),
  /// A guest waited beyond the deadline of the run.
  DEADLINE_PASSED("WRT-S-006", "deadline passed"),
  /// The thread of the run was interrupted while the guest waited.
  INTERRUPTED("WRT-S-007", "interrupted while waiting"),
  /// The host directory of a preopen is missing or not a directory.
  PREOPEN_UNUSABLE("WRT-S-008", "directory can't be opened"),
  /// The text of a preopen is not `HOST`, `HOST::GUEST` or `HOST::GUEST::ro`.
  PREOPEN_SYNTAX("WRT-S-009", "malformed directory option"),
  /// A component declares a WASI function with another type than the WIT.
  SIGNATURE_MISMATCH("WRT-S-010", "host function has another type");

  private final String id;
  private final String text;

  WasiCode(String id, String text) {
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
