package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.GuestLimits;
import dev.wrt.component.ReplayedSchedule;
import dev.wrt.component.Scheduler;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.intercept.BuiltIns;
import dev.wrt.intercept.Firewall;
import dev.wrt.intercept.Logging;
import dev.wrt.intercept.NamePattern;
import dev.wrt.intercept.ResourceLimits;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.wasi.HostClock;
import dev.wrt.wasi.Preopen;
import dev.wrt.wasi.RandomSource;
import dev.wrt.wasi.WasiOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What the options of a run mean, each checked.
///
/// @param decoder what the component may declare, and what its core modules may use
/// @param component how the component is run
/// @param interceptors the chain
/// @param wasi what the component is given of the world
/// @param timeoutNanos time limit of the whole run; {@code Long.MAX_VALUE} for none
// [impl->req~cli-run-options~1]
// [impl->req~cli-interceptors~1]
record Settings(
    DecoderOptions decoder,
    ComponentOptions component,
    BuiltIns interceptors,
    WasiOptions wasi,
    long timeoutNanos) {

  /// Ends the reading of options at the first that can't be understood; never leaves this file.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Refused(Fault fault) {
      super(null, null, false, false);
      this.fault = fault;
    }
  }

  /// Reads the options.
  ///
  /// @param command the options as typed
  /// @param console streams for the component
  /// @param logLines takes the lines of the log
  static Result<Settings> of(RunOptions command, Console console, Consumer<String> logLines) {
    try {
      return Result.ok(
          new Settings(
              decoder(command),
              component(command),
              interceptors(command, logLines),
              wasi(command, console),
              timeout(command.timeout)));
    } catch (Refused e) {
      return Result.err(e.fault);
    }
  }

  // [impl->req~cli-feature~1]
  private static DecoderOptions decoder(RunOptions command) throws Refused {
    return DecoderOptions.of(valid(Features.parse(String.join(",", command.features))));
  }

  // [impl->req~cli-option-values~1]
  // [impl->req~cli-memory-budget~1]
  private static ComponentOptions component(RunOptions command) throws Refused {
    TrustLevel trust = valid(TrustLevel.parse(command.trust));
    int buffer = (int) size("--buffer-size", command.bufferSize, 1, Integer.MAX_VALUE / 2);
    ComponentOptions options =
        ComponentOptions.standard()
            .withTrust(trust)
            .withMemoryBudget(memoryBudget(command.memoryBudget))
            .withLimits(limits(command))
            .withScheduler(scheduler(command));
    for (String each : command.verification) {
      options = verified(options, each);
    }
    String named = command.strategy;
    if (named == null && !(trust.strategy() instanceof MemoryStrategy.BoundedCopy)) {
      return options;
    }
    String strategy = named == null ? trust.strategy().spelling() : named;
    return options.withStrategy(valid(MemoryStrategy.parse(strategy, buffer)));
  }

  /// One `--verification`: a level for all, or `NAME=LEVEL`.
  // [impl->req~cli-verification~1]
  private static ComponentOptions verified(ComponentOptions options, String text) throws Refused {
    int equals = text.indexOf('=');
    if (equals < 0 || text.startsWith("sampling=")) {
      return options.withVerification(verification(text, text));
    }
    String name = text.substring(0, equals);
    return options.withVerificationOf(name, verification(text.substring(equals + 1), text));
  }

  private static Verification verification(String level, String text) throws Refused {
    if (!level.startsWith("sampling=")) {
      return Verification.of(valid(VerificationLevel.parse(level)));
    }
    String every = level.substring("sampling=".length());
    if (!every.matches("[1-9]\\d{0,8}")) {
      throw bad("--verification " + text, "sampling=1 to sampling=999999999");
    }
    return Verification.sampled(Integer.parseInt(every));
  }

  // [impl->req~cli-limits~1]
  private static GuestLimits limits(RunOptions command) throws Refused {
    GuestLimits limits = GuestLimits.standard();
    for (String text : command.limits) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw bad("--limit " + text, "NAME=VALUE");
      }
      limits = valid(limits.with(text.substring(0, equals), text.substring(equals + 1)));
    }
    return command.fuel == null ? limits : limits.with(GuestLimit.FUEL, fuel(command.fuel));
  }

  // [impl->req~cli-schedule~1]
  private static Supplier<Scheduler> scheduler(RunOptions command) throws Refused {
    String text = command.schedule;
    if (text != null) {
      ReplayedSchedule replayed = Scheduler.replay(choices(text));
      return () -> replayed;
    }
    long seed = command.seed == null ? 0 : command.seed;
    return () -> Scheduler.seeded(seed);
  }

  private static int[] choices(String text) throws Refused {
    if (text.equals("-")) {
      return new int[0];
    }
    if (!text.matches("\\d{1,6}(,\\d{1,6})*")) {
      throw bad("--schedule " + text, "numbers such as 0,1,2, or -");
    }
    return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  // [impl->req~cli-option-values~1]
  private static BuiltIns interceptors(RunOptions command, Consumer<String> lines) throws Refused {
    Logging.Level level =
        switch (command.logLevel) {
          case "info" -> Logging.Level.INFO;
          case "debug" -> Logging.Level.DEBUG;
          default -> throw bad("--log-level " + command.logLevel, "info, debug");
        };
    Logging.Options logging =
        new Logging.Options(level, Logging.Options.standard().valueCharsMax(), NamePattern.NOTHING);
    Firewall.Policy firewall = valid(Firewall.Policy.parse(command.firewall, false));
    return valid(
        BuiltIns.configure(
            command.interceptors,
            new BuiltIns.Settings(logging, lines, ResourceLimits.Limits.standard(), firewall)));
  }

  // [impl->req~cli-capabilities~1]
  private static WasiOptions wasi(RunOptions command, Console console) throws Refused {
    List<Preopen> preopens = new ArrayList<>();
    for (String directory : command.directories) {
      preopens.add(valid(Preopen.parse(directory)));
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(String.valueOf(command.file));
    arguments.addAll(command.arguments);
    WasiOptions options =
        WasiOptions.standard()
            .withArguments(arguments)
            .withEnvironment(command.environmentMap())
            .withStdin(console.in())
            .withStdout(command.json ? console.err() : console.out())
            .withStderr(console.err())
            .withTerminals(console.terminals())
            .withPreopens(preopens);
    Long seed = command.seed;
    return seed == null
        ? options
        : options.withRandom(RandomSource.seeded(seed)).withClock(HostClock.virtual(Instant.EPOCH));
  }

  private static long fuel(String text) throws Refused {
    String digits = text.replace("_", "");
    if (!digits.matches("\\d{1,18}")) {
      throw bad("--fuel " + text, "a number from 0 to 999999999999999999");
    }
    return Long.parseLong(digits);
  }

  private static long timeout(@Nullable String text) throws Refused {
    if (text == null) {
      return Long.MAX_VALUE;
    }
    if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      throw bad("--timeout " + text, "seconds, such as 30 or 0.5");
    }
    return (long) (Double.parseDouble(text) * 1e9);
  }

  /// A budget that Java's heap can't hold would end in an error of the JVM, not in a refusal.
  private static long memoryBudget(@Nullable String text) throws Refused {
    long heap = Runtime.getRuntime().maxMemory();
    if (text == null) {
      return Math.min(ComponentOptions.standard().memoryBudgetBytes(), heap / 2);
    }
    long bytes = size("--memory-budget", text, 1, Long.MAX_VALUE);
    if (bytes > heap) {
      throw bad(
          "--memory-budget " + text,
          "at most Java's heap, " + ByteSize.print(heap) + " (WRTD_JAVA_OPTIONS=-Xmx sets it)");
    }
    return bytes;
  }

  private static long size(String option, String text, long min, long max) throws Refused {
    OptionalLong bytes = ByteSize.parse(text);
    if (bytes.isEmpty() || bytes.getAsLong() < min || bytes.getAsLong() > max) {
      throw bad(option + " " + text, "a size such as 65536, 64KiB or 1.5GiB");
    }
    return bytes.getAsLong();
  }

  private static Refused bad(String subject, String valid) {
    return new Refused(new Fault.HostFault(CliCode.BAD_VALUE, subject, valid));
  }

  private static <T> T valid(Result<T> result) throws Refused {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new Refused(err.fault());
    };
  }
}
