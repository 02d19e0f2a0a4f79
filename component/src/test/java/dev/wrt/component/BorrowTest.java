package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BorrowTest {
  private final ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
  private final ComponentInstance counter = instance(engine, new Linker(), "counter");
  private final List<Handle> seen = new ArrayList<>();

  private ComponentInstance borrower() {
    Linker linker =
        new Linker()
            .define("counters", counter)
            .define("inspect", call -> Result.ok(see(call)))
            .define(
                "swallow",
                call -> {
                  see(call);
                  seen.add((Handle) call.arguments().get(1));
                  return Result.ok(Values.NONE);
                });
    return instance(engine, linker, "borrower");
  }

  private Values see(HostCall call) {
    Handle handle = (Handle) call.arguments().get(0);
    seen.add(handle);
    return u32(handle.rep());
  }

  private Handle made() {
    return (Handle) ok(counter.call("make", u32(5))).get(0);
  }

  // [utest->req~component-handle-ticket~1]
  @Test
  @DisplayName("A guest's resource that is lent to the host is a ticket that ends with the call")
  void lentToHost() {
    ComponentInstance borrower = borrower();
    assertEquals(u32(0x77), ok(borrower.call("lend", u32(0x77))));
    Handle lent = seen.getFirst();
    assertNotEquals(0x77, lent.rep());
    assertEquals(false, lent.own());
    assertEquals(ComponentCode.HANDLE_STALE, fault(counter.call("value", Values.of(lent))).code());
  }

  // [utest->req~component-handle-lent~1]
  @Test
  @DisplayName("A resource can't be given away in the call that it is lent to")
  void givenWhileLent() {
    assertEquals(
        ComponentCode.HANDLE_LENT, fault(borrower().call("give-lent", Values.NONE)).code());
  }

  @Test
  @DisplayName("A resource that a guest gives to the host is the host's to drop")
  void given() {
    ok(borrower().call("give", Values.NONE));
    assertEquals(u32(1), ok(counter.call("dropped", Values.NONE)));
    ok(counter.drop(seen.get(1)));
    assertEquals(u32(10), ok(counter.call("dropped", Values.NONE)));
  }

  // [utest->req~component-handle-lent~1]
  @Test
  @DisplayName("A borrow that is left when its call returns is a trap")
  void left() {
    ComponentInstance borrower = borrower();
    Handle handle = made();
    ok(borrower.call("tidy", Values.of(handle)));
    assertEquals(
        ComponentCode.BORROWS_LEFT, fault(borrower.call("keep", Values.of(handle))).code());
  }

  @Test
  @DisplayName("A handle that the host has lent can be used again, and given away, after the call")
  void lendingEnds() {
    ComponentInstance borrower = borrower();
    Handle handle = made();
    ok(borrower.call("tidy", Values.of(handle)));
    assertEquals(u32(5), ok(counter.call("take", Values.of(handle))));
  }

  @Test
  @DisplayName("A borrow can't be given where an own is needed")
  void notOwned() {
    Handle handle = made();
    Handle asBorrow = new Handle(handle.type(), handle.rep(), false);
    fault(counter.call("take", Values.of(asBorrow)));
  }

  @Test
  @DisplayName("Linked components are closed in any order, the last one gives everything back")
  void closing() {
    long before = ComponentEngine.create(ComponentOptions.standard()).budget().reservedBytes();
    ComponentInstance borrower = borrower();
    counter.close();
    assertEquals(true, counter.budget().reservedBytes() > before);
    borrower.close();
    assertEquals(before, counter.budget().reservedBytes());
    assertEquals(ComponentCode.INSTANCE_CLOSED, fault(borrower.call("give", Values.NONE)).code());
  }
}
