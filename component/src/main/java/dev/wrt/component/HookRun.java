package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Conformity;
import dev.wrt.component.value.Values;
import java.util.Collection;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The interceptors of one call while it is under way: each hook that was entered is left once.
///
/// Between its start and its end the call may be blocked, so what was entered is listed among the
/// open runs of the tree, from where it is aborted if nothing else ends it.
final class HookRun {
  /// The run of a call that nobody watches.
  private static final HookRun UNWATCHED = new HookRun(Hooks.NONE, 1, java.util.List.of());

  private final Hooks hooks;
  private final int depth;
  private final Collection<HookRun> open;
  private int entered;
  private Values values = Values.NONE;

  private HookRun(Hooks hooks, int depth, Collection<HookRun> open) {
    this.hooks = hooks;
    this.depth = depth;
    this.open = open;
  }

  /// The run of a call.
  ///
  /// @param depth number of component-level calls that are open, this one included
  /// @param open where it is listed while hooks are entered
  static HookRun of(Hooks hooks, int depth, Collection<HookRun> open) {
    return hooks.isEmpty() ? UNWATCHED : new HookRun(hooks, depth, open);
  }

  /// What an interceptor has put in the place of the arguments or results, or these themselves.
  Values values(Values unwatched) {
    return hooks.isEmpty() ? unwatched : values;
  }

  /// How the `before` hooks have ended.
  enum Before {
    /// The callee is to be called, with {@link #values} as arguments.
    CALL,
    /// An interceptor has answered: {@link #values} are the results.
    ANSWERED
  }

  /// A decision, or the reason why there is none.
  ///
  /// @param before the decision
  /// @param fault null if there is one
  record Decision(Before before, @Nullable Fault fault) {
    private static final Decision CALL = new Decision(Before.CALL, null);
    private static final Decision ANSWERED = new Decision(Before.ANSWERED, null);
  }

  /// Runs the `before` hooks.
  // [impl->req~component-hook-pairs~1]
  // [impl->req~component-verdict~1]
  Decision before(Values arguments) {
    if (hooks.isEmpty()) {
      return Decision.CALL;
    }
    values = arguments;
    open.add(this);
    while (entered < hooks.size()) {
      int i = entered++;
      Interceptor interceptor = hooks.interceptors().get(i);
      CallSite site = hooks.sites().get(i).at(depth);
      Verdict verdict = interceptor.before(site, values);
      Fault refusal =
          switch (verdict) {
            case Verdict.Continue c -> null;
            case Verdict.Deny deny -> Hooks.denied(interceptor, deny, site.name());
            case Verdict.Replace replace -> replaceArguments(site, replace.values());
            case Verdict.Answer answer -> replaceResults(site, answer.values());
          };
      if (refusal != null) {
        return new Decision(Before.CALL, refusal);
      }
      if (verdict instanceof Verdict.Answer) {
        return Decision.ANSWERED;
      }
    }
    return Decision.CALL;
  }

  private @Nullable Fault replaceArguments(CallSite site, Values replacement) {
    values = replacement;
    return Conformity.arguments(site.name(), site.type(), replacement);
  }

  private @Nullable Fault replaceResults(CallSite site, Values replacement) {
    values = replacement;
    return Conformity.results(site.name(), site.type(), replacement);
  }

  /// Runs the `after` hooks of those that were entered.
  ///
  /// @return the refusal, or null: then {@link #values} are the results
  @Nullable Fault after(Values results) {
    if (hooks.isEmpty()) {
      return null;
    }
    values = results;
    while (entered > 0) {
      int i = --entered;
      Interceptor interceptor = hooks.interceptors().get(i);
      CallSite site = hooks.sites().get(i).at(depth);
      Fault refusal =
          switch (interceptor.after(site, values)) {
            case Verdict.Continue c -> null;
            case Verdict.Deny deny -> Hooks.denied(interceptor, deny, site.name());
            case Verdict.Replace replace -> replaceResults(site, replace.values());
            case Verdict.Answer answer -> replaceResults(site, answer.values());
          };
      if (refusal != null) {
        return refusal;
      }
    }
    open.remove(this);
    return null;
  }

  /// Runs the `aborted` hooks of those that are entered. Called again if one throws.
  void aborted(Fault fault) {
    while (entered > 0) {
      int i = --entered;
      hooks.interceptors().get(i).aborted(hooks.sites().get(i).at(depth), fault);
    }
    if (!hooks.isEmpty()) {
      open.remove(this);
    }
  }
}
