package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.MemoryStrategy.BoundedCopy;
import dev.wrt.component.abi.MemoryStrategy.FullIsolation;
import dev.wrt.component.abi.MemoryStrategy.ZeroCopy;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.component.ValType;
import dev.wrt.memory.MemoryCode;
import dev.wrt.memory.VerificationLevel;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The memory strategies differ in what they do, and this is measured.
// [utest->req~value-view-ends~1]
// [utest->req~strategy-zero-copy~1]
// [utest->req~strategy-bounded-copy~1]
// [utest->req~strategy-full-isolation~1]
// [utest->req~strategy-choice~1]
class StrategyTest {
  private static final ValType BYTES = new ValType.ListType(PrimValType.U8);
  private static final int N = 1000;

  private static Guest guest(MemoryStrategy strategy) {
    return new Guest(StringEncoding.UTF8, strategy, Guest.PAGE);
  }

  private static byte[] sample(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7 + 1);
    }
    return bytes;
  }

  /// Passes bytes from one guest to another through one passage.
  private static CrossingMetrics pass(MemoryStrategy strategy, int length) {
    try (Guest from = guest(strategy);
        Guest to = guest(strategy)) {
      from.write(64, sample(length));
      Values lifted = Guest.ok(from.liftAll(from.layout(BYTES), 64, length));
      LiftLowerContext target =
          new LiftLowerContext(to.memory, to.encoding, to.context().handles(), from.crossing);
      to.lower.start(target, to.layout(BYTES), lifted, FuncLayout.MAX_FLAT_PARAMS);
      long[] flat = Guest.ok(to.finish());
      byte[] arrived = new byte[length];
      Guest.ok(to.memory.read(flat[0], arrived, 0, length));
      assertArrayEquals(sample(length), arrived);
      from.crossing.close();
      return from.crossings.metrics();
    }
  }

  @Test
  @DisplayName("zero-copy takes one copy from guest to guest and no buffer")
  void zeroCopy() {
    CrossingMetrics m = pass(new ZeroCopy(), N);
    assertEquals(new CrossingMetrics(1, 1, 1, N, 0, 0, 0, 0, 0, 0), m);
  }

  @Test
  @DisplayName("bounded-copy takes two copies from guest to guest and one pooled buffer")
  void boundedCopy() {
    CrossingMetrics m = pass(new BoundedCopy(4096), N);
    assertEquals(new CrossingMetrics(1, 0, 2, 2 * N, 1, 0, 0, 1, 0, 1), m);
  }

  @Test
  @DisplayName("full-isolation takes a private buffer a side, compares digests and wipes")
  void fullIsolation() {
    CrossingMetrics m = pass(new FullIsolation(), N);
    assertEquals(new CrossingMetrics(1, 0, 3, 3 * N, 2, 2, 2 * N, 0, 0, 0), m);
  }

  @ParameterizedTest
  @ValueSource(ints = {4095, 4096})
  @DisplayName("bounded-copy of n bytes lets n - 1 and n bytes cross")
  void upToTheBuffer(int length) {
    assertEquals(2L * length, pass(new BoundedCopy(4096), length).bytesCopied());
  }

  @Test
  @DisplayName("bounded-copy of n bytes refuses to read n + 1 bytes, and in two lists as well")
  void beyondTheBuffer() {
    try (Guest guest = guest(new BoundedCopy(4096))) {
      Fault expected = new Fault.LimitFault(AbiCode.CROSSING_TOO_LARGE, "bounded-copy", 4097, 4096);
      assertEquals(expected, Guest.err(guest.liftAll(guest.layout(BYTES), 0, 4097)));
      guest.crossing.close();
      Layout two = guest.layout(BYTES, BYTES);
      assertEquals(expected, Guest.err(guest.liftAll(two, 0, 4000, 0, 97)));
      guest.crossing.close();
      Guest.ok(guest.liftAll(two, 0, 4000, 0, 96));
    }
  }

  @Test
  @DisplayName("bounded-copy of n bytes refuses to write n + 1 bytes")
  void writingBeyondTheBuffer() {
    try (Guest guest = guest(new BoundedCopy(4096))) {
      Layout layout = guest.layout(BYTES);
      Fault expected = new Fault.LimitFault(AbiCode.CROSSING_TOO_LARGE, "bounded-copy", 4097, 4096);
      Values large = Values.of(ByteList.of(sample(4097)));
      assertEquals(expected, Guest.err(guest.lowerAll(layout, large)));
      guest.crossing.close();
      Guest.ok(guest.lowerAll(layout, Values.of(ByteList.of(sample(4096)))));
    }
  }

  @Test
  @DisplayName("pooled buffers are recycled, and a call is refused while all are in use")
  void pool() {
    try (Guest guest = guest(new BoundedCopy(4096))) {
      Layout layout = guest.layout(BYTES);
      for (int i = 0; i < 10; i++) {
        Guest.ok(guest.liftAll(layout, 0, 10));
        guest.crossing.close();
      }
      CrossingMetrics ten = guest.crossings.metrics();
      assertEquals(10, ten.poolHits());
      assertEquals(1, ten.poolHighWater());
      List<Crossing> open =
          List.of(
              guest.crossings.crossing(),
              guest.crossings.crossing(),
              guest.crossings.crossing(),
              guest.crossings.crossing());
      open.forEach(crossing -> assertTrue(crossing.open(guest.memory, 0, 1)));
      Fault refused = Guest.err(guest.liftAll(layout, 0, 10));
      assertEquals(MemoryCode.POOL_EXHAUSTED, refused.code());
      assertEquals(1, guest.crossings.metrics().poolMisses());
      open.forEach(Crossing::close);
    }
  }

  private static List<MemoryStrategy> strategies() {
    return List.of(new ZeroCopy(), new BoundedCopy(4096), new FullIsolation());
  }

  @Test
  @DisplayName("a list of bytes is a view that ends with its call, whatever the strategy")
  void viewsEnd() {
    for (MemoryStrategy strategy : strategies()) {
      try (Guest guest = guest(strategy)) {
        guest.write(64, sample(N));
        Values lifted = Guest.ok(guest.liftAll(guest.layout(BYTES), 64, N));
        ByteList list = assertInstanceOf(ByteList.class, lifted.get(0));
        assertTrue(list.isView());
        assertArrayEquals(sample(N), Guest.ok(list.bytes()));
        guest.crossing.close();
        assertFalse(list.isOpen());
        assertEquals(new Fault.MemoryFault(MemoryCode.CLOSED, 0, N, N), Guest.err(list.bytes()));
        assertEquals(MemoryCode.CLOSED, Guest.err(list.copyTo(guest.memory, 0)).code());
      }
    }
  }

  @Test
  @DisplayName("a view is refused when it is lowered after its call")
  void endedViewsAreNotLowered() {
    for (MemoryStrategy strategy : strategies()) {
      try (Guest guest = guest(strategy)) {
        Values lifted = Guest.ok(guest.liftAll(guest.layout(BYTES), 64, N));
        guest.crossing.close();
        Fault fault = Guest.err(guest.lowerAll(guest.layout(BYTES), lifted));
        assertEquals(MemoryCode.CLOSED, fault.code(), strategy.spelling());
      }
    }
  }

  @Test
  @DisplayName("what outlives its call owns its bytes")
  void outliving() {
    for (MemoryStrategy strategy : strategies()) {
      try (Guest guest = guest(strategy)) {
        guest.write(64, sample(8));
        guest.crossing.outlive();
        ValType numbers = new ValType.ListType(PrimValType.U32);
        Values lifted = Guest.ok(guest.liftAll(guest.layout(BYTES, numbers), 64, 8, 64, 2));
        guest.crossing.close();
        guest.write(64, new byte[8]);
        assertEquals(ByteList.of(sample(8)), lifted.get(0));
        assertEquals(new NumberList(PrimValType.U32, ByteList.of(sample(8))), lifted.get(1));
      }
    }
  }

  @Test
  @DisplayName("zero-copy shows the guest's memory itself, the others a copy")
  void viewsAreViews() {
    for (MemoryStrategy strategy : strategies()) {
      try (Guest guest = guest(strategy)) {
        Values lifted = Guest.ok(guest.liftAll(guest.layout(BYTES), 64, 1));
        guest.write(64, (byte) 5);
        byte[] seen = Guest.ok(((ByteList) lifted.get(0)).bytes());
        assertEquals(strategy instanceof ZeroCopy ? 5 : 0, seen[0], strategy.spelling());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = VerificationLevel.class,
      names = {"STANDARD", "FULL", "REDUNDANT"})
  @DisplayName(
      "a flipped bit in a guest's memory is seen or repaired when it is lifted, by every strategy")
  void flippedBit(VerificationLevel level) {
    for (MemoryStrategy strategy : strategies()) {
      for (ValType type :
          List.of(BYTES, new ValType.ListType(PrimValType.BOOL), PrimValType.STRING)) {
        try (Guest guest = new Guest(StringEncoding.UTF8, strategy, Guest.PAGE, level)) {
          guest.write(64, new byte[] {0, 0, 0, 0});
          Guest.ok(guest.memory.verifyTouched());
          guest.memory.plain()[65] ^= 1;
          Result<Values> lifted = guest.liftAll(guest.layout(type), 64, 4);
          boolean repaired = level == VerificationLevel.REDUNDANT && lifted instanceof Result.Ok;
          boolean lazy = level == VerificationLevel.STANDARD && strategy instanceof BoundedCopy;
          if (repaired) {
            assertEquals(0, guest.memory.plain()[65]);
          } else if (lazy) {
            assertInstanceOf(Result.Err.class, guest.memory.verifyTouched());
          } else {
            assertInstanceOf(Fault.IntegrityFault.class, Guest.err(lifted), strategy.spelling());
          }
        }
      }
    }
  }

  @Test
  // [utest->req~strategy-verified-once~1]
  @DisplayName("zero-copy verifies a block once in a passage, and in the next passage again")
  void verifiedOnce() {
    ValType strings = new ValType.ListType(PrimValType.STRING);
    Value word = new Value.Str("word");
    Values values = Values.of(new Value.ListValue(Collections.nCopies(50, word)));
    try (Guest guest = guest(new ZeroCopy())) {
      Layout layout = guest.layout(strings);
      long[] flat = Guest.ok(guest.lowerAll(layout, values));
      guest.crossing.close();
      Guest.ok(guest.memory.verifyTouched());
      long before = guest.memory.metrics().verifiedBlocks();
      assertEquals(values, Guest.ok(guest.liftAll(layout, flat)));
      guest.crossing.close();
      assertEquals(1, guest.memory.metrics().verifiedBlocks() - before);
      guest.memory.plain()[(int) flat[0] + 500] ^= 1;
      Fault flipped = Guest.err(guest.liftAll(layout, flat));
      assertInstanceOf(Fault.IntegrityFault.class, flipped);
    }
  }

  @Test
  @DisplayName("full-isolation compares what it has written, once for each run of bytes")
  void writesAreCompared() {
    try (Guest guest = guest(new FullIsolation())) {
      Layout layout = guest.layout(new ValType.ListType(PrimValType.STRING));
      Values values = Values.of(new Value.ListValue(List.of(new Value.Str("ab"))));
      guest.lower.start(guest.context(), layout, values, FuncLayout.MAX_FLAT_PARAMS);
      assertEquals(Lower.Step.CALL_REALLOC, guest.lower.step());
      guest.lower.reallocated(64);
      assertEquals(Lower.Step.CALL_REALLOC, guest.lower.step());
      guest.lower.reallocated(128);
      assertEquals(Lower.Step.DONE, guest.lower.step());
      assertEquals(2, guest.crossings.metrics().digestsChecked());
    }
  }

  @Test
  @DisplayName(
      "names of strategies and levels are read, unknown ones are refused with the valid ones")
  void names() {
    for (MemoryStrategy strategy : strategies()) {
      assertEquals(new Result.Ok<>(strategy), MemoryStrategy.parse(strategy.spelling(), 4096));
    }
    assertEquals(
        new Fault.HostFault(
            AbiCode.UNKNOWN_STRATEGY, "fast", "zero-copy, bounded-copy, full-isolation"),
        Guest.err(MemoryStrategy.parse("fast")));
    for (TrustLevel level : TrustLevel.values()) {
      assertEquals(new Result.Ok<>(level), TrustLevel.parse(level.spelling()));
    }
    assertEquals(
        new Fault.HostFault(AbiCode.UNKNOWN_TRUST_LEVEL, "blind", "trusted, standard, untrusted"),
        Guest.err(TrustLevel.parse("blind")));
  }

  @Test
  @DisplayName("a named strategy goes before the trust level's, and the stricter of two wins")
  void selection() {
    MemoryStrategy named = new ZeroCopy();
    assertEquals(named, MemoryStrategy.select(named, TrustLevel.UNTRUSTED));
    assertEquals(new ZeroCopy(), MemoryStrategy.select(null, TrustLevel.TRUSTED));
    assertEquals(new BoundedCopy(1 << 20), MemoryStrategy.select(null, TrustLevel.STANDARD));
    assertEquals(new FullIsolation(), MemoryStrategy.select(null, TrustLevel.UNTRUSTED));
    List<MemoryStrategy> ascending =
        List.of(new ZeroCopy(), new BoundedCopy(9), new BoundedCopy(8), new FullIsolation());
    for (int a = 0; a < ascending.size(); a++) {
      for (int b = 0; b < ascending.size(); b++) {
        assertEquals(
            ascending.get(Math.max(a, b)),
            MemoryStrategy.stricter(ascending.get(a), ascending.get(b)));
      }
    }
    assertEquals(
        TrustLevel.UNTRUSTED, TrustLevel.stricter(TrustLevel.UNTRUSTED, TrustLevel.TRUSTED));
    assertEquals(TrustLevel.STANDARD, TrustLevel.stricter(TrustLevel.TRUSTED, TrustLevel.STANDARD));
  }
}
