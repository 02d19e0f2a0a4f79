package dev.wrt.decoder.core;

/// A global type (`globaltype`).
///
/// @param type type of its value
/// @param mutable whether `global.set` is allowed
public record GlobalType(ValType type, boolean mutable) {
  @Override
  public String toString() {
    return mutable ? "(mut " + type + ")" : type.toString();
  }
}
