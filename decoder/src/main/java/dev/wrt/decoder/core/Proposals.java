package dev.wrt.decoder.core;

/// Names of the features of WebAssembly 3.0 whose instructions have no row in {@link Opcode} yet,
/// so that a fault can say what is missing rather than "illegal opcode".
final class Proposals {
  private Proposals() {}

  /// The feature that has an instruction of a code, or an empty name.
  static String of(int prefix, int code) {
    return switch (prefix) {
      case 0 -> plain(code);
      case 0xFB -> code >= 0 && code <= 0x1E ? "gc" : "";
      case 0xFD -> code >= 0 && code <= 0x113 ? "simd" : "";
      default -> "";
    };
  }

  private static String plain(int code) {
    return switch (code) {
      case 0x08, 0x0A, 0x1F -> "exceptions";
      case 0x12, 0x13 -> "tail calls";
      case 0x14, 0x15, 0xD4, 0xD5, 0xD6 -> "function references";
      case 0xD3 -> "gc";
      default -> "";
    };
  }
}
