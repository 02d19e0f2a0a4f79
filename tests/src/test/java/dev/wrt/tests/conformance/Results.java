package dev.wrt.tests.conformance;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderCode;

/// Reads results and faults in tests.
final class Results {
  /// Where the subject stands in a text, if not at its end.
  private static final String SUBJECT = "{}";

  private Results() {}

  /// The value of a success that the test takes for granted.
  static <T> T value(Result<T> result) {
    return switch (result) {
      case Result.Ok<T>(T value) -> value;
      case Result.Err<T>(Fault fault) -> throw new AssertionError(fault.toString());
    };
  }

  /// The words of a fault: its text, and what it is about.
  static String words(Fault fault) {
    String subject =
        switch (fault) {
          case Fault.MalformedFault f -> f.subject();
          case Fault.InvalidFault f -> f.subject();
          case Fault.LinkFault f -> f.name();
          case Fault.Trap f -> f.subject();
          case Fault.LimitFault f -> f.limit();
          default -> fault.toString();
        };
    String separator = fault.code() == DecoderCode.TYPE_MISMATCH ? ": " : " ";
    String text = fault.code().text();
    return text.contains(SUBJECT)
        ? text.replace(SUBJECT, subject)
        : (text + separator + subject).strip();
  }
}
