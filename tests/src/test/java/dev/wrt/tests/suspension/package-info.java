/// Interruption is not observable: programs of the official suite, executed in one go and again
/// with one unit of fuel at a time.
package dev.wrt.tests.suspension;
