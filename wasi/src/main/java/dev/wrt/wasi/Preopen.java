package dev.wrt.wasi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A directory of the host that a guest may use, and the name it sees it under.
///
/// @param host the directory on the host
/// @param guest the name for the guest, such as `/data`
/// @param readOnly whether the guest may only read beneath it
public record Preopen(Path host, String guest, boolean readOnly) {
  private static final String SEPARATOR = "::";
  private static final String SYNTAX = "HOST, HOST::GUEST or HOST::GUEST::ro";

  /// Reads the text of a `--dir` option: `HOST`, `HOST::GUEST` or `HOST::GUEST::ro`. Where no guest
  /// name is given it is the host's.
  ///
  /// @param text the option's value
  public static Result<Preopen> parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    boolean readOnly = parts.length == 3 && parts[2].equals("ro");
    boolean known = parts.length <= 2 || readOnly;
    String host = parts[0];
    String guest = parts.length == 1 ? host : parts[1];
    if (!known || host.isEmpty() || guest.isEmpty()) {
      return Result.err(new Fault.HostFault(WasiCode.PREOPEN_SYNTAX, text, SYNTAX));
    }
    try {
      return Result.ok(new Preopen(Path.of(host), guest, readOnly));
    } catch (InvalidPathException e) {
      return Result.err(new Fault.HostFault(WasiCode.PREOPEN_SYNTAX, text, e.getReason()));
    }
  }
}
