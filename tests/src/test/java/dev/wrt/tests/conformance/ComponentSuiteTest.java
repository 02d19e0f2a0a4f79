package dev.wrt.tests.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// The official suite of the component model.
final class ComponentSuiteTest {
  /// Every command of every script in scope comes out as the script says.
  @TestFactory
  Stream<DynamicNode> component() {
    return new OfficialSuite(
            "component", SuiteFiles.suite("component").resolve("test"), ComponentScript::new)
        .tests();
  }
}
