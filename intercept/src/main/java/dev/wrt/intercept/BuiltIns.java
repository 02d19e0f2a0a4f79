package dev.wrt.intercept;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.Interceptor;
import dev.wrt.component.Interceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes a chain of built-in interceptors from their names, and keeps them at hand for reports.
public final class BuiltIns {
  /// The names that can be asked for.
  public static final List<String> NAMES = List.of("logging", "stats", "resources", "firewall");

  /// How the built-in interceptors are set.
  ///
  /// @param logging what is logged
  /// @param lines takes the log's lines
  /// @param resources limits to enforce
  /// @param firewall rules to follow
  public record Settings(
      Logging.Options logging,
      Consumer<String> lines,
      ResourceLimits.Limits resources,
      Firewall.Policy firewall) {}

  private final Interceptors chain;

  private BuiltIns(Interceptors chain) {
    this.chain = chain;
  }

  /// Makes the chain.
  ///
  /// @param names in the order of the chain; none makes the shared empty chain
  /// @param settings how each is set
  /// @return the chain, or a fault that lists the valid names
  // [impl->req~intercept-chain~1]
  public static Result<BuiltIns> configure(List<String> names, Settings settings) {
    List<Interceptor> made = new ArrayList<>();
    for (String name : names) {
      switch (name) {
        case "logging" -> made.add(new Logging(settings.logging(), settings.lines()));
        case "stats" -> made.add(new CallStats());
        case "resources" -> made.add(new ResourceLimits(settings.resources()));
        case "firewall" -> made.add(new Firewall(settings.firewall()));
        default -> {
          return Result.err(
              new Fault.HostFault(
                  InterceptCode.UNKNOWN_INTERCEPTOR, name, String.join(", ", NAMES)));
        }
      }
    }
    return switch (Interceptors.of(made)) {
      case Result.Ok<Interceptors> ok -> Result.ok(new BuiltIns(ok.value()));
      case Result.Err<Interceptors> err -> Result.err(err.fault());
    };
  }

  /// The chain, for the linker.
  public Interceptors chain() {
    return chain;
  }

  /// The first interceptor of a kind, if it is in the chain.
  ///
  /// @param kind such as {@code CallStats.class}
  public <T extends Interceptor> Optional<T> find(Class<T> kind) {
    for (Interceptor interceptor : chain.chain()) {
      if (kind.isInstance(interceptor)) {
        return Optional.of(kind.cast(interceptor));
      }
    }
    return Optional.empty();
  }
}
