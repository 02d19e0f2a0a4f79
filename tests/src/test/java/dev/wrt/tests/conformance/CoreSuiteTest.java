package dev.wrt.tests.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// The official suite of core WebAssembly.
final class CoreSuiteTest {
  /// Every command of every script in scope comes out as the script says.
  @TestFactory
  Stream<DynamicNode> core() {
    return new OfficialSuite("core", SuiteFiles.suite("core"), CoreScript::new).tests();
  }
}
