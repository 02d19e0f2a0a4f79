package dev.wrt.decoder.component;

import static dev.wrt.decoder.component.Bytes.component;
import static dev.wrt.decoder.component.Bytes.of;
import static dev.wrt.decoder.component.Bytes.section;
import static dev.wrt.decoder.component.Bytes.types;
import static dev.wrt.decoder.component.Bytes.u32;
import static dev.wrt.decoder.component.Bytes.vec;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes are: a component or a typed fault, never an exception, and the budget is back
/// at its start.
// [utest->req~decoder-hostile-component~1]
// [utest->req~decoder-budget~1]
final class HostileComponentTest {
  private static final int SEEDS = 20_000;
  private static final long SMALL_BUDGET = 4 << 20;
  private static final Map<String, byte[]> HOSTILE = new TreeMap<>();

  static {
    HOSTILE.put("a million types", component(section(7, vec(1_000_000, 0x7f))));
    HOSTILE.put("2^32-1 types announced", component(section(7, u32(0xFFFF_FFFFL))));
    HOSTILE.put("a million types announced", component(section(7, u32(1_000_000))));
    HOSTILE.put("a name of 2^28-1 bytes", component(section(10, 1, 0, u32((1 << 28) - 1), 0)));
    HOSTILE.put("a custom section of 4 GiB", component(0, u32(0xFFFF_FFFFL), "n"));
    HOSTILE.put("a thousand components in each other", nested(1_000));
    HOSTILE.put("a hundred thousand instance types in each other", nestedTypes(100_000));
    HOSTILE.put("a type of 2^60 nodes", doubling(60));
    HOSTILE.put("a million fields", types(1, 0x6f, vec(1_000_000, 0x7d)));
    HOSTILE.put("an import of 2^60 instances in each other", instances(60));
  }

  /// Components in each other, the innermost one empty.
  private static byte[] nested(int depth) {
    byte[] inner = component();
    for (int i = 1; i < depth; i++) {
      inner = component(section(4, inner));
    }
    return inner;
  }

  /// Instance types in each other, which are not even closed.
  private static byte[] nestedTypes(int depth) {
    byte[] opening = new byte[3 * depth];
    for (int i = 0; i < opening.length; i += 3) {
      System.arraycopy(of(0x42, 1, 1), 0, opening, i, 3);
    }
    return types(1, opening);
  }

  /// Each type is a tuple of the one before, twice.
  private static byte[] doubling(int depth) {
    byte[] all = of(0x6f, 1, 0x7d);
    for (int i = 0; i < depth; i++) {
      all = of(all, 0x6f, 2, i, i);
    }
    return types(depth + 1, all);
  }

  /// Each instance type exports the one before twice and, at the bottom, a resource type.
  private static byte[] instances(int depth) {
    byte[] all = of(0x42, 1, 4, 0, "r", 3, 1);
    for (int i = 0; i < depth; i++) {
      byte[] alias = of(2, 3, 2, 1, i);
      all = of(all, 0x42, 3, alias, 4, 0, "a", 5, 0, 4, 0, "b", 5, 0);
    }
    return component(section(7, u32(depth + 1), all), section(10, 1, 0, "i", 5, depth));
  }

  static Set<String> hostile() {
    return HOSTILE.keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  @DisplayName("is refused within 4 MiB, and the budget is back at its start")
  void refusedWithinASmallBudget(String name) {
    MemoryBudget budget = MemoryBudget.root("test", SMALL_BUDGET);
    Fault fault = Bytes.fault(Component.decode(HOSTILE.get(name), Limits.standard(), budget));
    assertEquals(0, budget.reservedBytes(), fault.toString());
    assertTrue(budget.highWaterBytes() <= SMALL_BUDGET);
  }

  @Test
  @DisplayName("a type that is large only because it repeats itself is refused by its size")
  void sizeOfATypeIsThatOfItsUnfolding() {
    Fault fault = Bytes.fault(doubling(30));
    assertEquals("typeSize", assertInstanceOf(Fault.LimitFault.class, fault).limit());
    Bytes.valid(doubling(15)).close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"everything.wasm", "nested.wasm"})
  @DisplayName("cut off after any byte, it is a fault or a shorter component")
  void truncatedAnywhere(String name) {
    byte[] whole = Bytes.resource(name);
    for (int length = 0; length < whole.length; length++) {
      decode(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"everything.wasm", "nested.wasm"})
  @DisplayName("with random bytes changed, it is a fault or another component")
  void randomBytesChanged(String name) {
    byte[] whole = Bytes.resource(name);
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] changed = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt(256);
      }
      decode(changed);
    }
  }

  @Test
  @DisplayName("random bytes after a preamble are a fault or a component")
  void randomBytes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      decode(component(random.nextInt(13), u32(noise.length), noise));
    }
  }

  @Test
  @DisplayName(
      "whichever reservation is refused, it is a budget fault and nothing is left reserved")
  void everyReservationMayFail() {
    byte[] bytes = Bytes.resource("everything.wasm");
    int refused = 0;
    long max = 0;
    while (true) {
      MemoryBudget budget = MemoryBudget.root("test", max);
      Result<Component> result = Component.decode(bytes, Limits.standard(), budget);
      if (result instanceof Result.Ok<Component> ok) {
        ok.value().close();
        assertEquals(0, budget.reservedBytes());
        assertTrue(refused > 100, refused + " refusals");
        return;
      }
      Fault.BudgetFault fault =
          assertInstanceOf(Fault.BudgetFault.class, Bytes.fault(result), "at " + max);
      assertEquals(BoundedCode.BUDGET_EXHAUSTED, fault.code());
      assertEquals(0, budget.reservedBytes());
      max += fault.requested() - fault.available();
      refused++;
    }
  }

  /// Decodes whatever it is; what is decoded is closed again.
  private static void decode(byte[] bytes) {
    MemoryBudget budget = MemoryBudget.root("test", SMALL_BUDGET);
    if (Component.decode(bytes, Limits.standard(), budget) instanceof Result.Ok<Component> ok) {
      Wit.print(ok.value());
      ok.value().close();
    }
    assertEquals(0, budget.reservedBytes(), () -> Arrays.toString(bytes));
  }
}
