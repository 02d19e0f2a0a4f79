/// Tests of the engine that need more of the JVM than its module reads.
package dev.wrt.tests.engine;
