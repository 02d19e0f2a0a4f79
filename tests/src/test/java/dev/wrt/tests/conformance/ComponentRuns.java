package dev.wrt.tests.conformance;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.Execution;
import dev.wrt.component.Instantiation;
import dev.wrt.component.Outcome;
import dev.wrt.component.value.Values;

/// How the calls and instantiations of a component script are run: in one go.
class ComponentRuns {
  private static final long FUEL = 1_000_000_000L;

  /// The fuel that an instance begins with.
  long fuel() {
    return FUEL;
  }

  /// Runs an instantiation to its end.
  Result<ComponentInstance> instantiated(Instantiation instantiation) {
    return switch (run(instantiation)) {
      case Outcome.Failed(Fault fault) -> Result.err(fault);
      case Outcome.Returned done -> Result.ok(instantiation.instance());
      case Outcome other -> throw new AssertionError(other.toString());
    };
  }

  /// Runs a call to its end.
  Result<Values> called(ComponentInstance instance, String export, Values arguments) {
    return instance.call(export, arguments);
  }

  /// Runs what was begun.
  Outcome run(Execution execution) {
    return execution.run();
  }
}
