package dev.wrt.intercept;

import dev.wrt.component.CallSite;
import dev.wrt.component.Event;
import dev.wrt.component.Interceptor;
import dev.wrt.component.Point;
import dev.wrt.component.Verdict;
import dev.wrt.component.value.Values;

/// Enforces limits on what a component uses: a call or event that would go beyond is denied.
///
/// The engine's own budget bounds the host's memory in any case; these limits are a policy, usually
/// tighter, that one can set for each run.
// [impl->req~intercept-resources~1]
public final class ResourceLimits implements Interceptor {
  /// The limits; each is inclusive.
  ///
  /// @param handlesMax live resource handles
  /// @param memoryBytesMax bytes of storage that the component makes the host hold
  /// @param callDepthMax nested calls across component boundaries
  /// @param hostCallsMax calls of imports
  /// @param crossedBytesMax bytes that cross in the whole run
  public record Limits(
      int handlesMax,
      long memoryBytesMax,
      int callDepthMax,
      long hostCallsMax,
      long crossedBytesMax) {
    /// 1,024 handles, 512 MiB, 32 nested calls, 10 million host calls, 4 GiB crossed.
    public static Limits standard() {
      return new Limits(1_024, 512L << 20, 32, 10_000_000L, 4L << 30);
    }
  }

  private final Limits limits;
  private long hostCalls;

  /// Creates the interceptor.
  ///
  /// @param limits what is allowed
  public ResourceLimits(Limits limits) {
    this.limits = limits;
  }

  /// The limits that are enforced.
  public Limits limits() {
    return limits;
  }

  /// Calls of imports that were let through.
  public long hostCalls() {
    return hostCalls;
  }

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public boolean watches(Point point) {
    return point == Point.MEMORY_GROWTH || point == Point.RESOURCE_NEW;
  }

  @Override
  public Verdict before(CallSite site, Values arguments) {
    if (site.depth() > limits.callDepthMax()) {
      return denied("call depth", site.depth(), limits.callDepthMax());
    }
    if (site.meter().handlesLive() > limits.handlesMax()) {
      return denied("handles", site.meter().handlesLive(), limits.handlesMax());
    }
    if (site.meter().memoryBytes() > limits.memoryBytesMax()) {
      return denied("memory bytes", site.meter().memoryBytes(), limits.memoryBytesMax());
    }
    if (site.meter().bytesCrossed() > limits.crossedBytesMax()) {
      return denied("crossed bytes", site.meter().bytesCrossed(), limits.crossedBytesMax());
    }
    return site.point() == Point.IMPORT_CALL ? hostCall() : Verdict.CONTINUE;
  }

  private Verdict hostCall() {
    if (hostCalls >= limits.hostCallsMax()) {
      return denied("host calls", hostCalls + 1, limits.hostCallsMax());
    }
    hostCalls++;
    return Verdict.CONTINUE;
  }

  @Override
  public Verdict onEvent(Event event) {
    return switch (event.point()) {
      case RESOURCE_NEW ->
          event.amount() > limits.handlesMax()
              ? denied("handles", event.amount(), limits.handlesMax())
              : Verdict.CONTINUE;
      case MEMORY_GROWTH ->
          event.amount() > limits.memoryBytesMax()
              ? denied("memory bytes", event.amount(), limits.memoryBytesMax())
              : Verdict.CONTINUE;
      default -> Verdict.CONTINUE;
    };
  }

  private static Verdict denied(String what, long found, long max) {
    return Verdict.deny(what + " " + found + " > " + max);
  }
}
