package dev.wrt.cli;

import dev.wrt.bounded.FaultCode;

/// Refusals of the command itself.
enum CliCode implements FaultCode {
  /// The file does not exist.
  NO_SUCH_FILE("WRT-U-001", "no such file"),
  /// The path names a directory.
  IS_DIRECTORY("WRT-U-002", "this is a directory, not a component"),
  /// The file can't be read.
  UNREADABLE("WRT-U-003", "the file can't be read"),
  /// An option's value can't be understood.
  BAD_VALUE("WRT-U-004", "the option's value can't be understood"),
  /// The time limit is over.
  TIMEOUT("WRT-U-005", "the time limit is over"),
  /// Fuel is used up.
  OUT_OF_FUEL("WRT-U-006", "fuel is used up"),
  /// An internal check failed.
  INTERNAL("WRT-U-007", "an internal check of wrtd failed"),
  /// Options or arguments that picocli refuses.
  USAGE("WRT-U-008", "the command line can't be understood");

  private final String id;
  private final String text;

  CliCode(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }
}
