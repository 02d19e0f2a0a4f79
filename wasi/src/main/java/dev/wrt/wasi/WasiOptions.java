package dev.wrt.wasi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a guest is given of the world. What is not given here is not there: no directory, no
/// argument, no variable of the host's environment.
///
/// @param arguments what `get-arguments` gives, the program's name first
/// @param environment what `get-environment` gives, in this order
/// @param initialCwd what `initial-cwd` gives
/// @param stdin where stdin reads
/// @param stdout where stdout writes
/// @param stderr where stderr writes
/// @param terminals which of the three are terminals
/// @param preopens directories, in the order in which the guest sees them
/// @param clock the time
/// @param random the random numbers
/// @param limits how much the guest may hold
public record WasiOptions(
    List<String> arguments,
    Map<String, String> environment,
    Optional<String> initialCwd,
    InputStream stdin,
    OutputStream stdout,
    OutputStream stderr,
    Terminals terminals,
    List<Preopen> preopens,
    HostClock clock,
    RandomSource random,
    WasiLimits limits) {

  /// Keeps private copies.
  public WasiOptions {
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    preopens = List.copyOf(preopens);
  }

  /// Nothing but the host's clocks and random numbers: stdin is empty, output is thrown away.
  public static WasiOptions standard() {
    return new WasiOptions(
        List.of(),
        Map.of(),
        Optional.empty(),
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Terminals.NONE,
        List.of(),
        HostClock.system(),
        RandomSource.secure(),
        WasiLimits.standard());
  }

  /// These options with other arguments.
  ///
  /// @param arguments the program's arguments, its name first
  public WasiOptions withArguments(List<String> arguments) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other environment.
  ///
  /// @param environment the variables
  public WasiOptions withEnvironment(Map<String, String> environment) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other initialCwd.
  ///
  /// @param initialCwd the initial directory
  public WasiOptions withInitialCwd(Optional<String> initialCwd) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other stdin.
  ///
  /// @param stdin where stdin reads
  public WasiOptions withStdin(InputStream stdin) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other stdout.
  ///
  /// @param stdout where stdout writes
  public WasiOptions withStdout(OutputStream stdout) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other stderr.
  ///
  /// @param stderr where stderr writes
  public WasiOptions withStderr(OutputStream stderr) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other terminals.
  ///
  /// @param terminals which streams are terminals
  public WasiOptions withTerminals(Terminals terminals) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other preopens.
  ///
  /// @param preopens the directories
  public WasiOptions withPreopens(List<Preopen> preopens) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other clock.
  ///
  /// @param clock the time
  public WasiOptions withClock(HostClock clock) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other random.
  ///
  /// @param random the random numbers
  public WasiOptions withRandom(RandomSource random) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }

  /// These options with other limits.
  ///
  /// @param limits the limits
  public WasiOptions withLimits(WasiLimits limits) {
    return new WasiOptions(
        arguments,
        environment,
        initialCwd,
        stdin,
        stdout,
        stderr,
        terminals,
        preopens,
        clock,
        random,
        limits);
  }
}
