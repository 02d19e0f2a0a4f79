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
/// Seen from outside it never changes: each `with` method answers a copy with one thing replaced.
public final class WasiOptions {
  private List<String> arguments;
  private Map<String, String> environment;
  private Optional<String> initialCwd;
  private InputStream stdin;
  private OutputStream stdout;
  private OutputStream stderr;
  private Terminals terminals;
  private List<Preopen> preopens;
  private HostClock clock;
  private RandomSource random;
  private WasiLimits limits;

  private WasiOptions() {
    arguments = List.of();
    environment = Map.of();
    initialCwd = Optional.empty();
    stdin = new ByteArrayInputStream(new byte[0]);
    stdout = OutputStream.nullOutputStream();
    stderr = OutputStream.nullOutputStream();
    terminals = Terminals.NONE;
    preopens = List.of();
    clock = HostClock.system();
    random = RandomSource.secure();
    limits = WasiLimits.standard();
  }

  private WasiOptions(WasiOptions other) {
    arguments = other.arguments;
    environment = other.environment;
    initialCwd = other.initialCwd;
    stdin = other.stdin;
    stdout = other.stdout;
    stderr = other.stderr;
    terminals = other.terminals;
    preopens = other.preopens;
    clock = other.clock;
    random = other.random;
    limits = other.limits;
  }

  /// Nothing but the host's clocks and random numbers: stdin is empty, output is thrown away.
  // [impl->req~wasi-nothing-granted~1]
  public static WasiOptions standard() {
    return new WasiOptions();
  }

  /// What `get-arguments` gives, the program's name first.
  public List<String> arguments() {
    return arguments;
  }

  /// These options with another answer to {@link #arguments}.
  public WasiOptions withArguments(List<String> value) {
    WasiOptions copy = new WasiOptions(this);
    copy.arguments = List.copyOf(value);
    return copy;
  }

  /// What `get-environment` gives, in this order.
  public Map<String, String> environment() {
    return environment;
  }

  /// These options with another answer to {@link #environment}.
  public WasiOptions withEnvironment(Map<String, String> value) {
    WasiOptions copy = new WasiOptions(this);
    copy.environment = Collections.unmodifiableMap(new LinkedHashMap<>(value));
    return copy;
  }

  /// What `initial-cwd` gives.
  public Optional<String> initialCwd() {
    return initialCwd;
  }

  /// These options with another answer to {@link #initialCwd}.
  public WasiOptions withInitialCwd(Optional<String> value) {
    WasiOptions copy = new WasiOptions(this);
    copy.initialCwd = value;
    return copy;
  }

  /// Where stdin reads.
  public InputStream stdin() {
    return stdin;
  }

  /// These options with another answer to {@link #stdin}.
  public WasiOptions withStdin(InputStream value) {
    WasiOptions copy = new WasiOptions(this);
    copy.stdin = value;
    return copy;
  }

  /// Where stdout writes.
  public OutputStream stdout() {
    return stdout;
  }

  /// These options with another answer to {@link #stdout}.
  public WasiOptions withStdout(OutputStream value) {
    WasiOptions copy = new WasiOptions(this);
    copy.stdout = value;
    return copy;
  }

  /// Where stderr writes.
  public OutputStream stderr() {
    return stderr;
  }

  /// These options with another answer to {@link #stderr}.
  public WasiOptions withStderr(OutputStream value) {
    WasiOptions copy = new WasiOptions(this);
    copy.stderr = value;
    return copy;
  }

  /// Which of the three streams are terminals.
  public Terminals terminals() {
    return terminals;
  }

  /// These options with another answer to {@link #terminals}.
  public WasiOptions withTerminals(Terminals value) {
    WasiOptions copy = new WasiOptions(this);
    copy.terminals = value;
    return copy;
  }

  /// Directories, in the order in which the guest sees them.
  public List<Preopen> preopens() {
    return preopens;
  }

  /// These options with another answer to {@link #preopens}.
  public WasiOptions withPreopens(List<Preopen> value) {
    WasiOptions copy = new WasiOptions(this);
    copy.preopens = List.copyOf(value);
    return copy;
  }

  /// The time.
  public HostClock clock() {
    return clock;
  }

  /// These options with another answer to {@link #clock}.
  public WasiOptions withClock(HostClock value) {
    WasiOptions copy = new WasiOptions(this);
    copy.clock = value;
    return copy;
  }

  /// The random numbers.
  public RandomSource random() {
    return random;
  }

  /// These options with another answer to {@link #random}.
  public WasiOptions withRandom(RandomSource value) {
    WasiOptions copy = new WasiOptions(this);
    copy.random = value;
    return copy;
  }

  /// How much the guest may hold.
  public WasiLimits limits() {
    return limits;
  }

  /// These options with another answer to {@link #limits}.
  public WasiOptions withLimits(WasiLimits value) {
    WasiOptions copy = new WasiOptions(this);
    copy.limits = value;
    return copy;
  }
}
