package dev.wrt.tests.differential;

import java.util.List;

/// What came of a program, line by line: how instantiation ended; then for each function how its
/// call ended, how `observe` ended, and the state: the values of the exported globals, the sizes
/// and checksums of the memories.
///
/// An end is `returned`, `exception`, or `trap` with its {@link TrapClass}.
record Answer(List<String> lines) {
  private static final String TRAP = "trap ";

  /// The answer of V8, in the words of {@link TrapClass}.
  static Answer ofV8(String text) {
    return new Answer(text.lines().map(Answer::translated).toList());
  }

  private static String translated(String line) {
    return line.startsWith(TRAP) ? TRAP + TrapClass.ofV8(line.substring(TRAP.length())) : line;
  }

  /// Whether V8 has refused the module.
  boolean isInvalid() {
    return lines.getFirst().startsWith("invalid");
  }

  /// Lines that say that something has returned.
  long returned() {
    return lines.stream().filter("returned"::equals).count();
  }

  /// Lines that say that something has ended otherwise.
  long ended() {
    return lines.stream().filter(l -> l.startsWith(TRAP) || l.equals("exception")).count();
  }
}
