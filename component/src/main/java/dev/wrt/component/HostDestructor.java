package dev.wrt.component;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;

/// Ends a resource of the host when a component drops its last (owning) handle.
public interface HostDestructor {
  /// Drops the resource.
  ///
  /// @param rep the host's own number of it, as given to {@link HostCall#own}
  Result<Unit> drop(int rep);
}
