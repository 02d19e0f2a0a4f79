package dev.wrt.component;

import dev.wrt.component.abi.CrossingMetrics;
import dev.wrt.memory.MemoryMetrics;
import java.util.List;

/// What a tree of linked components has used.
///
/// @param calls calls of exports
/// @param hostCalls calls of host functions
/// @param instructions core instructions executed
/// @param fuelUsed fuel used
/// @param memoryBytes bytes reserved now
/// @param memoryPeakBytes the most bytes that were ever reserved at a time
/// @param memoryBudgetBytes the most bytes that may be reserved
/// @param accounts the same per account
/// @param handlesLive handles live now
/// @param handlesPeak the most handles that were ever live at a time
/// @param crossing copies, bytes and buffers of canonical lifts and lowers
/// @param verification what the checks of the linear memories have done
public record ComponentStats(
    long calls,
    long hostCalls,
    long instructions,
    long fuelUsed,
    long memoryBytes,
    long memoryPeakBytes,
    long memoryBudgetBytes,
    List<Account> accounts,
    int handlesLive,
    int handlesPeak,
    CrossingMetrics crossing,
    List<MemoryMetrics> verification) {

  /// One account of the memory budget.
  ///
  /// @param path its path from the root
  /// @param bytes bytes reserved now
  /// @param peakBytes the most bytes that were ever reserved at a time
  /// @param maxBytes the most bytes that may be reserved
  public record Account(String path, long bytes, long peakBytes, long maxBytes) {}
}
