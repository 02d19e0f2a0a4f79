package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.str;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

// [utest->req~async-host-work~1]
class HostTaskTest {
  private final List<CompletableFuture<Result<Values>>> outstanding = new ArrayList<>();
  private final List<Values> asked = new ArrayList<>();

  private final ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());

  private ComponentInstance later() {
    return linked(host(), "later");
  }

  private ComponentInstance linked(Linker linker, String name) {
    return ok(linker.instantiate(engine, ok(Samples.decode(engine, name, Features.ALL))));
  }

  private Linker host() {
    return new Linker()
        .defineAsync(
            "fetch",
            call -> {
              asked.add(call.arguments());
              CompletableFuture<Result<Values>> answer = new CompletableFuture<>();
              outstanding.add(answer);
              return answer;
            });
  }

  @Test
  @DisplayName("A guest that waits for the host is suspended, and goes on with the answer")
  void waits() {
    ComponentInstance later = later();
    Execution one = ok(later.start("one", str("hello")));
    assertInstanceOf(Outcome.Waiting.class, one.run());
    assertFalse(one.wakeup().toCompletableFuture().isDone());
    assertInstanceOf(Outcome.Waiting.class, one.run());
    outstanding.getFirst().complete(Result.ok(str("world")));
    assertTrue(one.wakeup().toCompletableFuture().isDone());
    assertEquals(new Outcome.Returned(str("world")), one.run());
    later.close();
  }

  // [utest->req~async-lower~1]
  // [utest->req~async-backpressure~1]
  @Test
  @DisplayName("A component waits for another one, which answers one question after the other")
  void between() {
    ComponentInstance between = linked(host(), "composition/between");
    ComponentInstance later = linked(new Linker().define("fetch", between), "later");
    Execution both = ok(later.start("both", str("b")));
    assertInstanceOf(Outcome.Waiting.class, both.run());
    assertEquals(1, asked.size());
    outstanding.get(0).complete(Result.ok(str("123")));
    assertInstanceOf(Outcome.Waiting.class, both.run());
    assertEquals(List.of(str("b"), str("b")), asked);
    outstanding.get(1).complete(Result.ok(str("12345")));
    assertEquals(new Outcome.Returned(u32(8)), both.run());
    later.close();
    between.close();
  }

  @Test
  @DisplayName("Two calls can wait at once, and their answers come in any order")
  void several() {
    ComponentInstance later = later();
    Execution first = ok(later.start("one", str("a")));
    Execution both = ok(later.start("both", str("b")));
    assertInstanceOf(Outcome.Waiting.class, first.run());
    assertInstanceOf(Outcome.Waiting.class, both.run());
    outstanding.get(0).complete(Result.ok(str("first")));
    assertEquals(new Outcome.Returned(str("first")), first.run());
    assertEquals(1, asked.size());
    assertInstanceOf(Outcome.Waiting.class, both.run());
    assertEquals(3, asked.size());
    outstanding.get(2).complete(Result.ok(str("12345")));
    assertInstanceOf(Outcome.Waiting.class, both.run());
    outstanding.get(1).complete(Result.ok(str("123")));
    assertEquals(new Outcome.Returned(u32(8)), both.run());
    later.close();
  }

  @Test
  @DisplayName("An answer from another thread ends a call that waits for it")
  void otherThread() throws InterruptedException {
    ComponentInstance later = later();
    Execution one = ok(later.start("one", str("hello")));
    assertInstanceOf(Outcome.Waiting.class, one.run());
    Thread other = new Thread(() -> outstanding.getFirst().complete(Result.ok(str("there"))));
    other.start();
    one.wakeup().toCompletableFuture().join();
    assertEquals(new Outcome.Returned(str("there")), one.run());
    other.join();
    later.close();
  }

  @Test
  @DisplayName("Arguments of a function that answers later stay valid until its answer")
  void arguments() {
    ComponentInstance later = later();
    Execution one = ok(later.start("one", str("hello")));
    assertInstanceOf(Outcome.Waiting.class, one.run());
    assertEquals(str("hello"), asked.getFirst());
    outstanding.getFirst().complete(Result.ok(asked.getFirst()));
    assertEquals(new Outcome.Returned(str("hello")), one.run());
    later.close();
  }

  @Test
  @DisplayName("A guest can give a call of the host up, and the host's stage is cancelled")
  void givenUp() {
    ComponentInstance later = later();
    assertEquals(u32(4), ok(later.call("give-up", str("x"))));
    assertTrue(outstanding.getFirst().isCancelled());
    later.close();
  }

  @Test
  @DisplayName("A host function that fails ends the components with its fault")
  void failure() {
    ComponentInstance later = later();
    Execution one = ok(later.start("one", str("hello")));
    assertInstanceOf(Outcome.Waiting.class, one.run());
    outstanding.getFirst().completeExceptionally(new IllegalStateException("no answer"));
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, one.run());
    Fault.HostFault fault = assertInstanceOf(Fault.HostFault.class, failed.fault());
    assertEquals(ComponentCode.HOST_FAILED, fault.code());
    assertEquals("no answer", fault.detail());
    assertEquals(ComponentCode.CANNOT_ENTER, fault(later.call("one", str("x"))).code());
    later.close();
  }

  @Test
  @DisplayName("Closing while the host has not answered gives everything back")
  void closed() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    var component = ok(Samples.decode(engine, "later", Features.ALL));
    long start = engine.budget().reservedBytes();
    Linker linker = new Linker().defineAsync("fetch", call -> new CompletableFuture<>());
    ComponentInstance later = ok(linker.instantiate(engine, component));
    Execution one = ok(later.start("one", str("hello")));
    assertInstanceOf(Outcome.Waiting.class, one.run());
    later.close();
    assertEquals(start, engine.budget().reservedBytes());
    assertInstanceOf(Outcome.Failed.class, one.run());
  }

  // [utest->req~async-host-work-bytes~1]
  @Test
  @DisplayName("Many calls can wait for the host: they hold no buffer of the pool")
  void many() {
    ComponentInstance later = later();
    assertEquals(u32(1), ok(later.call("flood", str("0123456789".repeat(4)))));
    assertEquals(40, outstanding.size());
    assertEquals(0, later.stats().crossing().poolMisses());
    Execution settling = later.settling();
    assertInstanceOf(Outcome.Waiting.class, settling.run());
    outstanding.forEach(o -> o.complete(Result.ok(str("x"))));
    assertEquals(new Outcome.Returned(Values.NONE), settling.run());
    later.close();
  }

  // [utest->req~async-host-work-bytes~1]
  @Test
  @DisplayName("Calls that wait for the host are paid for, and refused when the budget is used up")
  void paid() {
    ComponentInstance probe = later();
    long needed = probe.budget().reservedBytes();
    probe.close();
    ComponentEngine engine =
        ComponentEngine.create(ComponentOptions.standard().withMemoryBudget(needed + 60_000));
    var component = ok(Samples.decode(engine, "later", Features.ALL));
    Linker linker = new Linker().defineAsync("fetch", call -> new CompletableFuture<>());
    ComponentInstance later = ok(linker.instantiate(engine, component));
    Outcome outcome = ok(later.start("flood", str("0123456789".repeat(20)))).run();
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
    assertInstanceOf(Fault.BudgetFault.class, failed.fault());
    later.close();
  }
}
