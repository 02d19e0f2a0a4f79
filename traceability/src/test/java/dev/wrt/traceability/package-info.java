/// The traceability checks that the tracing tool does not make: the requirements' texts are locked,
/// and the tests that stand for them have run and passed. The tool itself (OpenFastTrace, in the
/// module's POM) checks that every requirement is covered and every tag has a requirement.
///
/// Reading order: {@link dev.wrt.traceability.Requirement}, {@link dev.wrt.traceability.Tag},
/// {@link dev.wrt.traceability.TestRun}, {@link dev.wrt.traceability.Mutant}, then the tests.
package dev.wrt.traceability;
