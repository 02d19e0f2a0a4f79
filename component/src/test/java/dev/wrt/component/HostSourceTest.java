package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.featured;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

// [utest->req~host-source~1]
class HostSourceTest {
  private static final Values NOTHING = Values.NONE;

  private final ComponentInstance streams = featured(ComponentOptions.standard(), "streams");

  private Values bytes(StreamSource source, int max) {
    return Values.of(ok(streams.stream(PrimValType.U8, source)), new Value.U32(max));
  }

  private static Chunk bytes(int... values) {
    byte[] all = new byte[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) values[i];
    }
    return Chunk.of(ByteList.of(all));
  }

  private static Value text(String text) {
    return new Value.TupleValue(List.of(new Value.Str(text)));
  }

  private int copies() {
    return ((Value.U32) ok(streams.call("copies", NOTHING)).get(0)).bits();
  }

  // [utest->req~stream-builtins~1]
  // [utest->req~stream-synchronous~1]
  @Test
  @DisplayName("A guest reads what a Java list holds, as many bytes at a time as it asks for")
  void list() {
    SequenceSource source = new SequenceSource(ByteList.of(new byte[] {1, 2, 3, 4, 5}));
    assertEquals(u32(15), ok(streams.call("sum", bytes(source, 2))));
    assertEquals(0, source.left());
    assertEquals(4, copies(), "2, 2, 1, and the end");
    assertEquals(0, streams.tree.streams.live());
  }

  @Test
  @DisplayName(
      "A source is asked for as much as the guest reads; what is too much is kept for later")
  void kept() {
    Giving source = new Giving(bytes(1, 2, 3, 4, 5), bytes(6), Chunk.END);
    long before = streams.tree.streams.account().reservedBytes();
    assertEquals(u32(21), ok(streams.call("sum", bytes(source, 2))));
    assertEquals(List.of(2, 2, 2), source.asked);
    assertEquals(List.of("over"), source.endings);
    assertEquals(before, streams.tree.streams.account().reservedBytes());
  }

  // [utest->req~host-wake~1]
  @Test
  @DisplayName("A guest that reads what is not there yet waits, until the host says there is more")
  void later() {
    Giving source = new Giving(bytes(1));
    Execution call = ok(streams.start("sum", bytes(source, 8)));
    assertInstanceOf(Outcome.Waiting.class, call.run());
    assertEquals(2, source.asked.size());
    assertInstanceOf(Outcome.Waiting.class, call.run());
    assertEquals(2, source.asked.size(), "it is not asked again without need");
    source.chunks.add(bytes(2));
    streams.wake();
    assertInstanceOf(Outcome.Waiting.class, call.run());
    source.chunks.add(Chunk.END);
    streams.wake();
    Outcome end = call.run();
    assertEquals(u32(3), assertInstanceOf(Outcome.Returned.class, end).values());
    assertEquals(List.of("over"), source.endings);
  }

  @Test
  @DisplayName("A read of no elements says that there is something, and takes nothing")
  void zero() {
    Giving source = new Giving(bytes(7), Chunk.END);
    Values arguments = Values.of(ok(streams.stream(PrimValType.U8, source)));
    assertEquals(u32(0x0000_0010), ok(streams.call("zero-then-one", arguments)));
    assertEquals(List.of(1), source.asked);
  }

  @Test
  @DisplayName("A read that the guest cancels leaves the source where it was")
  void cancelled() {
    Giving source = new Giving();
    Values arguments = Values.of(ok(streams.stream(PrimValType.U8, source)));
    assertEquals(u32(1002), ok(streams.call("cancel", arguments)));
    assertEquals(List.of("over"), source.endings);
  }

  // [utest->req~host-end-told-once~1]
  @Test
  @DisplayName("A source is told once why it is over: by a trap, or by the end of the instance")
  void told() {
    Giving trapped = new Giving();
    fault(streams.call("boom", Values.of(ok(streams.stream(PrimValType.U8, trapped)))));
    Giving unused = new Giving();
    ok(streams.stream(PrimValType.U8, unused));
    streams.close();
    assertEquals(1, trapped.endings.size());
    assertTrue(trapped.endings.getFirst().startsWith("WRT-"), trapped.endings.getFirst());
    assertEquals(List.of(ComponentCode.INSTANCE_CLOSED.id()), unused.endings);
  }

  // [utest->req~stream-copy~1]
  @Test
  @DisplayName("Strings of the host lie in memory that the guest's realloc gives")
  void strings() {
    SequenceSource source =
        new SequenceSource(new Value.ListValue(List.of(text("one"), text("two"), text("three"))));
    Values arguments =
        Values.of(ok(streams.stream(new ValType.TupleType(List.of(PrimValType.STRING)), source)));
    assertEquals(u32(11), ok(streams.call("lengths", arguments)));
    assertEquals(3, copies());
  }

  @Test
  @DisplayName("A stream without values counts")
  void units() {
    Value unit = new Value.TupleValue(List.of());
    SequenceSource source = new SequenceSource(new Value.ListValue(List.of(unit, unit, unit)));
    assertEquals(u32(3), ok(streams.call("units", Values.of(ok(streams.stream(null, source))))));
  }

  @Test
  @DisplayName("A future of the host is read when it has a value")
  void future() {
    boolean[] there = {false};
    FutureSource source = () -> there[0] ? new Value.U32(42) : null;
    Values arguments = Values.of(ok(streams.future(PrimValType.U32, source)));
    Execution call = ok(streams.start("await", arguments));
    assertInstanceOf(Outcome.Waiting.class, call.run());
    there[0] = true;
    streams.wake();
    assertEquals(u32(42), assertInstanceOf(Outcome.Returned.class, call.run()).values());
    assertEquals(0, streams.tree.streams.live());
  }

  @Test
  @DisplayName("Elements of another type than the stream's are a fault that says which")
  void misfit() {
    Giving source = new Giving(Chunk.of(new Value.ListValue(List.of(new Value.Str("x")))));
    Fault fault = fault(streams.call("sum", bytes(source, 8)));
    assertInstanceOf(Fault.CallFault.class, fault);
    assertEquals(1, source.endings.size());
  }

  // [utest->req~host-end-checked~1]
  @Test
  @DisplayName("A stream can be given away once, and only to the components it was made for")
  void givenOnce() {
    Values arguments = bytes(new Giving(Chunk.END), 8);
    assertEquals(u32(0), ok(streams.call("sum", arguments)));
    ComponentInstance other = featured(ComponentOptions.standard(), "streams");
    Values foreign = bytes(new Giving(Chunk.END), 8);
    assertEquals(ComponentCode.END_STALE, fault(other.call("sum", foreign)).code());
    assertEquals(ComponentCode.END_STALE, fault(streams.call("sum", arguments)).code());
  }

  @Test
  @DisplayName("A long list crosses in pieces that fit the buffer of bounded-copy")
  void pieces() {
    ComponentOptions options =
        ComponentOptions.standard().withStrategy(new MemoryStrategy.BoundedCopy(16));
    ComponentInstance small = featured(options, "streams");
    byte[] ones = new byte[1000];
    java.util.Arrays.fill(ones, (byte) 1);
    SequenceSource source = new SequenceSource(ByteList.of(ones));
    Values arguments = Values.of(ok(small.stream(PrimValType.U8, source)), new Value.U32(1000));
    assertEquals(u32(1000), ok(small.call("sum", arguments)));
    assertEquals(u32(2), ok(small.call("copies", NOTHING)));
  }

  // [utest->req~stream-bound~1]
  @Test
  @DisplayName("A source that gives more than the components may hold ends in the budget")
  void tooMuch() {
    ComponentInstance small =
        featured(ComponentOptions.standard().withMemoryBudget(48 << 20), "streams");
    Giving source = new Giving(Chunk.of(ByteList.owned(new byte[64 << 20])));
    Values arguments = Values.of(ok(small.stream(PrimValType.U8, source)), new Value.U32(8));
    assertInstanceOf(Fault.BudgetFault.class, fault(small.call("sum", arguments)));
    assertEquals(1, source.endings.size());
    small.close();
  }
}
