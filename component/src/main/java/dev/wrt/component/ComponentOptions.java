package dev.wrt.component;

import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What a component may use, and how far it is trusted.
///
/// @param verification how memories are checked
/// @param verifications the same for single components, by {@link ComponentInstance#name}
/// @param trust how far the component is trusted
/// @param strategy how values cross its border
/// @param memoryBudgetBytes bytes that the linked components may make the host hold
/// @param limits what they may use of everything that is counted
/// @param scheduler gives each tree the choices that the specification leaves open
/// @param hostClock nanoseconds of a clock that never goes back; {@link GuestLimit#HOST_TIME} is
///   measured with it
/// @param parentChildCalls whether a component may call a component that it contains, and be called
///   by it, as CanonicalABI.md has it; if not, such calls trap, as the reference tests have it for
///   now and other runtimes do
public record ComponentOptions(
    Verification verification,
    Map<String, Verification> verifications,
    TrustLevel trust,
    MemoryStrategy strategy,
    long memoryBudgetBytes,
    GuestLimits limits,
    Supplier<Scheduler> scheduler,
    LongSupplier hostClock,
    boolean parentChildCalls) {

  /// Fuel that never runs out in practice.
  public static final long FUEL_UNLIMITED = Long.MAX_VALUE;

  /// Keeps the levels of single components as they are.
  public ComponentOptions {
    verifications = Map.copyOf(verifications);
  }

  /// Standard trust, bounded copies, boundary verification, 1 GiB, no bound on fuel.
  public static ComponentOptions standard() {
    return new ComponentOptions(
        new Verification(VerificationLevel.STANDARD, 64),
        Map.of(),
        TrustLevel.STANDARD,
        TrustLevel.STANDARD.strategy(),
        1L << 30,
        GuestLimits.standard(),
        () -> Scheduler.OLDEST,
        System::nanoTime,
        true);
  }

  /// These options with another verification.
  public ComponentOptions withVerification(Verification other) {
    return with(d -> d.verification = other);
  }

  /// These options with a verification of its own for one component, and for those inside it.
  ///
  /// @param component its {@link ComponentInstance#name}
  public ComponentOptions withVerificationOf(String component, Verification own) {
    return with(d -> {
      d.verifications = new LinkedHashMap<>(d.verifications);
      d.verifications.put(component, own);
    });
  }

  /// How the memories of a component are checked: as is said for itself, or for the innermost
  /// component around it that something is said for, or for all.
  ///
  /// @param component its {@link ComponentInstance#name}
  // [impl->req~limits-verification-of~1]
  public Verification verificationOf(String component) {
    String name = component;
    while (true) {
      Verification own = verifications.get(name);
      if (own != null) {
        return own;
      }
      int slash = name.lastIndexOf('/');
      if (slash < 0) {
        return verification;
      }
      name = name.substring(0, slash);
    }
  }

  /// These options with another trust level and the strategy that is its default.
  public ComponentOptions withTrust(TrustLevel other) {
    return with(d -> {
      d.trust = other;
      d.strategy = other.strategy();
    });
  }

  /// These options with another strategy.
  public ComponentOptions withStrategy(MemoryStrategy other) {
    return with(d -> d.strategy = other);
  }

  /// These options with another memory budget.
  public ComponentOptions withMemoryBudget(long bytes) {
    return with(d -> d.memoryBudgetBytes = bytes);
  }

  /// These options with other limits.
  public ComponentOptions withLimits(GuestLimits other) {
    return with(d -> d.limits = other);
  }

  /// These options with another value of one limit.
  ///
  /// @param value in the range of the limit
  public ComponentOptions with(GuestLimit limit, long value) {
    return withLimits(limits.with(limit, value));
  }

  /// Fuel of the linked components at their start; {@link #FUEL_UNLIMITED} for no bound.
  public long fuel() {
    return limits.fuel();
  }

  /// These options with other fuel.
  public ComponentOptions withFuel(long other) {
    return with(GuestLimit.FUEL, other);
  }

  /// These options with calls between a component and those that it contains allowed or not.
  public ComponentOptions withParentChildCalls(boolean allowed) {
    return with(d -> d.parentChildCalls = allowed);
  }

  /// These options with the choices of another scheduler.
  ///
  /// @param fresh gives each tree one of its own
  public ComponentOptions withScheduler(Supplier<Scheduler> fresh) {
    return with(d -> d.scheduler = fresh);
  }

  /// These options with the choices that a seed gives, see {@link Scheduler#seeded}.
  public ComponentOptions withSeed(long seed) {
    return withScheduler(() -> Scheduler.seeded(seed));
  }

  /// These options with another clock for {@link GuestLimit#HOST_TIME}.
  ///
  /// @param nanos nanoseconds since whenever; never goes back
  public ComponentOptions withHostClock(LongSupplier nanos) {
    return with(d -> d.hostClock = nanos);
  }

  private ComponentOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /// Options that are being changed.
  private static final class Draft {
    private Verification verification;
    private Map<String, Verification> verifications;
    private TrustLevel trust;
    private MemoryStrategy strategy;
    private long memoryBudgetBytes;
    private GuestLimits limits;
    private Supplier<Scheduler> scheduler;
    private LongSupplier hostClock;
    private boolean parentChildCalls;

    Draft(ComponentOptions from) {
      verification = from.verification;
      verifications = from.verifications;
      trust = from.trust;
      strategy = from.strategy;
      memoryBudgetBytes = from.memoryBudgetBytes;
      limits = from.limits;
      scheduler = from.scheduler;
      hostClock = from.hostClock;
      parentChildCalls = from.parentChildCalls;
    }

    ComponentOptions options() {
      return new ComponentOptions(
          verification,
          verifications,
          trust,
          strategy,
          memoryBudgetBytes,
          limits,
          scheduler,
          hostClock,
          parentChildCalls);
    }
  }
}
