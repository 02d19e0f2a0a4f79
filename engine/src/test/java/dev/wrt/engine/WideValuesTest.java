package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Vectors in locals, globals, blocks, branches, calls and calls of the host: two slots that stay
/// together.
class WideValuesTest {
  private static final Map<String, long[]> VECTORS =
      Map.of(
          "a", new long[] {0x0123_4567_89AB_CDEFL, -2},
          "b", new long[] {5, 0x7FFF_0000_FFFF_0001L},
          "c", new long[] {0x1111, 0x2222},
          "0", new long[] {0, 0});

  private Store store;
  private Machine machine;
  private ModuleInst instance;

  @BeforeEach
  void link() {
    store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    machine = Guest.ok(Machine.create(store, Guest.budget()));
    ValType v128 = ValType.V128;
    FuncType swap =
        new FuncType(List.of(v128, ValType.I32, v128), List.of(v128, ValType.I64, v128));
    FuncInst swapped = Guest.ok(store.hostFunc(swap, "swap"));
    instance = Guest.ok(store.instantiate(Guest.module("wide"), List.of(swapped)));
  }

  @AfterEach
  void close() {
    machine.close();
    store.close();
  }

  /// Runs with a pause at every unit of fuel, or without.
  private long[] call(String export, int n, boolean pausing) {
    long[] a = VECTORS.get("a");
    long[] b = VECTORS.get("b");
    long[] args = {n, a[0], a[1], 77, b[0], b[1]};
    Guest.ok(machine.enter((FuncInst) instance.export(export), args));
    machine.fuel(pausing ? 0 : Guest.PLENTY);
    Status status = machine.run();
    while (status != Status.RETURNED) {
      if (status == Status.HOST_CALL) {
        swap(n);
      } else {
        assertEquals(Status.OUT_OF_FUEL, status, () -> machine.fault().toString());
        machine.fuel(machine.fuel() + 1);
      }
      status = machine.run();
    }
    long[] result = {machine.result(0), machine.result(1)};
    machine.leave();
    return result;
  }

  private void swap(int n) {
    long a0 = machine.argument(0);
    long a1 = machine.argument(1);
    assertEquals(n, machine.argument(2));
    long b0 = machine.argument(3);
    long b1 = machine.argument(4);
    machine.reply(0, b0);
    machine.reply(1, b1);
    machine.reply(2, -1);
    machine.reply(3, a0);
    machine.reply(4, a1);
    machine.resume();
  }

  // [utest->req~engine-wide-values~1]
  @ParameterizedTest(name = "{0} gives {1}, {2} or {3}, with pauses and without")
  @CsvSource({
    "old-value, a, a, a",
    "swap-locals, b, b, b",
    "tee, a, a, a",
    "never-set, 0, 0, 0",
    "constant, c, c, c",
    "tee-constant, c, c, c",
    "global-constant, c, c, c",
    "globals, a, a, a",
    "block, a, b, b",
    "loop-swap, b, a, b",
    "branch-down, a, b, b",
    "branch-up-temps, a, a, a",
    "table, b, b, a",
    "table-return, a, b, b",
    "select, b, a, a",
    "select-typed, b, a, a",
    "call, b, b, b",
    "call-indirect, b, a, a",
    "return, b, a, a",
    "return-temp, b, b, b",
    "host, b, b, b",
    "many, a, a, a"
  })
  void places(String export, String at0, String at1, String at2) {
    String[] expected = {at0, at1, at2};
    for (int n = 0; n < expected.length; n++) {
      for (boolean pausing : new boolean[] {false, true}) {
        assertArrayEquals(VECTORS.get(expected[n]), call(export, n, pausing), export + " " + n);
      }
    }
  }

  // [utest->req~engine-wide-values~1]
  @Test
  @DisplayName("A vector in a global is read and written by the host, and its neighbours are kept")
  void globals() {
    call("globals", 0, false);
    GlobalInst low = instance.global(0);
    GlobalInst vector = instance.global(2);
    GlobalInst high = instance.global(3);
    assertArrayEquals(VECTORS.get("a"), new long[] {vector.get(), vector.getHigh()});
    vector.set(1);
    vector.setHigh(2);
    assertArrayEquals(new long[] {1, 2}, new long[] {vector.get(), vector.getHigh()});
    assertEquals(12, low.get());
    assertEquals(21, high.get());
  }
}
