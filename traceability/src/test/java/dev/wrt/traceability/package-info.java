/// The traceability checks that the tracing tool does not make, and the matrix. The tool itself
/// (OpenFastTrace, in the module's POM) checks that every item is covered and every tag and link
/// leads to one.
///
/// Reading order: {@link dev.wrt.traceability.Item}, {@link dev.wrt.traceability.FailureMode},
/// {@link dev.wrt.traceability.Tag}; what the tools of the build have measured: {@link
/// dev.wrt.traceability.TestRun}, {@link dev.wrt.traceability.Coverage}, {@link
/// dev.wrt.traceability.Mutant}, {@link dev.wrt.traceability.MutationRecord}; all of it together:
/// {@link dev.wrt.traceability.Trace}; the checks: {@link dev.wrt.traceability.Findings}; what a
/// reviewer reads: {@link dev.wrt.traceability.Matrix}; then the tests.
package dev.wrt.traceability;
