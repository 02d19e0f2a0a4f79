package dev.wrt.engine;

/// What verification has done for one area of a {@link Store}.
///
/// @param area its name, as in faults
/// @param bytes the bytes that are verified
/// @param blocks the blocks that they form; 0 where nothing is verified
/// @param verified blocks that were compared with their digest or checksum so far
/// @param mismatches blocks that were found wrong, repaired ones included
/// @param repairs blocks that were put right
public record AreaReport(
    String area, long bytes, long blocks, long verified, long mismatches, long repairs) {}
