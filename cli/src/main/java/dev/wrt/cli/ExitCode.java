package dev.wrt.cli;

import dev.wrt.bounded.Fault;

/// The exit codes of `wrtd`, one per class of fault. A command's own exit code is passed through,
/// so codes of ours start at 64, above what programs commonly use.
public enum ExitCode {
  /// The call returned, or the command ended with success.
  OK(0, "success"),
  /// Wrong options or arguments of `wrtd` itself.
  USAGE(64, "wrong options, or an unknown strategy, interceptor, level or amount"),
  /// The bytes are not a well-formed component.
  MALFORMED(65, "the file is not a well-formed component"),
  /// No such file, a directory, or it can't be read.
  NO_INPUT(66, "the file is missing, a directory, or can't be read"),
  /// The component breaks a validation rule.
  INVALID(67, "the component breaks a validation rule"),
  /// An import is missing or of the wrong type.
  LINK(68, "an import is missing or has another type"),
  /// Unknown export, or arguments that don't fit.
  CALL(69, "unknown export, or arguments of the wrong number or type"),
  /// A bug of ours; the instance is in its safe state.
  INTERNAL(70, "an internal check failed: a bug of wrt"),
  /// The guest trapped.
  TRAP(71, "the guest trapped"),
  /// Fuel is used up.
  FUEL(72, "fuel is used up"),
  /// The memory budget, a capacity or a limit refused.
  BUDGET(73, "the memory budget or a limit is reached"),
  /// A file or device of the host failed.
  HOST(74, "a file, directory or device of the host failed"),
  /// The time of `--timeout` is over.
  TIMEOUT(75, "the time limit is over"),
  /// Stored data don't match their digest.
  INTEGRITY(76, "stored data no longer match their digest"),
  /// An interceptor denied.
  POLICY(77, "an interceptor denied the call");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /// The process's exit status, 0 to 255.
  public int status() {
    return status;
  }

  /// What it stands for, in a few words.
  public String meaning() {
    return meaning;
  }

  /// The exit code of a fault's class.
  // [impl->req~cli-exit-codes~1]
  static ExitCode of(Fault fault) {
    return switch (fault) {
      case Fault.BudgetFault f -> BUDGET;
      case Fault.LimitFault f -> BUDGET;
      case Fault.MemoryFault f -> TRAP;
      case Fault.IntegrityFault f -> INTEGRITY;
      case Fault.MalformedFault f -> MALFORMED;
      case Fault.InvalidFault f -> INVALID;
      case Fault.LinkFault f -> LINK;
      case Fault.Trap f -> TRAP;
      case Fault.CallFault f -> CALL;
      case Fault.PolicyFault f -> POLICY;
      case Fault.HostFault f -> HOST;
      case Fault.ExitFault f -> OK;
    };
  }
}
