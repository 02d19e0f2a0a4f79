package dev.wrt.intercept;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.CallSite;
import dev.wrt.component.Interceptor;
import dev.wrt.component.Point;
import dev.wrt.component.Verdict;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.List;

/// Lets calls through, or denies them, by ordered rules: the first that fits decides, and where
/// none fits, the default does.
///
/// Imports are what a component does to its host, so only calls of imports are judged; the call of
/// an export is the host's own wish. In a dry run nothing is denied, but counted.
public final class Firewall implements Interceptor {
  /// What a rule says.
  public enum Action {
    /// Let through.
    ALLOW,
    /// Deny.
    DENY
  }

  /// One rule.
  ///
  /// @param action what to do
  /// @param pattern which functions it is about
  public record Rule(Action action, NamePattern pattern) {
    /// Reads `allow:PATTERN` or `deny:PATTERN`; see {@link NamePattern}.
    // [impl->req~intercept-firewall-rules~1]
    public static Result<Rule> parse(String text) {
      int colon = text.indexOf(':');
      String word = colon < 0 ? "" : text.substring(0, colon);
      return switch (word) {
        case "allow" ->
            Result.ok(new Rule(Action.ALLOW, NamePattern.parse(text.substring(colon + 1))));
        case "deny" ->
            Result.ok(new Rule(Action.DENY, NamePattern.parse(text.substring(colon + 1))));
        default ->
            Result.err(
                new Fault.HostFault(
                    InterceptCode.MALFORMED_RULE, text, "allow:PATTERN, deny:PATTERN"));
      };
    }

    @Override
    public String toString() {
      return (action == Action.ALLOW ? "allow:" : "deny:") + pattern;
    }
  }

  /// A policy.
  ///
  /// @param rules in the order in which they are asked
  /// @param otherwise what is done where no rule fits
  /// @param dryRun whether denials are only counted
  public record Policy(List<Rule> rules, Action otherwise, boolean dryRun) {
    /// Keeps a private copy of the rules.
    public Policy {
      rules = List.copyOf(rules);
    }

    /// Reads rules; `default:allow` and `default:deny` set what is done where no rule fits, which
    /// is `deny` otherwise. With no rule at all, everything is let through.
    public static Result<Policy> parse(List<String> texts, boolean dryRun) {
      List<Rule> rules = new ArrayList<>();
      Action otherwise = texts.isEmpty() ? Action.ALLOW : Action.DENY;
      for (String text : texts) {
        if (text.equals("default:allow") || text.equals("default:deny")) {
          otherwise = text.endsWith("allow") ? Action.ALLOW : Action.DENY;
          continue;
        }
        switch (Rule.parse(text)) {
          case Result.Ok<Rule> ok -> rules.add(ok.value());
          case Result.Err<Rule> err -> {
            return Result.err(err.fault());
          }
        }
      }
      return Result.ok(new Policy(rules, otherwise, dryRun));
    }
  }

  private final Policy policy;
  private long allowed;
  private long denied;

  /// Creates the interceptor.
  ///
  /// @param policy its rules
  public Firewall(Policy policy) {
    this.policy = policy;
  }

  /// Calls let through.
  public long allowed() {
    return allowed;
  }

  /// Calls denied, or in a dry run those that would have been.
  public long denied() {
    return denied;
  }

  @Override
  public String name() {
    return "firewall";
  }

  @Override
  public boolean watches(CallSite site) {
    return site.point() == Point.IMPORT_CALL;
  }

  @Override
  public boolean watches(Point point) {
    return false;
  }

  // [impl->req~intercept-firewall~1]
  @Override
  public Verdict before(CallSite site, Values arguments) {
    String rule = "default:deny";
    Action action = policy.otherwise();
    for (Rule candidate : policy.rules()) {
      if (candidate.pattern().matches(site)) {
        rule = candidate.toString();
        action = candidate.action();
        break;
      }
    }
    if (action == Action.ALLOW) {
      allowed++;
      return Verdict.CONTINUE;
    }
    denied++;
    return policy.dryRun() ? Verdict.CONTINUE : Verdict.deny(rule);
  }
}
