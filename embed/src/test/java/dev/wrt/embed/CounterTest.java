package dev.wrt.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.component.Linker;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CounterTest {
  interface Counter extends AutoCloseable {
    int add(int by);

    int value();

    @Override
    void close();
  }

  interface Counters {
    Counter newCounter(int start);

    int counterLarger(Counter a, Counter b);

    int live();

    int run(int start, int[] steps);
  }

  // [utest->req~embed-guest-resource~1]
  @Test
  @DisplayName("A component's resource is an object with methods that ends when it is closed")
  void resource() {
    Counters counters =
        Bindings.orThrow(
            Bindings.export(
                Samples.example("counter", new Linker()), "wrt:examples/counters", Counters.class));
    try (Counter a = counters.newCounter(3);
        Counter b = counters.newCounter(9)) {
      assertEquals(5, a.add(2));
      assertEquals(9, counters.counterLarger(a, b));
      assertEquals(2, counters.live());
      b.close();
      assertEquals(1, counters.live());
      ComponentFault fault = assertThrows(ComponentFault.class, b::value);
      assertEquals(EmbedCode.RESOURCE_GONE, fault.fault().code());
    }
    assertEquals(0, counters.live());
    assertEquals(9, counters.run(5, new int[] {1, 3}));
  }
}
