/// How fast the product is beside another runtime in Java, in the same run, round by round in turn,
/// by the thread's processor time.
package dev.wrt.tests.speed;
