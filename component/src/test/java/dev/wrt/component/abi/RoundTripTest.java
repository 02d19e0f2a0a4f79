package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Conformity;
import dev.wrt.component.value.RandomValues;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random values through lowering and lifting, from guest to guest, and within budgets.
// [utest->req~abi-lift~1]
// [utest->req~abi-lower~1]
// [utest->req~abi-budget~1]
class RoundTripTest {
  private static final List<MemoryStrategy> STRATEGIES =
      List.of(
          new MemoryStrategy.ZeroCopy(),
          new MemoryStrategy.BoundedCopy(Guest.PAGE),
          new MemoryStrategy.FullIsolation());

  private static <T> T pick(List<T> list, long seed) {
    return list.get((int) (seed % list.size()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  @DisplayName("what is lowered is lifted as the same value, for random types and values")
  void hostAndGuest(long seed) {
    RandomValues random = new RandomValues(seed);
    for (int i = 0; i < 60; i++) {
      ValType type = random.type(5);
      Values values = Values.of(random.value(type), random.value(type));
      StringEncoding encoding = pick(List.of(StringEncoding.values()), seed + i);
      try (Guest guest = new Guest(encoding, pick(STRATEGIES, seed), 4 * Guest.PAGE)) {
        Layout layout = guest.layout(type, type);
        long[] flat = Guest.ok(guest.lowerAll(layout, values));
        assertEquals(values, Guest.ok(guest.liftAll(layout, flat)), type.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  @DisplayName(
      "what one guest passes to another arrives as the same value, whatever their encodings")
  void guestToGuest(long seed) {
    RandomValues random = new RandomValues(seed);
    for (int i = 0; i < 60; i++) {
      ValType type = random.type(4);
      Values values = Values.of(random.value(type));
      List<StringEncoding> encodings = List.of(StringEncoding.values());
      MemoryStrategy strategy = pick(STRATEGIES, seed);
      try (Guest a = new Guest(pick(encodings, i), strategy, Guest.PAGE);
          Guest b = new Guest(pick(encodings, i / 3), strategy, Guest.PAGE)) {
        long[] there = Guest.ok(a.lowerAll(a.layout(type), values));
        Values lifted = Guest.ok(a.liftAll(a.layout(type), there));
        long[] here = Guest.ok(b.lowerAll(b.layout(type), lifted));
        assertEquals(values, Guest.ok(b.liftAll(b.layout(type), here)), type.toString());
      }
    }
  }

  @Test
  @DisplayName("results go through a pointer that the caller gives, and come back as they were")
  void resultsInMemory() {
    ValType type = new ValType.TupleType(List.of(PrimValType.U8, PrimValType.STRING));
    try (Guest guest = new Guest(StringEncoding.UTF8, pick(STRATEGIES, 0), Guest.PAGE)) {
      FuncLayout func = guest.func(List.of(), Optional.of(type));
      Value value = new Value.TupleValue(List.of(new Value.U8(7), new Value.Str("seven")));
      guest.lower.start(
          guest.context(), func.results(), Values.of(value), FuncLayout.MAX_FLAT_RESULTS, 4096);
      assertEquals(0, Guest.ok(guest.finish()).length);
      Result<Values> lifted =
          guest.lift.values(
              guest.context(), func.results(), FuncLayout.MAX_FLAT_RESULTS, new long[] {4096});
      assertEquals(Values.of(value), Guest.ok(lifted));
    }
  }

  @Test
  @DisplayName("handles go through the handle scope, and its traps end lifting")
  void handles() {
    ResourceType counter = () -> "counter";
    ValType own = new ValType.OwnType(counter);
    ValType borrows = new ValType.ListType(new ValType.BorrowType(counter));
    try (Guest guest = new Guest(StringEncoding.UTF8, pick(STRATEGIES, 0), Guest.PAGE)) {
      Value first = new Value.Handle(counter, 41, true);
      Value second = new Value.Handle(counter, 42, false);
      Values values = Values.of(first, new Value.ListValue(List.of(second, second)));
      Layout layout = guest.layout(own, borrows);
      long[] flat = Guest.ok(guest.lowerAll(layout, values));
      assertEquals(3, guest.handles.size());
      assertEquals(values, Guest.ok(guest.liftAll(layout, flat)));
      Fault refused = Guest.err(guest.liftAll(guest.layout(own), 99));
      assertEquals("no handle", ((Fault.Trap) refused).subject());
    }
  }

  @Test
  @DisplayName("a list given element by element is lowered as its packed form is")
  void unpackedLists() {
    try (Guest guest = new Guest(StringEncoding.UTF8, pick(STRATEGIES, 0), Guest.PAGE)) {
      Layout layout = guest.layout(new ValType.ListType(PrimValType.U8));
      Value plain = new Value.ListValue(List.of(new Value.U8(1), new Value.U8(255)));
      long[] flat = Guest.ok(guest.lowerAll(layout, Values.of(plain)));
      assertEquals(
          Values.of(ByteList.of((byte) 1, (byte) -1)), Guest.ok(guest.liftAll(layout, flat)));
      assertEquals(1, guest.reallocs.size());
    }
  }

  @Test
  @DisplayName(
      "a shared type whose unfolding is exponential is laid out in time linear in its graph")
  void sharedTypes() {
    ValType type = new ValType.ListType(PrimValType.U8);
    for (int i = 0; i < 60; i++) {
      type =
          new ValType.VariantType(
              List.of(
                  new ValType.Case("a", Optional.of(type)),
                  new ValType.Case("b", Optional.of(type))));
    }
    try (Guest guest = new Guest(StringEncoding.UTF8, pick(STRATEGIES, 0), Guest.PAGE)) {
      assertTrue(guest.layout(type).flatCount() > FuncLayout.MAX_FLAT_PARAMS);
    }
  }

  @Test
  @DisplayName("with every budget that is too small, each step gives a fault and leaks nothing")
  void budgets() {
    ValType type =
        new ValType.ListType(new ValType.TupleType(List.of(PrimValType.STRING, PrimValType.U8)));
    Value entry = new Value.TupleValue(List.of(new Value.Str("abc"), new Value.U8(1)));
    Values values = Values.of(new Value.ListValue(List.of(entry, entry, entry)));
    for (MemoryStrategy strategy : STRATEGIES) {
      int refusals = 0;
      try (Guest guest = new Guest(StringEncoding.UTF16, strategy, Guest.PAGE)) {
        Layout layout = guest.layout(type);
        long[] flat = Guest.ok(guest.lowerAll(layout, values));
        guest.crossing.close();
        for (long max = 0; max < 300_000; max += max < 8_192 ? 16 : 4_096) {
          MemoryBudget small = MemoryBudget.root("small", max);
          refusals += refused(guest, small, strategy, layout, flat) ? 1 : 0;
          assertEquals(0, small.reservedBytes());
        }
      }
      assertTrue(refusals > 10 && refusals < 575, strategy + " " + refusals);
    }
  }

  private static boolean refused(
      Guest guest, MemoryBudget small, MemoryStrategy strategy, Layout layout, long[] flat) {
    return switch (Crossings.create(small, strategy, 2)) {
      case Result.Err<Crossings> err -> {
        assertTrue(err.fault() instanceof Fault.BudgetFault);
        yield true;
      }
      case Result.Ok<Crossings> ok -> {
        Crossing crossing = ok.value().crossing();
        LiftLowerContext cx =
            new LiftLowerContext(guest.memory, guest.encoding, guest.context().handles(), crossing);
        Result<Values> lifted = guest.lift.values(cx, layout, FuncLayout.MAX_FLAT_PARAMS, flat);
        crossing.close();
        ok.value().close();
        yield lifted instanceof Result.Err<Values> err && err.fault() instanceof Fault.BudgetFault;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  @DisplayName("random values conform to their own type")
  void conformity(long seed) {
    RandomValues random = new RandomValues(seed);
    for (int i = 0; i < 200; i++) {
      ValType type = random.type(5);
      ComponentFuncType func =
          new ComponentFuncType(List.of(new ComponentFuncType.Param("p", type)), Optional.empty());
      assertNull(Conformity.arguments("f", func, Values.of(random.value(type))));
    }
  }
}
