package dev.wrt.cli;

import dev.wrt.bounded.Fault;

/// The exit codes of `wrtd`, one per class of fault. A command's own exit code is passed through,
/// so codes of ours start at 64, above what programs commonly use.
public enum ExitCode {
  /// The call returned, or the command ended with success.
  OK(0),
  /// Wrong options or arguments of `wrtd` itself.
  USAGE(64),
  /// The bytes are not a well-formed component.
  MALFORMED(65),
  /// No such file, a directory, or it can't be read.
  NO_INPUT(66),
  /// The component breaks a validation rule.
  INVALID(67),
  /// An import is missing or of the wrong type.
  LINK(68),
  /// Unknown export, or arguments that don't fit.
  CALL(69),
  /// A bug of ours; the instance is in its safe state.
  INTERNAL(70),
  /// The guest trapped.
  TRAP(71),
  /// Fuel is used up.
  FUEL(72),
  /// The memory budget, a capacity or a limit refused.
  BUDGET(73),
  /// A file or device of the host failed.
  HOST(74),
  /// The time of `--timeout` is over.
  TIMEOUT(75),
  /// Stored data don't match their digest.
  INTEGRITY(76),
  /// An interceptor denied.
  POLICY(77),
  /// `explore`: schedules of one call have different results.
  DIFFERENT(78);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /// The process's exit status, 0 to 255.
  public int status() {
    return status;
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
