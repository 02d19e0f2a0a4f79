package dev.wrt.benchmarks;

import java.util.OptionalDouble;

/// What a process says of a case.
///
/// @param nanos nanoseconds a call
/// @param bytes bytes allocated a call, if they could be measured
/// @param check what the third call has returned
record Figures(double nanos, OptionalDouble bytes, String check) {
  /// Reads a line of a process, without the case's name.
  static Figures of(String nanos, String bytes, String check) {
    OptionalDouble measured =
        bytes.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(bytes));
    return new Figures(Double.parseDouble(nanos), measured, check);
  }

  /// The less disturbed of two measurements; bytes of whichever has them.
  Figures least(Figures other) {
    OptionalDouble known = bytes.isPresent() ? bytes : other.bytes;
    OptionalDouble both =
        bytes.isPresent() && other.bytes.isPresent()
            ? OptionalDouble.of(Math.min(bytes.getAsDouble(), other.bytes.getAsDouble()))
            : known;
    return new Figures(Math.min(nanos, other.nanos), both, check);
  }
}
