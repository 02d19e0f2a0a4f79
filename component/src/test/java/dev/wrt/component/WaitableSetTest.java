package dev.wrt.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.FaultCode;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

// [utest->req~waitable-builtins~1]
class WaitableSetTest {
  private final MemoryBudget budget = MemoryBudget.root("test", 1 << 20);
  private final Streams streams = new Streams(budget, new HostWork());
  private final HandleTable table =
      new HandleTable(
          budget, 100, 100, new HandleCount(), Verification.of(VerificationLevel.STANDARD));
  private final WaitableSet set = new WaitableSet();

  private CopyEnd end() {
    ValType type = new ValType.StreamType(Optional.of(PrimValType.U8));
    CopyEnd end = new CopyEnd(Samples.ok(streams.open(type)), false);
    table.add(end);
    return end;
  }

  private FaultCode refusal() {
    Fault refusal = set.dropRefusal();
    assertNotNull(refusal);
    return refusal.code();
  }

  private List<Integer> pending(int... choices) {
    List<Integer> order = new ArrayList<>();
    for (int choice : choices) {
      order.add(set.pending(choice).index);
    }
    return order;
  }

  @Test
  @DisplayName("Events come in the order in which they were set, or as the scheduler chooses")
  void order() {
    CopyEnd first = end();
    CopyEnd second = end();
    CopyEnd third = end();
    for (CopyEnd e : List.of(first, second, third)) {
      e.join(set);
    }
    assertFalse(set.hasPendingEvent());
    third.setPendingEvent();
    first.setPendingEvent();
    third.setPendingEvent();
    assertEquals(2, set.pendingCount());
    assertEquals(List.of(third.index, first.index), pending(0, 1));
  }

  @Test
  @DisplayName("A waitable takes its event along to another set, and out of all")
  void join() {
    CopyEnd end = end();
    WaitableSet other = new WaitableSet();
    end.setPendingEvent();
    end.join(set);
    assertTrue(set.hasPendingEvent());
    end.join(other);
    assertFalse(set.hasPendingEvent());
    assertEquals(1, other.pendingCount());
    end.join(null);
    assertFalse(other.hasPendingEvent());
    assertFalse(end.inWaitableSet());
    assertNull(other.dropRefusal());
  }

  @Test
  @DisplayName("A set with waitables, or with threads that wait, can't be dropped")
  void drop() {
    assertNull(set.dropRefusal());
    CopyEnd end = end();
    end.join(set);
    assertEquals(ComponentCode.SET_NOT_EMPTY, refusal());
    set.waits(1);
    assertEquals(ComponentCode.SET_WAITERS, refusal());
    end.join(null);
    assertEquals(ComponentCode.SET_WAITERS, refusal());
  }

  // [utest->req~handles-one-space~1]
  @Test
  @DisplayName("Everything shares one space of indices, and a wrong kind is a trap that says both")
  void oneSpace() {
    assertEquals(Result.ok(1), table.add(set));
    CopyEnd end = end();
    assertEquals(2, end.index);
    assertEquals(Result.ok(3), table.add(new ErrorContextHandle("x")));
    assertEquals(Result.ok(set), table.waitableSet(1));
    Fault.Trap wrong = assertInstanceOf(Fault.Trap.class, Samples.fault(table.waitableSet(2)));
    assertEquals(ComponentCode.HANDLE_KIND, wrong.code());
    assertEquals("2 is the readable end of a stream, expected a waitable set", wrong.subject());
    Samples.fault(table.waitable(3));
    Samples.fault(table.errorContext(1));
    assertEquals(ComponentCode.HANDLE_UNKNOWN, Samples.fault(table.waitable(4)).code());
    table.remove(2);
    assertEquals(Result.ok(2), table.add(new WaitableSet()), "a free index is used first");
  }
}
