package dev.wrt.component;

import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
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
    return new ComponentOptions(
        other,
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

  /// These options with another trust level and the strategy that is its default.
  public ComponentOptions withTrust(TrustLevel other) {
    return new ComponentOptions(
        verification,
        other,
        other.strategy(),
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

  /// These options with another strategy.
  public ComponentOptions withStrategy(MemoryStrategy other) {
    return new ComponentOptions(
        verification,
        trust,
        other,
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

  /// These options with other fuel.
  public ComponentOptions withFuel(long other) {
    return new ComponentOptions(
        verification,
        trust,
        strategy,
        other,
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

  /// These options with another memory budget.
  public ComponentOptions withMemoryBudget(long bytes) {
    return new ComponentOptions(
        verification,
        trust,
        strategy,
        fuel,
        bytes,
        handlesMax,
        callDepthMax,
        instancesMax,
        coreCallDepthMax,
        valueStackSlots,
        tasksMax,
        scheduler,
        parentChildCalls);
  }

  /// These options with another bound on live handles.
  public ComponentOptions withHandles(int max) {
    return new ComponentOptions(
        verification,
        trust,
        strategy,
        fuel,
        memoryBudgetBytes,
        max,
        callDepthMax,
        instancesMax,
        coreCallDepthMax,
        valueStackSlots,
        tasksMax,
        scheduler,
        parentChildCalls);
  }

  /// These options with other bounds of the core stacks.
  public ComponentOptions withStacks(int coreCallDepth, int valueSlots) {
    return new ComponentOptions(
        verification,
        trust,
        strategy,
        fuel,
        memoryBudgetBytes,
        handlesMax,
        callDepthMax,
        instancesMax,
        coreCallDepth,
        valueSlots,
        tasksMax,
        scheduler,
        parentChildCalls);
  }

  /// These options with another bound on blocked tasks and threads.
  public ComponentOptions withTasks(int max) {
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
        max,
        scheduler,
        parentChildCalls);
  }

  /// These options with calls between a component and those that it contains allowed or not.
  public ComponentOptions withParentChildCalls(boolean allowed) {
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
        allowed);
  }

  /// These options with the choices of another scheduler.
  ///
  /// @param fresh gives each tree one of its own
  public ComponentOptions withScheduler(Supplier<Scheduler> fresh) {
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
        fresh,
        parentChildCalls);
  }

  /// These options with the choices that a seed gives, see {@link Scheduler#seeded}.
  public ComponentOptions withSeed(long seed) {
    return withScheduler(() -> Scheduler.seeded(seed));
  }
}
