package dev.wrt.engine;

/// What a store's heap holds and has done.
///
/// @param objects objects in it; the dead ones count until they are collected
/// @param usedBytes bytes that they take
/// @param capacityBytes its size now
/// @param maxBytes the size that it may grow to, see {@link EngineOptions#heapBytesMax}
/// @param allocatedObjects objects that were ever allocated
/// @param allocatedBytes bytes that they took
/// @param collections how often it was collected
/// @param liveBytes bytes that were alive after the last collection
public record HeapStats(
    long objects,
    long usedBytes,
    long capacityBytes,
    long maxBytes,
    long allocatedObjects,
    long allocatedBytes,
    long collections,
    long liveBytes) {}
