package dev.wrt.cli;

import dev.wrt.wasi.Terminals;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The three standard streams of a run, and which of them are terminals.
///
/// @param in standard input
/// @param out standard output: results
/// @param err standard error: faults, logs, progress
/// @param terminals which are terminals
record Console(InputStream in, PrintStream out, PrintStream err, Terminals terminals) {
  /// The process's own streams. Java tells of terminals only for input and output together, so the
  /// three are taken to be terminals together.
  static Console system() {
    java.io.Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return new Console(
        System.in,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        new Terminals(terminal, terminal, terminal));
  }
}
