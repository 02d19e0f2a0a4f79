package dev.wrt.cli;

import dev.wrt.bounded.FaultCode;

/// Refusals of the command itself.
enum CliCode implements FaultCode {
  /// The file does not exist.
  NO_SUCH_FILE(
      "WRT-U-001", "no such file", "check the path; relative ones start at the current folder"),
  /// The path names a directory.
  IS_DIRECTORY("WRT-U-002", "this is a directory, not a component", "name the .wasm file in it"),
  /// The file can't be read.
  UNREADABLE("WRT-U-003", "the file can't be read", "check its permissions"),
  /// An option's value can't be understood.
  BAD_VALUE("WRT-U-004", "the option's value can't be understood", "see wrtd --help"),
  /// The time limit is over.
  TIMEOUT("WRT-U-005", "the time limit is over", "raise --timeout, or ask for less"),
  /// Fuel is used up.
  OUT_OF_FUEL("WRT-U-006", "fuel is used up", "raise --fuel; --stats tells what was used"),
  /// An internal check failed.
  INTERNAL(
      "WRT-U-007",
      "an internal check of wrtd failed",
      "report it with the command line and the component"),
  /// Options or arguments that picocli refuses.
  USAGE("WRT-U-008", "the command line can't be understood", "wrtd --help lists the options"),
  /// The JVM's heap is smaller than what the budget allowed.
  HEAP_EXHAUSTED(
      "WRT-U-009",
      "Java's heap is exhausted",
      "lower --memory-budget, or raise the heap with WRTD_JAVA_OPTIONS=-Xmx"),
  /// `inspect` of a component with several core modules.
  CHOOSE_MODULE("WRT-U-010", "a core module has to be chosen", "name one with --module NUMBER"),
  /// `inspect --wit` of a core module.
  NOT_A_COMPONENT("WRT-U-011", "this is a core module, not a component", "run it without --wit"),
  /// A returned stream or future is left open by a component that has nothing more to do.
  UNFINISHED(
      "WRT-U-012",
      "a returned stream or future has not ended, and nothing can go on",
      "report it to the component's author; wrtd explore shows whether it depends on the schedule"),
  /// `--raw` or `--output` of a result that is no bytes.
  NO_BYTES(
      "WRT-U-013",
      "the result is not a stream<u8>, list<u8> or string",
      "run it without --raw and --output"),
  /// Options after the file of a component that is no command.
  LATE_OPTIONS(
      "WRT-U-014",
      "what follows the file are arguments of a command, and this component is none",
      "put the options before the file"),
  /// `explore` of what reads standard input.
  NOT_REPEATABLE("WRT-U-015", "standard input can be read once only", "give a file with @FILE"),
  /// Standard output or a file can't be written.
  UNWRITABLE("WRT-U-016", "the result can't be written", "check the path and the space left"),
  /// The file of `--config` is no TOML.
  CONFIG_SYNTAX("WRT-U-018", "the configuration is not valid TOML", "see https://toml.io"),
  /// The file of `--config` has a key that no option has.
  CONFIG_KEY("WRT-U-019", "unknown key in the configuration", "see wrtd --help"),
  /// The file of `--config` has a value of the wrong type.
  CONFIG_VALUE("WRT-U-020", "wrong value in the configuration", "see wrtd --help"),
  /// `--verification` names a component that is not there.
  NO_SUCH_COMPONENT(
      "WRT-U-021", "--verification names no component of this file", "--stats lists their names"),
  /// `--schedule` does not fit the run.
  OTHER_SCHEDULE(
      "WRT-U-017",
      "the schedule does not fit this call",
      "take one that wrtd explore has printed for the same component, call and options");

  private final String id;
  private final String text;
  private final String advice;

  CliCode(String id, String text, String advice) {
    this.id = id;
    this.text = text;
    this.advice = advice;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }

  /// What the reader can do.
  String advice() {
    return advice;
  }
}
