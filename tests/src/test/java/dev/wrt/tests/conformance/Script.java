package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.bounded.Fault;

/// What executes the commands of one script.
interface Script {
  /// Executes a command.
  Verdict run(JsonNode command);

  /// Gives everything back.
  ///
  /// @return bytes that are still reserved, which should be 0
  long end();

  /// A definition or instance that commands may name. Where it could not be made, the value is
  /// null, and the reason says why it is out of scope; without a reason it was refused and should
  /// not have been.
  record Named<T>(T value, String reason) {}

  /// Stops a command: something it needs is out of scope.
  final class OutOfScope extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfScope(String reason) {
      super(reason);
    }
  }

  /// Stops a command: a refusal where none is wanted.
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Fault fault;

    Refused(Fault fault) {
      super(fault.toString());
      this.fault = fault;
    }
  }
}
