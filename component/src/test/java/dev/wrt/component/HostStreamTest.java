package dev.wrt.component;

import static dev.wrt.component.Samples.featured;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Value.StreamValue;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HostStreamTest {
  private Giving source = new Giving();
  private Taking sink = new Taking(Integer.MAX_VALUE);
  private final ComponentInstance passing =
      featured(
          ComponentEngine.create(ComponentOptions.standard()),
          new Linker().define("give", this::give).define("take", this::take),
          "passing");

  private Result<Values> give(HostCall call) {
    return switch (call.caller().stream(PrimValType.U8, source)) {
      case Result.Ok<StreamValue> ok -> Result.ok(Values.of(ok.value()));
      case Result.Err<StreamValue> err -> Result.err(err.fault());
    };
  }

  private Result<Values> take(HostCall call) {
    return switch (call.caller().consume((StreamValue) call.arguments().get(0), sink)) {
      case Result.Ok<Unit> ok -> Result.ok(Values.NONE);
      case Result.Err<Unit> err -> Result.err(err.fault());
    };
  }

  private static Chunk text(String text) {
    return Chunk.of(ByteList.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private String taken() {
    StringBuilder text = new StringBuilder();
    sink.taken.forEach(v -> text.append((char) ((Value.U8) v).value()));
    return text.toString();
  }

  // [utest->req~host-source~1]
  @Test
  @DisplayName("A host function returns a stream, which the guest reads to its end")
  void given() {
    source = new Giving(text("hello "), text("stream"), Chunk.END);
    assertEquals(u32(12), ok(passing.call("read", Values.NONE)));
    assertEquals(List.of("over"), source.endings);
  }

  // [utest->req~host-sink~1]
  @Test
  @DisplayName("A host function takes a stream, and the guest waits until all is read")
  void taken20() {
    sink = new Taking(7);
    Execution write = ok(passing.start("write", Values.NONE));
    assertInstanceOf(Outcome.Waiting.class, write.run());
    assertEquals("written", taken());
    sink.most = Integer.MAX_VALUE;
    passing.wake();
    assertEquals(u32(20), assertInstanceOf(Outcome.Returned.class, write.run()).values());
    assertEquals("written by the guest", taken());
    assertEquals(List.of("over"), sink.endings);
  }

  // [utest->req~host-relay~1]
  @Test
  @DisplayName("A stream of the host that a guest passes on to the host goes from source to sink")
  void relayed() {
    source = new Giving(text("hello "), text("stream"));
    ok(passing.call("pass", Values.NONE));
    passing.settling().run();
    assertEquals("hello stream", taken());
    assertEquals(3, source.asked.size());
    passing.settling().run();
    assertEquals(3, source.asked.size(), "it is not asked again without need");
    source.chunks.add(text("!"));
    source.chunks.add(Chunk.END);
    passing.wake();
    passing.settling().run();
    assertEquals("hello stream!", taken());
    assertEquals(List.of("over"), source.endings);
    assertEquals(List.of("over"), sink.endings);
    assertEquals(0, passing.tree.streams.live());
    assertEquals(0, passing.tree.streams.account().reservedBytes());
  }

  // [utest->req~host-relay~1]
  // [utest->req~host-end-told-once~1]
  @Test
  @DisplayName("A relay holds its source back with its sink, and ends with the components")
  void relayHeldBack() {
    source = new Giving(text("hello"), text("never asked for"));
    sink = new Taking(2);
    ok(passing.call("pass", Values.NONE));
    passing.settling().run();
    assertEquals("he", taken());
    assertEquals(1, source.asked.size());
    passing.close();
    assertEquals(List.of(ComponentCode.INSTANCE_CLOSED.id()), source.endings);
    assertEquals(List.of(ComponentCode.INSTANCE_CLOSED.id()), sink.endings);
  }
}
