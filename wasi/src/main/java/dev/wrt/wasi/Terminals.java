package dev.wrt.wasi;

/// Which of the three standard streams are terminals, as `wasi:cli/terminal-*` tells the guest.
///
/// @param stdin whether stdin is one
/// @param stdout whether stdout is one
/// @param stderr whether stderr is one
public record Terminals(boolean stdin, boolean stdout, boolean stderr) {
  /// No terminals.
  public static final Terminals NONE = new Terminals(false, false, false);
}
