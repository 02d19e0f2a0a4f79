package dev.wrt.component;

import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Result;
import java.util.ArrayList;
import java.util.List;

/// A bounded chain of interceptors, in the order in which their `before` hooks run.
///
/// The chain is narrowed once per call site, when components are linked, to the interceptors that
/// watch that site; a site that nobody watches has the shared empty chain, and costs one branch.
public final class Interceptors {
  /// The most interceptors that a chain can have.
  public static final int CHAIN_LENGTH_MAX = 16;

  /// The chain without interceptors.
  public static final Interceptors NONE = new Interceptors(List.of());

  private final List<Interceptor> chain;

  private Interceptors(List<Interceptor> chain) {
    this.chain = chain;
  }

  /// Makes a chain.
  ///
  /// @param interceptors at most {@link #CHAIN_LENGTH_MAX}
  public static Result<Interceptors> of(List<Interceptor> interceptors) {
    if (interceptors.size() > CHAIN_LENGTH_MAX) {
      return Result.err(
          new LimitFault(
              ComponentCode.CHAIN_TOO_LONG, "interceptors", interceptors.size(), CHAIN_LENGTH_MAX));
    }
    return Result.ok(interceptors.isEmpty() ? NONE : new Interceptors(List.copyOf(interceptors)));
  }

  /// Whether nobody watches.
  public boolean isEmpty() {
    return chain.isEmpty();
  }

  /// The interceptors in order.
  public List<Interceptor> chain() {
    return chain;
  }

  /// The part of the chain that watches a call site.
  Interceptors at(CallSite site) {
    List<Interceptor> watching = new ArrayList<>(chain.size());
    for (Interceptor i : chain) {
      if (i.watches(site)) {
        watching.add(i);
      }
    }
    return narrowed(watching);
  }

  /// The part of the chain that watches events of a point.
  Interceptors at(Point point) {
    List<Interceptor> watching = new ArrayList<>(chain.size());
    for (Interceptor i : chain) {
      if (i.watches(point)) {
        watching.add(i);
      }
    }
    return narrowed(watching);
  }

  private Interceptors narrowed(List<Interceptor> watching) {
    if (watching.isEmpty()) {
      return NONE;
    }
    return watching.size() == chain.size() ? this : new Interceptors(List.copyOf(watching));
  }
}
