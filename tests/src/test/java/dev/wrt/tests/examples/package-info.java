/// The examples, run as their pages say.
package dev.wrt.tests.examples;
