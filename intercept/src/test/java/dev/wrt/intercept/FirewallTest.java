package dev.wrt.intercept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.Verdict;
import dev.wrt.component.value.Values;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The firewall's rules. */
// [utest->req~intercept-firewall~1]
// [utest->req~intercept-firewall-rules~1]
class FirewallTest {
  private static Firewall firewall(boolean dryRun, String... rules) {
    return switch (Firewall.Policy.parse(List.of(rules), dryRun)) {
      case Result.Ok<Firewall.Policy> ok -> new Firewall(ok.value());
      case Result.Err<Firewall.Policy> err -> throw new AssertionError(err.fault());
    };
  }

  private static Verdict judge(Firewall firewall, String interfaceName) {
    return firewall.before(Sites.imported(interfaceName, "f"), Values.NONE);
  }

  @Test
  @DisplayName("the first rule that fits decides, and its text is in the denial")
  void order() {
    Firewall firewall = firewall(false, "deny:wasi:cli/exit*", "allow:wasi:cli/*");
    assertEquals(Verdict.deny("deny:wasi:cli/exit*#*"), judge(firewall, "wasi:cli/exit@0.2.0"));
    assertEquals(Verdict.CONTINUE, judge(firewall, "wasi:cli/stdout@0.2.0"));
    assertEquals(1, firewall.denied());
    assertEquals(1, firewall.allowed());
  }

  @Test
  @DisplayName("where no rule fits, a policy with rules denies unless its default allows")
  void otherwise() {
    assertEquals(Verdict.deny("default:deny"), judge(firewall(false, "allow:a"), "b"));
    assertEquals(Verdict.CONTINUE, judge(firewall(false, "deny:a", "default:allow"), "b"));
    assertEquals(Verdict.CONTINUE, judge(firewall(false), "b"));
    assertEquals(Verdict.deny("default:deny"), judge(firewall(false, "default:deny"), "b"));
  }

  @Test
  @DisplayName("a dry run denies nothing, and counts what it would deny")
  void dryRun() {
    Firewall firewall = firewall(true, "deny:*");
    assertEquals(Verdict.CONTINUE, judge(firewall, "a"));
    assertEquals(1, firewall.denied());
  }

  @Test
  @DisplayName("calls of exports are not judged")
  void exports() {
    Firewall firewall = firewall(false, "deny:*");
    assertEquals(false, firewall.watches(Sites.exported("f", 0, new Sites.Figures())));
    assertEquals(true, firewall.watches(Sites.imported("a", "f")));
  }

  @Test
  @DisplayName("a rule that can't be read is refused with the forms that can")
  void malformed() {
    Result.Err<Firewall.Policy> err =
        assertInstanceOf(
            Result.Err.class, Firewall.Policy.parse(List.of("allow:a", "permit:b"), false));
    Fault.HostFault fault = assertInstanceOf(Fault.HostFault.class, err.fault());
    assertEquals(InterceptCode.MALFORMED_RULE, fault.code());
    assertEquals("permit:b", fault.subject());
  }
}
