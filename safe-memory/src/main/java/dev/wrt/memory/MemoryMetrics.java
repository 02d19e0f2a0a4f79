package dev.wrt.memory;

/// What a memory's verification has done so far.
///
/// @param verifiedBlocks blocks whose digest was recomputed and compared
/// @param touchedBlocks blocks touched since the last boundary
/// @param mismatches blocks found to be wrong, repaired ones included
/// @param repairs blocks found wrong and put right
/// @param overheadBytes bytes held beyond the data: digests, marks, list, mirror, fixed part
public record MemoryMetrics(
    long verifiedBlocks, int touchedBlocks, long mismatches, long repairs, long overheadBytes) {}
