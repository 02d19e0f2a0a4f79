package dev.wrt.component;

import static dev.wrt.component.Samples.decode;
import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A component whose core module has a shared memory.
class ThreadsTest {
  private static final Features THREADS = Features.NONE.with(Feature.THREADS);
  private static final int TIMED_OUT = 2;

  private static ComponentEngine engine() {
    return ComponentEngine.create(ComponentOptions.standard().withFuel(1_000));
  }

  private static ComponentInstance instance() {
    ComponentEngine engine = engine();
    return ok(new Linker().instantiate(engine, ok(decode(engine, "threads", THREADS))));
  }

  private static Values s64(long number) {
    return Values.of(new Value.S64(number));
  }

  // [utest->req~core-features~1]
  @Test
  @DisplayName("A core module uses the features that its component is decoded with, and no others")
  void features() {
    Features others = Features.NONE.with(Feature.WIDE_ARITHMETIC);
    for (Features off : new Features[] {Features.NONE, others}) {
      Fault refused = fault(decode(engine(), "threads", off));
      assertEquals(DecoderCode.UNSUPPORTED, refused.code());
      assertEquals("threads", assertInstanceOf(Fault.MalformedFault.class, refused).subject());
    }
    ComponentInstance on = instance();
    assertEquals(u32(0), ok(on.call("add", u32(5))));
    assertEquals(u32(5), ok(on.call("add", u32(1))));
    on.close();
  }

  // [utest->req~component-wait~1]
  @Test
  @DisplayName("A wait with a time limit is timed out at once, however long the limit is")
  void timedOut() {
    ComponentInstance threads = instance();
    assertEquals(u32(TIMED_OUT), ok(threads.call("wait", s64(1))));
    long before = threads.stats().fuelUsed();
    assertEquals(u32(TIMED_OUT), ok(threads.call("wait", s64(Long.MAX_VALUE))));
    long used = threads.stats().fuelUsed() - before;
    threads.fuel(0);
    Execution stepped = ok(threads.start("wait", s64(Long.MAX_VALUE)));
    int suspensions = 0;
    Outcome outcome = stepped.run();
    while (outcome instanceof Outcome.OutOfFuel && suspensions < used) {
      suspensions++;
      stepped.addFuel(1);
      outcome = stepped.run();
    }
    assertEquals(new Outcome.Returned(u32(TIMED_OUT)), outcome, "unit by unit");
    threads.close();
  }

  // [utest->req~component-wait~1]
  @Test
  @DisplayName("A wait without time limit is a trap with a backtrace, and the tree does not run on")
  void deadlock() {
    ComponentInstance threads = instance();
    Fault.Trap trap = assertInstanceOf(Fault.Trap.class, fault(threads.call("wait", s64(-1))));
    assertEquals(ComponentCode.WAITS_FOR_EVER, trap.code());
    assertEquals("WRT-L-024", trap.code().id());
    assertEquals("address 8", trap.subject());
    assertTrue(trap.backtrace().size() == 1, trap.backtrace().toString());
    assertEquals(ComponentCode.CANNOT_ENTER, fault(threads.call("add", u32(1))).code());
    threads.close();
  }
}
