package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.s33;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static dev.wrt.decoder.core.Wasm.vec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Type sections made to be expensive: they are read in time about linear to their bytes, and in
/// the storage that they have reserved, or refused.
// [utest->req~core-type-definitions~1]
final class HostileTypesTest {
  private static final int MILLION = 1_000_000;
  private static final long BUDGET = 512 << 20;

  /// Some tens of thousands of groups take thousands of times longer in quadratic time.
  private static final int FAR_FROM_QUADRATIC = 200;

  private static final int SEEDS = 20_000;

  private static Result<Module> decoded(byte[] module, long maxBytes) {
    MemoryBudget budget = MemoryBudget.root("test", maxBytes);
    Result<Module> result =
        Module.decode(module, 0, module.length, DecoderOptions.of(Features.ALL), budget);
    if (result instanceof Result.Ok<Module>(Module valid)) {
      assertEquals(budget.reservedBytes(), valid.reservedBytes());
      valid.close();
    }
    assertEquals(0, budget.reservedBytes());
    return result;
  }

  /// Structures of which each refers to the one before: no two are equal.
  private static byte[] chained(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes(0x5F, 0));
    for (int i = 1; i < count; i++) {
      out.writeBytes(bytes(0x5F, 1, 0x63, s33(i - 1), 0));
    }
    return out.toByteArray();
  }

  /// Groups of two that refer to each other and to the group before.
  private static byte[] pairs(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      int before = Math.max(2 * i - 2, 0);
      out.writeBytes(bytes(0x4E, 2, 0x5F, 1, 0x63, s33(2 * i + 1), 0));
      out.writeBytes(bytes(0x5F, 2, 0x63, s33(2 * i), 0, 0x63, s33(before), 0));
    }
    return out.toByteArray();
  }

  @Test
  @DisplayName("a million groups, equal or not, or one group of a million, are read")
  void many() {
    Map<String, byte[]> sections = new TreeMap<>();
    sections.put("equal", vec(MILLION, 0x5F, 0));
    sections.put("in one group", bytes(1, 0x4E, vec(MILLION, 0x5F, 0)));
    sections.put("empty groups", vec(MILLION, 0x4E, 0));
    sections.put("chained", bytes(u32(MILLION), chained(MILLION)));
    sections.put("pairs", bytes(u32(MILLION / 2), pairs(MILLION / 2)));
    sections.forEach((name, types) -> {
      byte[] module = Wasm.module(section(1, types));
      assertInstanceOf(Result.Ok.class, decoded(module, BUDGET), name);
      assertInstanceOf(Result.Err.class, decoded(module, 1 << 20), name);
    });
  }

  /// Groups with equal hashes: 961 is 31 * 31, and a reference to type 1 and then to type 0 counts
  /// like one to type 0 and then to type 961.
  private static byte[] colliding(int pairs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(chained(962));
    for (int i = 0; i < 1 << pairs; i++) {
      out.writeBytes(bytes(0x5F, u32(2 * pairs)));
      for (int bit = 0; bit < pairs; bit++) {
        boolean first = (i >> bit & 1) == 0;
        out.writeBytes(
            first
                ? bytes(0x64, s33(0), 0, 0x64, s33(961), 0)
                : bytes(0x64, s33(1), 0, 0x64, s33(0), 0));
      }
    }
    return out.toByteArray();
  }

  private static RecGroup form(Module module, int typeidx) {
    int words = RecGroup.words(module.types(), typeidx, 1);
    return RecGroup.of(module.types(), typeidx, 1, words);
  }

  @Test
  @DisplayName("groups whose hashes are the same are told apart in time")
  void collisions() {
    int pairs = 15;
    int count = 962 + (1 << pairs);
    byte[] bytes = Wasm.module(section(1, u32(count), colliding(pairs)));
    byte[] others = Wasm.module(section(1, u32(10 * count), chained(10 * count)));
    long start = System.nanoTime();
    assertInstanceOf(Result.Ok.class, decoded(others, BUDGET));
    long middle = System.nanoTime();
    Module module = Wasm.valid(bytes);
    long end = System.nanoTime();
    assertTrue(end - middle < FAR_FROM_QUADRATIC * (middle - start));
    RecGroup first = form(module, 962);
    RecGroup last = form(module, count - 1);
    assertEquals(first.hashCode(), last.hashCode());
    assertNotEquals(first, last);
    assertEquals(count - 1, module.canonical(count - 1));
  }

  @Test
  @DisplayName("types that a module without types refers to are unknown wherever that is")
  void noTypes() {
    byte[] nullRef = bytes(0xD0, 0, Wasm.END);
    byte[] table = section(4, 1, Wasm.FUNCREF, 0, 0);
    byte[][] modules = {
      Wasm.module(section(2, 1, "m", "t", 1, 0x63, 0, 0, 0)),
      Wasm.module(section(2, 1, "m", "g", 3, 0x64, 0, 0)),
      Wasm.module(section(2, 1, "m", "e", 4, 0, 0)),
      Wasm.module(section(4, 1, 0x63, 0, 0, 0)),
      Wasm.module(section(6, 1, 0x64, 0, 0, nullRef)),
      Wasm.module(section(6, 1, Wasm.FUNCREF, 0, nullRef)),
      Wasm.module(table, section(9, 1, 6, 0, 0x41, 0, Wasm.END, 0x63, 0, 1, nullRef)),
      Wasm.module(table, section(9, 1, 5, 0x63, 0, 1, nullRef)),
      Wasm.module(section(13, 1, 0, 0))
    };
    for (byte[] module : modules) {
      assertEquals(DecoderCode.UNKNOWN_TYPE, Wasm.fault(module).code());
    }
  }

  @Test
  @DisplayName("random changes of a type section are accepted or refused, never more")
  void mutated() {
    byte[] types =
        bytes(
            bytes(6, 0x4E, 3, 0x50, 0, 0x5F, 2, 0x63, 1, 1, 0x78, 0, 0x50, 1, 0, 0x5F, 3),
            bytes(0x63, 1, 1, 0x78, 0, 0x64, 2, 0, 0x60, 1, 0x64, 0, 1, 0x6E),
            bytes(0x50, 0, 0x5E, 0x77, 1, 0x4F, 1, 3, 0x5E, 0x77, 1, 0x60, 1, 0x6C, 0),
            bytes(0x4E, 1, 0x60, 0, 0, 0x4E, 0));
    byte[] module =
        Wasm.module(
            section(1, types),
            section(2, 2, "m", "t", 4, 0, 5, "m", "g", 3, 0x63, 3, 0),
            section(3, 1, 6),
            section(4, 2, 0x63, 2, 5, 0, 9, 0x40, 0, 0x6C, 4, 1, 0xD0, 0x6C, Wasm.END),
            section(5, 2, 5, 0, 1, 0xB, 1, 2, 0),
            section(13, 1, 0, 6),
            section(6, 1, 0x63, 0, 1, 0xD0, 0, Wasm.END),
            section(10, 1, 2, 0, Wasm.END));
    assertInstanceOf(Result.Ok.class, decoded(module, 1 << 20));
    int accepted = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] changed = module.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt(256);
      }
      accepted += decoded(changed, 1 << 20) instanceof Result.Ok ? 1 : 0;
    }
    assertTrue(accepted > 0 && accepted < SEEDS);
  }
}
