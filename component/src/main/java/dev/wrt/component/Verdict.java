package dev.wrt.component;

import dev.wrt.component.value.Values;

/// What an interceptor decides about a call or an event.
///
/// Values are checked against the function's type; a verdict that does not fit is refused as a
/// fault. For an {@link Event} only {@link Continue} and {@link Deny} have a meaning, after a call
/// also {@link Replace} (of the result).
public sealed interface Verdict {
  /// Goes on unchanged.
  record Continue() implements Verdict {}

  /// Goes on with other values: arguments in `before`, results in `after`.
  ///
  /// @param values the values to go on with
  record Replace(Values values) implements Verdict {}

  /// Answers the call instead of the callee. Owned resources among the arguments are then the
  /// interceptor's: nobody else drops them.
  ///
  /// @param values the results
  record Answer(Values values) implements Verdict {}

  /// Ends the call with a `PolicyFault`.
  ///
  /// @param rule the rule or limit that decided
  record Deny(String rule) implements Verdict {}

  /// The only {@link Continue} that is needed.
  Verdict CONTINUE = new Continue();

  /// A denial by a rule.
  static Verdict deny(String rule) {
    return new Deny(rule);
  }
}
