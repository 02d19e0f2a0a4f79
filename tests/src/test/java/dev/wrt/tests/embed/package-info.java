/// Components and Java, where threads take part: tests that the modules themselves have no threads
/// for.
package dev.wrt.tests.embed;
