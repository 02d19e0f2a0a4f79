/// Real components, made by real toolchains, with the results that an independent runtime gives.
///
/// Entry point: {@link dev.wrt.tests.components.ComponentCasesTest}.
package dev.wrt.tests.components;
