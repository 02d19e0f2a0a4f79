package dev.wrt.cli;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.ComponentStats;
import java.util.List;

/// What `--stats` reports.
///
/// @param figures counted by the component's instance
/// @param memory the accounts of the whole budget, decoding and the host's interfaces included
/// @param sha256 of the file, hexadecimal
/// @param settings how it was run, with the interceptors whose own figures are shown too
record Statistics(
    ComponentStats figures, List<MemoryBudget.Usage> memory, String sha256, Settings settings) {}
