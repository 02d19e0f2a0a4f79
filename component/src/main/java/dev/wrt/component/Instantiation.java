package dev.wrt.component;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An instantiation under way; its outcome returns no values.
public final class Instantiation extends Execution {
  private final ComponentInstance root;
  private boolean complete;

  Instantiation(Tree tree, Instantiating activation, ComponentInstance root) {
    super(tree, activation);
    this.root = root;
  }

  /// The instance, once the instantiation has returned; null before and if it has failed.
  public @Nullable ComponentInstance instance() {
    return complete ? root : null;
  }

  @Override
  void finished(Outcome outcome) {
    // [impl->req~component-instantiate-failed~1]
    complete = outcome instanceof Outcome.Returned;
    if (!complete) {
      root.close();
    }
  }

  /// Runs to the end.
  Result<ComponentInstance> instantiated() {
    return switch (toEnd()) {
      case Result.Ok<Values> ok -> Result.ok(root);
      case Result.Err<Values> err -> Result.err(err.fault());
    };
  }
}
