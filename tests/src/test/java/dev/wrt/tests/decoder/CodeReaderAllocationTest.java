package dev.wrt.tests.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Module;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What reading code allocates, by the counters of the JVM.
// [utest->req~core-code-reading~1]
final class CodeReaderAllocationTest {
  private static final int BLOCKS = 100;
  private static final int INSTRUCTIONS = 6 * BLOCKS + 1;
  private static final int ROUNDS = 100;

  /// `block (i32.const 0) drop (i64.const 0) drop end`.
  private static final byte[] BLOCK = {2, 0x40, 0x41, 0, 0x1A, 0x42, 0, 0x1A, 0x0B};

  @Test
  @DisplayName("walking over code again and again allocates nothing")
  void walk() {
    Module module = module();
    CodeReader reader = new CodeReader(module);
    walk(module, reader);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      assertEquals(INSTRUCTIONS, walk(module, reader));
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < ROUNDS * INSTRUCTIONS, allocated + " bytes");
  }

  private static int walk(Module module, CodeReader reader) {
    reader.enter(module.funcs().getFirst());
    int instructions = 0;
    while (reader.next()) {
      instructions++;
    }
    return instructions;
  }

  /// A module with one function of so many blocks.
  private static Module module() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    out.writeBytes(new byte[] {1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0});
    int body = 1 + BLOCKS * BLOCK.length + 1;
    out.writeBytes(new byte[] {10, (byte) (body + 3 & 0x7F | 0x80), (byte) (body + 3 >> 7), 1});
    out.writeBytes(new byte[] {(byte) (body & 0x7F | 0x80), (byte) (body >> 7), 0});
    for (int i = 0; i < BLOCKS; i++) {
      out.writeBytes(BLOCK);
    }
    out.write(0x0B);
    byte[] bytes = out.toByteArray();
    MemoryBudget budget = MemoryBudget.root("test", 1 << 20);
    return switch (Module.decode(bytes, 0, bytes.length, Limits.standard(), budget)) {
      case Result.Ok<Module>(Module module) -> module;
      case Result.Err<Module>(var fault) -> throw new AssertionError(fault.toString());
    };
  }
}
