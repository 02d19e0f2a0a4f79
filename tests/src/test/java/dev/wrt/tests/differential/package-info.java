/// The engine against V8: valid modules from our own generator, executed by both.
///
/// Read {@link dev.wrt.tests.differential.Generator} first: it makes a {@link
/// dev.wrt.tests.differential.Program} of a seed, always the same one. {@link
/// dev.wrt.tests.differential.Body} emits expressions of wanted types; which instruction comes next
/// is drawn from the rows of {@link dev.wrt.decoder.core.Opcode}. {@link
/// dev.wrt.tests.differential.V8} and {@link dev.wrt.tests.differential.Wrt} execute a program,
/// each giving an {@link dev.wrt.tests.differential.Answer}; {@link
/// dev.wrt.tests.differential.DifferentialTest} compares them.
///
/// Every program ends: loops and functions count a global down and return when it is used up. No
/// NaN's payload is seen: after an instruction whose NaN may have any payload, the program itself
/// replaces it by the canonical one.
package dev.wrt.tests.differential;
