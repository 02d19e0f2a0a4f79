/// The command `wrtd`.
///
/// Reading order: {@link dev.wrt.cli.Main} (start and exit), {@link dev.wrt.cli.WrtdCommand} (the
/// options), {@link dev.wrt.cli.Runner} (one run from file to result), {@link
/// dev.wrt.cli.FaultReport} (faults as text; nowhere else), {@link dev.wrt.cli.Report} (what is
/// printed, for people or as JSON).
package dev.wrt.cli;
