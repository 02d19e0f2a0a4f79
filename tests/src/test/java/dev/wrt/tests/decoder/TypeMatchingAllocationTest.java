package dev.wrt.tests.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.TypeMatching;
import dev.wrt.decoder.core.ValType;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What deciding whether one type matches another allocates, by the counters of the JVM.
// [utest->req~core-type-matching~1]
final class TypeMatchingAllocationTest {
  private static final int ROUNDS = 1_000;

  /// An open structure, one below it, and a function type.
  private static final byte[] MODULE = {
    0, 'a', 's', 'm', 1, 0, 0, 0, 1, 13, 3, 0x50, 0, 0x5F, 0, 0x50, 1, 0, 0x5F, 0, 0x60, 0, 0
  };

  @Test
  @DisplayName("matching all types with all others again and again allocates nothing")
  void matching() {
    TypeMatching matching = module().matching();
    int once = matches(matching);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int sum = 0;
    for (int i = 0; i < ROUNDS; i++) {
      sum += matches(matching);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(ROUNDS * once, sum);
    assertTrue(allocated < ROUNDS, allocated + " bytes");
  }

  /// Number of pairs that match, of references to all heap types that can and can't be null.
  private static int matches(TypeMatching matching) {
    int count = 0;
    for (int sub = HeapType.EXN; sub <= HeapType.ofTypeidx(2); sub++) {
      for (int sup = HeapType.EXN; sup <= HeapType.ofTypeidx(2); sup++) {
        if (isHeapType(sub) && isHeapType(sup)) {
          boolean matches = matching.val(ValType.ref(false, sub), ValType.ref(true, sup));
          count += matches ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static boolean isHeapType(int heap) {
    return HeapType.isAbstract(heap) || HeapType.isTypeidx(heap);
  }

  private static Module module() {
    MemoryBudget budget = MemoryBudget.root("test", 1 << 20);
    return switch (Module.decode(MODULE, 0, MODULE.length, DecoderOptions.standard(), budget)) {
      case Result.Ok<Module>(Module module) -> module;
      case Result.Err<Module>(Fault fault) -> throw new AssertionError(fault.toString());
    };
  }
}
