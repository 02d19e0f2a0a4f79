/// The official test suites, run through the product.
///
/// `tests/convert-suites.sh` turns the scripts into JSON first. {@link
/// dev.wrt.tests.conformance.CoreSuiteTest} is the runner for core modules: {@link
/// dev.wrt.tests.conformance.CoreScript} executes the commands of one script, {@link
/// dev.wrt.tests.conformance.SuiteScope} says which scripts are not in scope and why, {@link
/// dev.wrt.tests.conformance.SuiteReport} holds the checked-in figures. {@link
/// dev.wrt.tests.conformance.ComponentSuiteTest} and {@link
/// dev.wrt.tests.conformance.ComponentScript} do the same for components, with the features of
/// {@link dev.wrt.tests.conformance.SuiteFeatures}.
package dev.wrt.tests.conformance;
