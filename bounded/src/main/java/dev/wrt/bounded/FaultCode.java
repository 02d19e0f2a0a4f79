package dev.wrt.bounded;

/// One kind of refusal. Each module has an enum of them; the ids are stable over releases and
/// listed in the safety manual.
public interface FaultCode {
  /// The stable id, such as `WRT-D-012`: letter of the module, number within it.
  String id();

  /// What went wrong, in the words of the official test suites where they have words for it.
  String text();
}
