package dev.wrt.intercept;

import dev.wrt.bounded.FaultCode;

/// Refusals when interceptors are configured.
public enum InterceptCode implements FaultCode {
  /// A name that no built-in interceptor has.
  UNKNOWN_INTERCEPTOR("WRT-I-001", "unknown interceptor"),
  /// A firewall rule that can't be read.
  MALFORMED_RULE("WRT-I-002", "malformed firewall rule");

  private final String id;
  private final String text;

  InterceptCode(String id, String text) {
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
