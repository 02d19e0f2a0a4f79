package dev.wrt.component;

import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a component may use, and how far it is trusted.
///
/// @param verification how memories are checked
/// @param trust how far the component is trusted
/// @param strategy how values cross its border
/// @param fuel fuel of the linked components at their start; {@link #FUEL_UNLIMITED} for no bound
/// @param memoryBudgetBytes bytes that the linked components may make the host hold
/// @param handlesMax live handles of one component instance
/// @param callDepthMax component-level calls that may be open at a time
/// @param instancesMax component instances of one tree
/// @param coreCallDepthMax core calls that may be open at a time
/// @param valueStackSlots slots of the core value stack
/// @param tasksMax tasks and threads of one tree that may be blocked at a time
/// @param scheduler gives each tree the choices that the specification leaves open
/// @param parentChildCalls whether a component may call a component that it contains, and be called
///   by it, as CanonicalABI.md has it; if not, such calls trap, as the reference tests have it for
///   now and other runtimes do
public record ComponentOptions(
    Verification verification,
    TrustLevel trust,
    MemoryStrategy strategy,
    long fuel,
    long memoryBudgetBytes,
    int handlesMax,
    int callDepthMax,
    int instancesMax,
    int coreCallDepthMax,
    int valueStackSlots,
    int tasksMax,
    Supplier<Scheduler> scheduler,
    boolean parentChildCalls) {

  /// Fuel that never runs out in practice.
  public static final long FUEL_UNLIMITED = Long.MAX_VALUE;

  /// Standard trust, bounded copies, boundary verification, 1 GiB, no bound on fuel.
  public static ComponentOptions standard() {
    return new ComponentOptions(
        new Verification(VerificationLevel.STANDARD, 64),
        TrustLevel.STANDARD,
        TrustLevel.STANDARD.strategy(),
        FUEL_UNLIMITED,
        1L << 30,
        1 << 16,
        64,
        256,
        100_000,
        1 << 20,
        1 << 14,
        () -> Scheduler.OLDEST,
        true);
  }

  /// These options with another verification.
  public ComponentOptions withVerification(Verification other) {
    return with(d -> d.verification = other);
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

  /// These options with other fuel.
  public ComponentOptions withFuel(long other) {
    return with(d -> d.fuel = other);
  }

  /// These options with another memory budget.
  public ComponentOptions withMemoryBudget(long bytes) {
    return with(d -> d.memoryBudgetBytes = bytes);
  }

  /// These options with another bound on live handles.
  public ComponentOptions withHandles(int max) {
    return with(d -> d.handlesMax = max);
  }

  /// These options with other bounds of the core stacks.
  public ComponentOptions withStacks(int coreCallDepth, int valueSlots) {
    return with(d -> {
      d.coreCallDepthMax = coreCallDepth;
      d.valueStackSlots = valueSlots;
    });
  }

  /// These options with another bound on blocked tasks and threads.
  public ComponentOptions withTasks(int max) {
    return with(d -> d.tasksMax = max);
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

  private ComponentOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /// Options that are being changed.
  private static final class Draft {
    private Verification verification;
    private TrustLevel trust;
    private MemoryStrategy strategy;
    private long fuel;
    private long memoryBudgetBytes;
    private int handlesMax;
    private final int callDepthMax;
    private final int instancesMax;
    private int coreCallDepthMax;
    private int valueStackSlots;
    private int tasksMax;
    private Supplier<Scheduler> scheduler;
    private boolean parentChildCalls;

    Draft(ComponentOptions from) {
      verification = from.verification;
      trust = from.trust;
      strategy = from.strategy;
      fuel = from.fuel;
      memoryBudgetBytes = from.memoryBudgetBytes;
      handlesMax = from.handlesMax;
      callDepthMax = from.callDepthMax;
      instancesMax = from.instancesMax;
      coreCallDepthMax = from.coreCallDepthMax;
      valueStackSlots = from.valueStackSlots;
      tasksMax = from.tasksMax;
      scheduler = from.scheduler;
      parentChildCalls = from.parentChildCalls;
    }

    ComponentOptions options() {
      return new ComponentOptions(
          verification,
          trust,
          strategy,
          fuel,
          memoryBudgetBytes,
          handlesMax,
          callDepthMax,
          instancesMax,
          coreCallDepthMax,
          valueStackSlots,
          tasksMax,
          scheduler,
          parentChildCalls);
    }
  }
}
