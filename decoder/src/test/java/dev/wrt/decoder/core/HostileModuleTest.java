package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.times;
import static dev.wrt.decoder.core.Wasm.u32;
import static dev.wrt.decoder.core.Wasm.vec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes are: a module or a typed fault, never an exception, and the budget is back at
/// its start.
// [utest->req~decoder-hostile-module~1]
// [utest->req~decoder-budget~1]
final class HostileModuleTest {
  private static final int SEEDS = 20_000;
  private static final long SMALL_BUDGET = 1 << 20;

  private static final Map<String, byte[]> HOSTILE = new TreeMap<>();

  static {
    byte[] locals = bytes(1, u32(0xFFFF_FFFFL), Wasm.I32, Wasm.END);
    HOSTILE.put(
        "2^32-1 locals",
        Wasm.module(Wasm.noType(), section(3, 1, 0), section(10, 1, u32(locals.length), locals)));
    HOSTILE.put("2^32-1 types announced", Wasm.module(section(1, u32(0xFFFF_FFFFL))));
    HOSTILE.put("a million types announced, none there", Wasm.module(section(1, u32(1_000_000))));
    HOSTILE.put("a custom section of 1 GiB", Wasm.module(0, u32(1 << 30), "n"));
    HOSTILE.put("a custom section of 4 GiB", Wasm.module(0, u32(0xFFFF_FFFFL), "n"));
    HOSTILE.put("a name of 2^28-1 bytes", Wasm.module(section(2, 1, u32((1 << 28) - 1), 0)));
    HOSTILE.put("a name longer than its section", Wasm.module(0, 2, 100, new byte[200]));
    HOSTILE.put("a hundred thousand blocks", Wasm.function(times(100_000, 0x02, 0x40)));
    HOSTILE.put("a br_table of 2^32-1 labels", Wasm.function(0x41, 0, 0x0E, u32(0xFFFF_FFFFL)));
    HOSTILE.put(
        "a function that pushes a thousand results a thousand times",
        Wasm.module(
            section(1, 1, 0x60, 0, vec(1_000, Wasm.I64)),
            section(3, 1, 0),
            section(10, bytes(1, u32(2_002), 0, times(1_000, 0x10, 0), Wasm.END))));
    HOSTILE.put("a data segment of 4 GiB", Wasm.module(section(11, 1, 1, u32(0xFFFF_FFFFL))));
    HOSTILE.put(
        "an element segment of 2^32-1 items", Wasm.module(section(9, 1, 1, 0, u32(0xFFFF_FFFFL))));
  }

  static Set<String> hostile() {
    return HOSTILE.keySet();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @DisplayName("a few bytes that announce much are refused within a budget of 1 MiB")
  void announced(String what) {
    assertInstanceOf(Result.Err.class, decoded(HOSTILE.get(what), SMALL_BUDGET));
  }

  @Test
  @DisplayName("a million types that are there are refused by a budget of 1 MiB")
  void manyTypes() {
    byte[] module = Wasm.module(section(1, vec(1_000_000, 0x60, 0, 0)));
    Fault fault = ((Result.Err<Module>) decoded(module, SMALL_BUDGET)).fault();
    assertEquals(BoundedCode.BUDGET_EXHAUSTED, fault.code());
  }

  @Test
  @DisplayName("a module cut elsewhere than between two sections is refused")
  void truncated() {
    byte[] module = Samples.all();
    Set<Integer> ends = new TreeSet<>(Set.of(8));
    for (int at = 8; at < module.length; at += 2 + module[at + 1]) {
      ends.add(at);
    }
    for (int length = 0; length < module.length; length++) {
      Result<Module> result = decoded(Arrays.copyOf(module, length), SMALL_BUDGET);
      assertTrue(result instanceof Result.Err || ends.contains(length), "cut after " + length);
    }
    assertInstanceOf(Result.Ok.class, decoded(module, SMALL_BUDGET));
  }

  @Test
  @DisplayName("random changes of a module's bytes are accepted or refused, never more")
  void mutated() {
    byte[] module = Samples.all();
    int accepted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] changed = module.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt(256);
      }
      accepted += decoded(changed, SMALL_BUDGET) instanceof Result.Ok ? 1 : 0;
    }
    assertTrue(accepted > 0 && accepted < SEEDS);
  }

  @Test
  @DisplayName("random bytes as a function body are accepted or refused, never more")
  void randomBodies() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] body = new byte[random.nextInt(40)];
      random.nextBytes(body);
      decoded(Samples.module(bytes(0, body)), SMALL_BUDGET);
    }
  }

  @Test
  @DisplayName("the first, second, third... reservation that is refused is a fault, until none is")
  void refusedReservations() {
    byte[] module = Samples.all();
    long enough = 0;
    Result<Module> result = decoded(module, 0);
    while (result instanceof Result.Err<Module>(Fault fault)) {
      Fault.BudgetFault refusal = assertInstanceOf(Fault.BudgetFault.class, fault);
      assertTrue(refusal.requested() > refusal.available());
      enough += refusal.requested() - refusal.available();
      result = decoded(module, enough);
    }
    assertTrue(enough > 0);
  }

  @Test
  @DisplayName("a module inside of a file is decoded with the file's offsets")
  void inside() {
    byte[] module = Wasm.function(0x1A);
    byte[] file = bytes(new byte[100], module, new byte[100]);
    MemoryBudget budget = MemoryBudget.root("test", SMALL_BUDGET);
    Result<Module> result = Module.decode(file, 100, module.length, Limits.standard(), budget);
    Fault.InvalidFault inside = (Fault.InvalidFault) ((Result.Err<Module>) result).fault();
    Fault.InvalidFault alone = (Fault.InvalidFault) Wasm.fault(module);
    assertEquals(100 + alone.offset(), inside.offset());
  }

  /// Decodes, closes, and checks the budget.
  private static Result<Module> decoded(byte[] bytes, long maxBytes) {
    MemoryBudget budget = MemoryBudget.root("test", maxBytes);
    Result<Module> result = Module.decode(bytes, 0, bytes.length, Limits.standard(), budget);
    if (result instanceof Result.Ok<Module>(Module module)) {
      assertTrue(budget.reservedBytes() > 0);
      assertEquals(budget.reservedBytes(), module.reservedBytes());
      module.close();
      module.close();
    }
    assertEquals(0, budget.reservedBytes());
    return result;
  }
}
