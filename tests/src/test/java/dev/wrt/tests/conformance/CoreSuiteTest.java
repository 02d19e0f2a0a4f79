package dev.wrt.tests.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// The official suite of core WebAssembly.
final class CoreSuiteTest {
  // [utest->req~decoder-branch-hints~1]
  /// Every command of every script in scope comes out as the script says.
  @TestFactory
  Stream<DynamicNode> core() {
    return new OfficialSuite("core", SuiteFiles.suite("core"), CoreScript::new).tests();
  }
}
