package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.featured;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.abi.AbiCode;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.Tampering;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What becomes of components whose buffers were changed behind their API.
class BufferIntegrityTest {
  // [utest->req~abi-buffers-final~1]
  @Test
  @DisplayName("After a passage whose buffer has changed, no call is carried out any more")
  void passage() {
    ComponentInstance counter = instance("counter");
    ok(counter.call("make", u32(5)));
    MemoryBudget budget = MemoryBudget.root("test", 1 << 20);
    SafeMemory memory =
        ok(SafeMemory.create(budget, "m", 8, 8, Verification.of(VerificationLevel.STANDARD)));
    Crossing crossing = counter.passages.take(new CallMeter(ComponentOptions.standard()));
    Tampering.flip(crossing, memory);
    counter.passages.giveBack(crossing);
    IntegrityFault broken =
        assertInstanceOf(IntegrityFault.class, fault(counter.call("make", u32(5))));
    assertEquals(AbiCode.BUFFER_CHANGED, broken.code());
    assertEquals(broken, fault(counter.call("make", u32(5))));
    assertTrue(
        counter.integrity().areas().stream()
            .anyMatch(a -> a.area().endsWith("buffers") && a.mismatches() == 1));
    ok(instance("counter").call("make", u32(5)));
    counter.close();
    assertEquals(0, counter.budget().reservedBytes());
  }

  @Test
  @DisplayName("Of several mismatches that are latched the first one is told")
  void first() {
    ComponentInstance counter = instance("counter");
    for (int block = 0; block < 2; block++) {
      counter.tree.latch(new IntegrityFault(AbiCode.BUFFER_CHANGED, "b", block, 1, 2, false));
    }
    assertEquals(
        new IntegrityFault(AbiCode.BUFFER_CHANGED, "b", 0, 1, 2, false),
        fault(counter.call("make", u32(5))));
  }

  // [utest->req~stream-buffer-control~1]
  @Test
  @DisplayName("A guest's buffer that is no longer where it was is not written to")
  void guestBuffer() {
    for (int word = 0; word < 3; word++) {
      ComponentInstance streams = featured(ComponentOptions.standard(), "streams");
      Giving source = new Giving(Chunk.of(ByteList.of(new byte[] {1})));
      Value.StreamValue stream = ok(streams.stream(PrimValType.U8, source));
      Execution call = ok(streams.start("sum", Values.of(stream, new Value.U32(8))));
      assertInstanceOf(Outcome.Waiting.class, call.run());
      GuestBuffer pending = ((Shared) stream.end()).pending();
      assertNotNull(pending);
      pending.controls().get(word).flip(4);
      source.chunks.add(Chunk.of(ByteList.of(new byte[] {2})));
      streams.wake();
      IntegrityFault fault =
          assertInstanceOf(
              IntegrityFault.class, assertInstanceOf(Outcome.Failed.class, call.run()).fault());
      assertEquals(ComponentCode.COPY_CONTROL, fault.code());
      assertEquals(4, fault.expected() ^ fault.found());
    }
  }
}
