package dev.wrt.decoder.core;

/// What an instruction costs.
public enum Fuel {
  /// Nothing: the instruction only gives structure.
  FREE,
  /// One unit.
  ONE,
  /// One unit, and more by the number of bytes or elements that it is asked to move.
  BY_LENGTH
}
