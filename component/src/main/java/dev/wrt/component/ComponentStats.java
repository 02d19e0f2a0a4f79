package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.abi.CrossingMetrics;
import dev.wrt.engine.IntegrityReport;
import dev.wrt.memory.MemoryMetrics;
import dev.wrt.memory.Verification;
import java.util.List;
import java.util.Set;

/// What a tree of linked components has used.
///
/// @param calls calls of exports
/// @param hostCalls calls of host functions
/// @param fuelUsed fuel used
/// @param memoryBytes bytes reserved now
/// @param memoryPeakBytes the most bytes that were ever reserved at a time
/// @param memoryBudgetBytes the most bytes that may be reserved
/// @param handlesLive handles live now
/// @param handlesPeak the most handles that were ever live at a time
/// @param crossing copies, bytes and buffers of canonical lifts and lowers
/// @param verification what the checks of the linear memories have done
/// @param integrity what is checked, area by area, and what that has shown
/// @param repairs the latest words that were put right
/// @param levels how the memories of each component are checked, in the order of instantiation
/// @param limitsReached limits that have refused something, or that leave no room for more
public record ComponentStats(
    long calls,
    long hostCalls,
    long fuelUsed,
    long memoryBytes,
    long memoryPeakBytes,
    long memoryBudgetBytes,
    int handlesLive,
    int handlesPeak,
    CrossingMetrics crossing,
    List<MemoryMetrics> verification,
    IntegrityReport integrity,
    List<Fault.IntegrityFault> repairs,
    List<Level> levels,
    Set<GuestLimit> limitsReached) {

  /// How the memories of one component are checked.
  ///
  /// @param component its {@link ComponentInstance#name}
  /// @param verification how
  public record Level(String component, Verification verification) {}
}
