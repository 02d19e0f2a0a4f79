package dev.wrt.component;

import static dev.wrt.component.Samples.component;
import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.engine.IntegrityReport;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a mismatch in one instance does to it, and to nobody else.
class SafeStateTest {
  /// Where a bit is flipped.
  private enum Place {
    MEMORY,
    MODULE
  }

  private static ComponentEngine engine() {
    return ComponentEngine.create(
        ComponentOptions.standard().withVerification(Verification.of(VerificationLevel.STANDARD)));
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = SafeStateTest.class.getResourceAsStream("echo.wasm")) {
      return in.readAllBytes();
    }
  }

  // [utest->req~areas-safe-state~1]
  // [utest->req~component-integrity~1]
  @ParameterizedTest(name = "After a bit flipped in {0}, another instance of the engine goes on")
  @EnumSource(Place.class)
  void another(Place place) throws IOException {
    ComponentEngine engine = engine();
    byte[] bytes = bytes();
    Component first =
        ok(Component.decode(bytes, DecoderOptions.of(Features.NONE), engine.budget()));
    ComponentInstance broken = ok(new Linker().instantiate(engine, first));
    ComponentInstance other = ok(new Linker().instantiate(engine, component(engine, "echo")));
    ok(other.call("echo", str("before")));
    if (place == Place.MODULE) {
      for (int i = 0; i < bytes.length; i += 512) {
        bytes[i] ^= 4;
      }
    } else {
      ok(broken.call("echo", str("hello")));
      broken.tree.store.memories().getFirst().memory().plain()[1030] ^= 4;
    }
    Fault fault = fault(broken.call("echo", str("hello")));
    assertInstanceOf(Fault.IntegrityFault.class, fault);
    assertEquals(fault, fault(broken.call("echo", str("again"))));
    ok(other.call("echo", str("after")));
    IntegrityReport report = other.tree.store.integrity();
    assertTrue(report.areas().stream().allMatch(area -> area.mismatches() == 0));
    broken.close();
    ok(other.call("echo", str("and after it was closed")));
    other.close();
  }
}
