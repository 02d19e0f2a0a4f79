package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

// [utest->req~error-context~1]
class ErrorContextTest {
  private static ComponentInstance errors(ComponentOptions options) {
    ComponentEngine engine = ComponentEngine.create(options);
    Features features = Features.NONE.with(Feature.ERROR_CONTEXT);
    return ok(new Linker().instantiate(engine, ok(Samples.decode(engine, "errors", features))));
  }

  private final ComponentInstance errors = errors(ComponentOptions.standard());

  @Test
  @DisplayName("A message goes into an error context, out to the host, in again, and is told")
  void message() {
    Value context = ok(errors.call("make", str("disk full: ünïcode"))).get(0);
    assertEquals(new Value.ErrorContextValue("disk full: ünïcode"), context);
    assertEquals(str("disk full: ünïcode"), ok(errors.call("said", Values.of(context))));
    assertEquals(0, errors.stats().handlesLive() - 1, "the one that was made is still there");
  }

  @Test
  @DisplayName("A long message is cut between characters")
  void cut() {
    String kept = "x".repeat(ErrorContextHandle.MESSAGE_MAX - 1);
    Value context = ok(errors.call("make", str(kept + "😀 and more"))).get(0);
    assertEquals(new Value.ErrorContextValue(kept), context);
  }

  // [utest->req~handles-one-space~1]
  @Test
  @DisplayName("A dropped error context is an unknown handle")
  void dropped() {
    Values context = Values.of(new Value.ErrorContextValue("x"));
    assertEquals(ComponentCode.HANDLE_UNKNOWN, fault(errors.call("twice", context)).code());
  }

  // [utest->req~stream-bound~1]
  @Test
  @DisplayName("A flood of error contexts ends in the budget, which closing gives back")
  void flood() {
    ComponentInstance small =
        errors(
            ComponentOptions.standard()
                .with(GuestLimit.HANDLES, 1 << 26)
                .withMemoryBudget(32 << 20));
    assertInstanceOf(Fault.BudgetFault.class, fault(small.call("flood", Values.NONE)));
    small.close();
  }
}
