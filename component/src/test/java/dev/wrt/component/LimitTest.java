package dev.wrt.component;

import static dev.wrt.component.Samples.component;
import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.component.abi.CrossingMetrics;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.Values;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~component-call-depth~1]
class LimitTest {
  @Test
  @DisplayName("Component calls that nest without end reach the bound, the Java stack does not")
  void depth() {
    Fault fault = fault(instance("recurse").call("f", Values.NONE));
    assertEquals(ComponentCode.CALL_DEPTH, fault.code());
    assertFalse(assertInstanceOf(Fault.Trap.class, fault).backtrace().isEmpty());
  }

  @Test
  @DisplayName("More component instances than allowed are refused, at the bound they are not")
  void instances() {
    ComponentEngine three = ComponentEngine.create(withInstances(3));
    ok(new Linker().instantiate(three, component(three, "pair"))).close();
    ComponentEngine two = ComponentEngine.create(withInstances(2));
    Fault fault = fault(new Linker().instantiate(two, component(two, "pair")));
    assertEquals(ComponentCode.INSTANCES_EXHAUSTED, fault.code());
  }

  private static ComponentOptions withInstances(int max) {
    return ComponentOptions.standard().with(GuestLimit.INSTANCES, max);
  }

  // [utest->req~component-integrity~1]
  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"STANDARD", "FULL"})
  @DisplayName(
      "A bit that flips in a guest's memory is found, and the instance enters its safe state")
  void integrity(VerificationLevel level) {
    ComponentOptions options = ComponentOptions.standard().withVerification(Verification.of(level));
    ComponentInstance echo = instance(ComponentEngine.create(options), new Linker(), "echo");
    ok(echo.call("echo", str("hello")));
    echo.tree.store.memories().getFirst().memory().plain()[1030] ^= 4;
    Fault fault = fault(echo.call("echo", str("hello")));
    assertInstanceOf(Fault.IntegrityFault.class, fault);
    assertEquals(fault, fault(echo.call("echo", str("hello"))));
    echo.close();
  }

  private static CrossingMetrics echoed(TrustLevel trust) {
    ComponentOptions options = ComponentOptions.standard().withTrust(trust);
    ComponentInstance pair = instance(ComponentEngine.create(options), new Linker(), "pair");
    ok(pair.call("swap", str("x".repeat(1000))));
    return pair.stats().crossing();
  }

  @Test
  @DisplayName("The three memory strategies differ in copies, buffers and wiped bytes")
  void strategies() {
    CrossingMetrics zeroCopy = echoed(TrustLevel.TRUSTED);
    CrossingMetrics bounded = echoed(TrustLevel.STANDARD);
    CrossingMetrics isolated = echoed(TrustLevel.UNTRUSTED);
    assertEquals(0, zeroCopy.buffers());
    assertTrue(bounded.buffers() > 0 && bounded.poolHighWater() > 0);
    assertTrue(zeroCopy.bytesCopied() < bounded.bytesCopied());
    assertEquals(0, bounded.wipedBytes() + bounded.digestsChecked());
    assertTrue(isolated.wipedBytes() > 0 && isolated.digestsChecked() > 0);
  }

  @Test
  @DisplayName("Of two linked components the one that is trusted less decides the strategy")
  void stricter() {
    ComponentEngine engine =
        ComponentEngine.create(ComponentOptions.standard().withTrust(TrustLevel.TRUSTED));
    ComponentInstance echo = instance(engine, new Linker(), "echo");
    Linker untrusting =
        new Linker()
            .define("test:echo/api@1.2.3", echo)
            .with(ComponentOptions.standard().withTrust(TrustLevel.UNTRUSTED));
    ComponentInstance client = instance(engine, untrusting, "client");
    assertEquals("full-isolation", echo.tree.passages(echo, client).strategy().spelling());
    assertEquals("zero-copy", echo.tree.passages(echo, echo).strategy().spelling());
  }
}
