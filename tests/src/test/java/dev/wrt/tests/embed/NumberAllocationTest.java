package dev.wrt.tests.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Linker;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import dev.wrt.embed.Bindings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What lists of numbers allocate on their way from a Java array through a component and back.
class NumberAllocationTest {
  interface Arrays {
    long[] numbers(long[] v);
  }

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  // [utest->req~embed-number-arrays~1]
  @Test
  @DisplayName("A list of 4,096 numbers costs a few copies of it, not an object for each number")
  void allocation() throws IOException {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    byte[] bytes = Files.readAllBytes(Path.of("../examples/values/values.component.wasm"));
    Component component =
        Bindings.orThrow(Component.decode(bytes, Limits.standard(), engine.budget()));
    ComponentInstance values = Bindings.orThrow(new Linker().instantiate(engine, component));
    Arrays arrays = Bindings.orThrow(Bindings.export(values, "wrt:examples/echo", Arrays.class));
    long[] numbers = new long[4_096];
    for (int i = 0; i < 20; i++) {
      arrays.numbers(numbers);
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long[] back = arrays.numbers(numbers);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertEquals(numbers.length, back.length);
    assertTrue(allocated < 6L * Long.BYTES * numbers.length, "allocated " + allocated);
  }
}
