package dev.wrt.cli;

import dev.wrt.component.ComponentStats;

/// What `--stats` reports.
///
/// @param figures counted by the component's instance
/// @param settings how it was run, with the interceptors whose own figures are shown too
record Statistics(ComponentStats figures, Settings settings) {}
