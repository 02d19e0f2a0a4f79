package dev.wrt.cli;

import dev.wrt.component.ComponentOptions;
import dev.wrt.component.ComponentStats;
import dev.wrt.intercept.BuiltIns;

/// What `--stats` reports.
///
/// @param figures counted by the component's instance
/// @param options how it was run
/// @param interceptors whose own figures are shown too
record Statistics(ComponentStats figures, ComponentOptions options, BuiltIns interceptors) {}
