package dev.wrt.tests.faults;

/// What has become of an injected fault.
enum Verdict {
  /// An integrity fault has stopped the guest before anything wrong left it.
  DETECTED,
  /// What was wrong was put right, as an event, and all is as without the fault.
  REPAIRED,
  /// All is as without the fault: what was wrong was overwritten, or never mattered.
  MASKED,
  /// Something wrong has left the guest, or its state is wrong at the end and nothing shows it.
  SILENT,
  /// Another fault than one of integrity has stopped the guest, before anything wrong left it.
  TRAPPED,
  /// An exception of Java has come out of the engine.
  CRASHED,
  /// There was nothing to be changed: no injection.
  NONE
}
