package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.featured;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Value.FutureValue;
import dev.wrt.component.value.Value.StreamValue;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

// [utest->req~host-sink~1]
class HostSinkTest {
  private final ComponentInstance streams = featured(ComponentOptions.standard(), "streams");

  private StreamValue produced(int n) {
    return (StreamValue) ok(streams.call("produce", u32(n))).get(0);
  }

  /// Lets the guests go on as far as they can.
  private void goOn() {
    Outcome outcome = streams.settling().run();
    assertFalse(outcome instanceof Outcome.Failed, outcome::toString);
  }

  private static Value text(String text) {
    return new Value.TupleValue(List.of(new Value.Str(text)));
  }

  private int copies() {
    return ((Value.U32) ok(streams.call("copies", Values.NONE)).get(0)).bits();
  }

  // [utest->req~stream-passes~1]
  @Test
  @DisplayName("A sink that takes all gets all of what a guest writes, and is told the end")
  void all() {
    StreamValue stream = produced(5);
    Taking sink = new Taking(Integer.MAX_VALUE);
    ok(streams.consume(stream, sink));
    goOn();
    assertEquals(5, sink.taken.size());
    assertEquals(new Value.U8(4), sink.taken.getLast());
    assertEquals(List.of("over"), sink.endings);
    assertEquals(0, streams.tree.streams.live());
  }

  @Test
  @DisplayName("A sink that takes one element at a time holds the guest back: its writes wait")
  void oneByOne() {
    StreamValue stream = produced(4);
    Taking sink = new Taking(0);
    ok(streams.consume(stream, sink));
    goOn();
    for (int turn = 1; turn <= 4; turn++) {
      assertEquals(turn - 1, copies(), "the guest is told of no more than was taken");
      assertEquals(List.of(), sink.endings);
      sink.most = 1;
      streams.wake();
      goOn();
      assertEquals(turn, sink.taken.size());
    }
    assertEquals(List.of(4, 4, 3, 3, 2, 2, 1, 1), sink.offered);
    assertEquals(4, copies());
    assertEquals(List.of("over"), sink.endings);
  }

  @Test
  @DisplayName("A sink that says stop is told the end, and the guest that its reader is gone")
  void stop() {
    StreamValue stream = produced(5);
    Taking sink = new Taking(StreamSink.STOP);
    ok(streams.consume(stream, sink));
    goOn();
    assertEquals(List.of("over"), sink.endings);
    assertEquals(1, copies());
    assertEquals(0, streams.tree.streams.live());
  }

  // [utest->req~stream-copy~1]
  @Test
  @DisplayName("Tuples come one by one; one that was not taken yet counts as read and is kept")
  void tuples() {
    StreamValue stream = (StreamValue) ok(streams.call("texts", Values.NONE)).get(0);
    Taking sink = new Taking(0);
    ok(streams.consume(stream, sink));
    goOn();
    assertEquals(List.of(1), sink.offered);
    assertEquals(1, copies());
    sink.most = 3;
    streams.wake();
    goOn();
    assertEquals(List.of(text("one"), text("two"), text("three")), sink.taken);
    assertEquals(List.of("over"), sink.endings);
  }

  @Test
  @DisplayName("What was kept for a sink reaches it before it is told that the guest has ended")
  void keptAtTheEnd() {
    StreamValue stream = (StreamValue) ok(streams.call("texts", Values.NONE)).get(0);
    Taking sink = new Taking(3);
    List<String> order = new ArrayList<>();
    ok(
        streams.consume(
            stream,
            new StreamSink() {
              private int left = 2;

              @Override
              public int accept(Sequence elements) {
                if (left == 0) {
                  left = 1;
                  return 0;
                }
                left--;
                order.add(
                    ((Value.Str) ((Value.TupleValue) elements.get(0)).elements().get(0)).value());
                return sink.accept(elements);
              }

              @Override
              public void ended(@Nullable Fault fault) {
                order.add("ended");
              }
            }));
    goOn();
    assertEquals(List.of("one", "two"), order);
    streams.wake();
    goOn();
    assertEquals(List.of("one", "two", "three", "ended"), order);
  }

  @Test
  @DisplayName("The host takes the value of a guest's future")
  void future() {
    FutureValue future = (FutureValue) ok(streams.call("promise", u32(9))).get(0);
    List<Value> values = new ArrayList<>();
    ok(streams.consume(future, values::add));
    goOn();
    assertEquals(List.of(new Value.U32(9)), values);
    assertEquals(1, copies(), "the write was completed");
    assertEquals(0, streams.tree.streams.live());
  }

  // [utest->req~host-end-checked~1]
  @Test
  @DisplayName("A stream has one reader; one that nobody wants to read is dropped")
  void oneReader() {
    StreamValue stream = produced(5);
    ok(streams.consume(stream, new Taking(1)));
    assertEquals(ComponentCode.END_STALE, fault(streams.consume(stream, new Taking(1))).code());
    StreamValue unwanted = (StreamValue) ok(streams.call("keep", Values.NONE)).get(0);
    ok(streams.drop(unwanted.end()));
    assertEquals(ComponentCode.END_STALE, fault(streams.drop(unwanted.end())).code());
  }

  // [utest->req~host-end-told-once~1]
  @Test
  @DisplayName("A sink learns by a fault that the components ended before its stream")
  void cutShort() {
    Taking sink = new Taking(8);
    ok(streams.consume((StreamValue) ok(streams.call("keep", Values.NONE)).get(0), sink));
    streams.close();
    streams.close();
    assertEquals(List.of(ComponentCode.INSTANCE_CLOSED.id()), sink.endings);
  }

  // [utest->req~stream-collected~1]
  @Test
  @DisplayName("A whole stream is collected into a packed list, up to a bound")
  void collected() {
    assertEquals(ByteList.of(new byte[] {0, 1, 2, 3}), ok(streams.collect(produced(4), 4)));
    Fault fault = fault(streams.collect(produced(5), 4));
    assertEquals(ComponentCode.COLLECTED_TOO_MUCH, fault.code());
    assertEquals(4, assertInstanceOf(Fault.LimitFault.class, fault).max());
    StreamValue endless = (StreamValue) ok(streams.call("keep", Values.NONE)).get(0);
    assertEquals(ComponentCode.STREAM_OPEN, fault(streams.collect(endless, 4)).code());
  }
}
