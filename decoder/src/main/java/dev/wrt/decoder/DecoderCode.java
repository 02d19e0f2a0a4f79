package dev.wrt.decoder;

import dev.wrt.bounded.FaultCode;

/// Refusals of the decoder, in the words of the official test suites.
public enum DecoderCode implements FaultCode {
  /// The bytes end inside of something.
  UNEXPECTED_END("WRT-D-001", "unexpected end");

  private final String id;
  private final String text;

  DecoderCode(String id, String text) {
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
