package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.PolicyFault;
import java.util.ArrayList;
import java.util.List;

/// The interceptors of one kind of call, resolved at link time: for each the site it sees.
///
/// A call between two components has two sites, the caller's import and the callee's export; the
/// caller's interceptors come first.
///
/// @param sites the site that each interceptor sees
/// @param interceptors the interceptors, in the order of their `before`
record Hooks(List<CallSite> sites, List<Interceptor> interceptors) {
  /// Nobody watches.
  static final Hooks NONE = new Hooks(List.of(), List.of());

  /// The hooks of a call at one site.
  static Hooks of(Interceptors chain, CallSite site) {
    return NONE.and(chain, site);
  }

  /// These hooks, and then those of a further site.
  Hooks and(Interceptors chain, CallSite site) {
    if (chain.isEmpty()) {
      return this;
    }
    List<Interceptor> watching = chain.at(site).chain();
    if (watching.isEmpty()) {
      return this;
    }
    List<CallSite> allSites = new ArrayList<>(sites);
    List<Interceptor> all = new ArrayList<>(interceptors);
    for (Interceptor i : watching) {
      allSites.add(site);
      all.add(i);
    }
    return new Hooks(List.copyOf(allSites), List.copyOf(all));
  }

  /// The fault of a denial.
  static Fault denied(Interceptor interceptor, Verdict.Deny deny, String subject) {
    return new PolicyFault(ComponentCode.DENIED, interceptor.name(), deny.rule(), subject);
  }

  /// Whether nobody watches: the one branch that an unwatched call costs.
  boolean isEmpty() {
    return interceptors.isEmpty();
  }

  /// How many interceptors there are.
  int size() {
    return interceptors.size();
  }
}
