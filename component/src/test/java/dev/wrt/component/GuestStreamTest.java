package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.featured;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.abi.CrossingMetrics;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.PrimValType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuestStreamTest {
  private static ComponentInstance relay(TrustLevel trust) {
    ComponentOptions options = ComponentOptions.standard().withTrust(trust);
    return featured(options, "relay");
  }

  // [utest->req~stream-copy~1]
  // [utest->req~stream-rendezvous~1]
  @ParameterizedTest(name = "{0}")
  @EnumSource(TrustLevel.class)
  @DisplayName("Strings go from one guest to another where the write came first")
  void writeFirst(TrustLevel trust) {
    assertEquals(u32(0x20_03_10_05), ok(relay(trust).call("write-first", Values.NONE)));
  }

  // [utest->req~stream-copy~1]
  // [utest->req~stream-rendezvous~1]
  @ParameterizedTest(name = "{0}")
  @EnumSource(TrustLevel.class)
  @DisplayName("A read that came first gets what two writes give, by the reader's realloc")
  void readFirst(TrustLevel trust) {
    ComponentInstance relay = relay(trust);
    assertEquals(u32(0x10_10_20_35), ok(relay.call("read-first", Values.NONE)));
    CrossingMetrics crossing = relay.stats().crossing();
    assertEquals(trust == TrustLevel.UNTRUSTED, crossing.wipedBytes() > 0);
  }

  // [utest->req~stream-bound~1]
  // [utest->req~stream-builtins~1]
  @Test
  @DisplayName("Streams that are dropped cost nothing any more")
  void dropped() {
    ComponentInstance streams = featured(ComponentOptions.standard(), "streams");
    ok(streams.call("many", u32(10)));
    MemoryBudget account = streams.tree.streams.account();
    assertEquals(0, account.reservedBytes());
    assertTrue(account.highWaterBytes() > 0);
    ok(streams.call("many", u32(1000)));
    assertEquals(0, streams.tree.streams.live());
    assertEquals(0, streams.stats().handlesLive());
  }

  // [utest->req~stream-bound~1]
  @Test
  @DisplayName("A flood of streams or of waitable sets ends at the bound of handles")
  void floodOfHandles() {
    for (String flood : List.of("flood", "flood-sets")) {
      ComponentEngine engine =
          ComponentEngine.create(ComponentOptions.standard().with(GuestLimit.HANDLES, 1001));
      ComponentInstance streams = featured(engine, new Linker(), "streams");
      Fault fault = fault(streams.call(flood, Values.NONE));
      assertEquals(ComponentCode.HANDLES_EXHAUSTED, fault.code());
      assertEquals(1001, assertInstanceOf(Fault.LimitFault.class, fault).max());
    }
  }

  // [utest->req~stream-bound~1]
  @Test
  @DisplayName(
      "A flood of streams that the bound allows ends in the budget, which closing gives back")
  void floodOfBudget() {
    ComponentOptions options =
        ComponentOptions.standard().with(GuestLimit.HANDLES, 1 << 26).withMemoryBudget(32 << 20);
    ComponentEngine engine = ComponentEngine.create(options);
    Component component = ok(Samples.decode(engine, "streams", Features.ALL));
    long before = engine.budget().reservedBytes();
    ComponentInstance streams = ok(new Linker().instantiate(engine, component));
    assertInstanceOf(Fault.BudgetFault.class, fault(streams.call("flood", Values.NONE)));
    streams.close();
    assertEquals(before, engine.budget().reservedBytes());
  }

  /// Remembers the events of streams, and denies those that a test wants denied.
  private static final class Watcher implements Interceptor {
    final List<String> seen = new ArrayList<>();
    long denied = Long.MAX_VALUE;

    @Override
    public String name() {
      return "watcher";
    }

    @Override
    public boolean watches(Point point) {
      return point == Point.STREAM_READ || point == Point.STREAM_DROP;
    }

    @Override
    public Verdict onEvent(Event event) {
      if (event.point() == Point.STREAM_READ && event.amount() >= denied) {
        return Verdict.deny("reads of " + denied);
      }
      String amount = event.point() == Point.STREAM_READ ? " " + event.amount() : "";
      seen.add(event.point() + " " + event.subject() + amount);
      return Verdict.CONTINUE;
    }
  }

  // [utest->req~stream-points~1]
  @Test
  @DisplayName("Interceptors see reads and drops with type and length, and can deny them")
  void watched() {
    Watcher watcher = new Watcher();
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Linker linker = new Linker().intercept(ok(Interceptors.of(List.of(watcher))));
    ComponentInstance streams = featured(engine, linker, "streams");
    ok(streams.call("sum", bytes(streams, 4)));
    assertEquals(
        List.of("STREAM_READ stream<u8> 4", "STREAM_READ stream<u8> 4", "STREAM_DROP stream<u8>"),
        watcher.seen);
    watcher.denied = 5;
    assertInstanceOf(Fault.PolicyFault.class, fault(streams.call("sum", bytes(streams, 5))));
  }

  private static Values bytes(ComponentInstance streams, int max) {
    SequenceSource source = new SequenceSource(ByteList.of(new byte[] {1, 2}));
    return Values.of(ok(streams.stream(PrimValType.U8, source)), new Value.U32(max));
  }

  // [utest->req~stream-buffer-checked~1]
  @Test
  @DisplayName("A buffer that is too long or beyond the memory is a trap, and nothing is copied")
  void buffers() {
    assertEquals(ComponentCode.COPY_TOO_LONG.id(), refused(1 << 28));
    assertEquals("WRT-A-002", refused(1 << 20));
  }

  private static String refused(int max) {
    ComponentInstance streams = featured(ComponentOptions.standard(), "streams");
    return fault(streams.call("sum", bytes(streams, max))).code().id();
  }
}
