package dev.wrt.engine;

import java.util.List;

/// What a {@link Store} does to notice corruption, and what that has done so far.
///
/// @param areas each area that is verified, in the order of creation
/// @param scrubbedBlocks blocks that the scrubber has verified
/// @param passes how often the scrubber has come to its end
/// @param worstCaseFuel after how much fuel, at most, the scrubber finds what nobody has touched; 0
///   where nothing is scrubbed
/// @param level the word of the store's level
public record IntegrityReport(
    List<AreaReport> areas, long scrubbedBlocks, long passes, long worstCaseFuel, String level) {
  /// Keeps a copy of the list.
  public IntegrityReport {
    areas = List.copyOf(areas);
  }
}
