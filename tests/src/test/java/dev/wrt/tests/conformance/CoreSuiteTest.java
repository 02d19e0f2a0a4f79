package dev.wrt.tests.conformance;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/// The official suite of core WebAssembly.
// [utest->req~core-validation~1]
// [utest->req~decoder-malformed~1]
// [utest->req~engine-numerics~1]
// [utest->req~engine-canonical-nan~1]
// [utest->req~engine-control~1]
// [utest->req~engine-vectors~1]
// [utest->req~engine-heap-objects~1]
// [utest->req~engine-memory64~1]
// [utest->req~engine-bounds~1]
// [utest->req~engine-tail-call~1]
// [utest->req~engine-exceptions~1]
// [utest->req~engine-linking~1]
// [utest->req~engine-indirect-call~1]
// [utest->req~engine-instantiate~1]
// [utest->req~engine-growth~1]
final class CoreSuiteTest {
  // [utest->req~decoder-branch-hints~1]
  /// Every command of every script in scope comes out as the script says.
  @TestFactory
  Stream<DynamicNode> core() {
    return new OfficialSuite("core", SuiteFiles.suite("core"), CoreScript::new).tests();
  }
}
