package dev.wrt.tests.conformance;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// The official suite of the component model.
final class ComponentSuiteTest {
  // [utest->req~async-holder-first~1]
  // [utest->req~component-parent-child-calls~1]
  /// Every command of every script in scope comes out as the script says, with the features that
  /// the script needs.
  @TestFactory
  Stream<DynamicNode> component() {
    Path suite = SuiteFiles.suite("component").resolve("test");
    SuiteFeatures features = new SuiteFeatures("/component-suite-features.txt");
    return new OfficialSuite(
            "component",
            suite,
            folder ->
                new ComponentScript(
                    folder,
                    features.of(suite.relativize(folder).toString() + ".wast"),
                    new ComponentRuns()))
        .tests();
  }
}
