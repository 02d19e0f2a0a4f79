package dev.wrt.tests.conformance;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// The official suite of the component model.
// [utest->req~decoder-component~1]
// [utest->req~component-subtyping~1]
// [utest->req~component-import-subtype~1]
// [utest->req~component-handle-checked~1]
// [utest->req~component-resource-generative~1]
// [utest->req~abi-lift-traps~1]
// [utest->req~async-callback~1]
// [utest->req~async-backpressure~1]
// [utest->req~async-cancel~1]
// [utest->req~stream-builtins~1]
// [utest->req~waitable-builtins~1]
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
