package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Sequence;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The host's readable end of a stream that a guest writes.
///
/// It is offered what the guest writes and takes as much as it likes; the guest's write waits for
/// the rest, so a sink that takes little holds the guest back. It is called by the thread that runs
/// the components, and must not call back into them.
@FunctionalInterface
public interface StreamSink {
  /// Answer of {@link #accept}: nothing of this, and nothing any more. The guest is told that its
  /// reader is gone.
  int STOP = -1;

  /// Takes elements.
  ///
  /// @param elements at least one; packed where they are numbers. Packed elements may be views that
  ///   end with this call: keep a copy
  /// @return how many it takes, from the first one on; 0 for none now, until {@link
  ///   ComponentInstance#wake} says that it may be asked again; or {@link #STOP}
  int accept(Sequence elements);

  /// Nothing will be offered any more; said once.
  ///
  /// @param fault why: null if the guest has dropped its end or the sink has said {@link #STOP};
  ///   else what has ended the components, so that the stream may be incomplete
  default void ended(@Nullable Fault fault) {}
}
