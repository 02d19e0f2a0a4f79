package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.times;
import static dev.wrt.decoder.core.Wasm.u32;
import static dev.wrt.decoder.core.Wasm.vec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Limits;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every limit of core modules holds at max-1, max and max+1.
// [utest->req~decoder-limits~1]
final class LimitsTest {
  private static final int MAX = 40;

  /// The first limit that is of components only.
  private static final String FIRST_OF_COMPONENTS = "componentDepth";

  private static final byte[] NAME = {1, 'n'};

  /// For each limit, a module that declares so many.
  private static final Map<String, IntFunction<byte[]>> MODULES = new TreeMap<>();

  static {
    MODULES.put("bytes", LimitsTest::ofSize);
    MODULES.put("types", n -> Wasm.module(section(1, vec(n, 0x60, 0, 0))));
    MODULES.put("recGroupTypes", n -> Wasm.module(section(1, 1, 0x4E, vec(n, 0x5F, 0))));
    MODULES.put("subtypeDepth", LimitsTest::subtypes);
    MODULES.put("fields", n -> Wasm.module(section(1, 1, 0x5F, vec(n, Wasm.I32, 0))));
    MODULES.put("imports", n -> Wasm.module(section(2, vec(n, NAME, NAME, 3, Wasm.I32, 0))));
    MODULES.put(
        "funcs",
        n -> Wasm.module(Wasm.noType(), section(3, vec(n, 0)), section(10, vec(n, 2, 0, 0x0B))));
    MODULES.put("tables", n -> Wasm.module(section(4, vec(n, Wasm.FUNCREF, 0, 0))));
    MODULES.put("mems", n -> Wasm.module(section(5, vec(n, 0, 0))));
    MODULES.put("globals", n -> Wasm.module(section(6, vec(n, Wasm.I32, 0, 0x41, 0, 0x0B))));
    MODULES.put("tags", n -> Wasm.module(Wasm.noType(), section(13, vec(n, 0, 0))));
    MODULES.put("exports", LimitsTest::exports);
    MODULES.put("elemSegments", n -> Wasm.module(section(9, vec(n, 1, 0, 0))));
    MODULES.put(
        "elemItems", n -> Wasm.module(section(9, 1, 5, Wasm.FUNCREF, vec(n, 0xD0, 0x70, 0x0B))));
    MODULES.put("dataSegments", n -> Wasm.module(section(11, vec(n, 1, 0))));
    MODULES.put("tableElements", n -> Wasm.module(section(4, 1, Wasm.FUNCREF, 0, u32(n))));
    MODULES.put("memoryPages", n -> Wasm.module(section(5, 1, 0, u32(n))));
    MODULES.put("params", n -> Wasm.module(section(1, 1, 0x60, vec(n, Wasm.I32), 0)));
    MODULES.put("results", n -> Wasm.module(section(1, 1, 0x60, 0, vec(n, Wasm.I32))));
    MODULES.put("locals", LimitsTest::locals);
    MODULES.put("functionBytes", n -> Wasm.function(times(n - 2, 1)));
    MODULES.put("constBytes", LimitsTest::constant);
    MODULES.put("blockDepth", n -> Wasm.function(times(n - 1, 0x02, 0x40), times(n - 1, Wasm.END)));
    MODULES.put("operandHeight", n -> Wasm.function(times(n, 0x41, 0), times(n, 0x1A)));
    MODULES.put("branchTargets", n -> Wasm.function(0x41, 0, 0x0E, vec(n, 0), 0));
    MODULES.put("catches", n -> Wasm.function(0x1F, 0x40, vec(n, 2, 0), Wasm.END));
    MODULES.put("arrayNewFixed", LimitsTest::arrayNewFixed);
    MODULES.put("nameBytes", n -> Wasm.module(section(0, "n".repeat(n))));
    MODULES.put("customSections", n -> Wasm.module(times(n, section(0, NAME))));
  }

  /// A module of a size, filled up by a custom section.
  private static byte[] ofSize(int n) {
    return Wasm.module(section(0, 0, new byte[n - 8 - 3]));
  }

  /// A type with so many above it.
  private static byte[] subtypes(int n) {
    byte[] types = bytes(0x50, 0, 0x5F, 0);
    for (int i = 0; i < n; i++) {
      types = bytes(types, 0x50, 1, u32(i), 0x5F, 0);
    }
    return Wasm.module(section(1, u32(n + 1), types));
  }

  private static byte[] arrayNewFixed(int n) {
    byte[] body = bytes(times(n, 0x41, 0), 0xFB, 8, 1, u32(n), 0x1A);
    return Wasm.module(
        section(1, 2, 0x60, 0, 0, 0x5E, Wasm.I32, 0), section(3, 1, 0), Wasm.codeOf(body));
  }

  private static byte[] exports(int n) {
    byte[] names =
        IntStream.range(0, n)
            .mapToObj(i -> bytes("e" + i, 3, 0))
            .reduce(new byte[0], (a, b) -> bytes(a, b));
    byte[] global = section(6, 1, Wasm.I32, 0, 0x41, 0, 0x0B);
    return Wasm.module(global, section(7, u32(n), names));
  }

  /// A constant expression of a size: a constant, of one to three bytes, and additions.
  private static byte[] constant(int n) {
    byte[] first = bytes(0x41, times(n % 3, 0x80), 0);
    byte[] additions = times((n - first.length - 1) / 3, 0x41, 0, 0x6A);
    return Wasm.module(section(6, 1, Wasm.I32, 0, first, additions, Wasm.END));
  }

  /// Three locals are parameters, the others in two groups.
  private static byte[] locals(int n) {
    byte[] code = bytes(2, u32(n - 4), Wasm.I32, 1, Wasm.F64, Wasm.END);
    return Wasm.module(
        section(1, 1, 0x60, vec(3, Wasm.I64), 0),
        section(3, 1, 0),
        section(10, 1, u32(code.length), code));
  }

  static Set<String> limits() {
    return MODULES.keySet();
  }

  @ParameterizedTest
  @MethodSource("limits")
  @DisplayName("a quantity below and at its limit is accepted, above it is a fault with its name")
  void holds(String limit) {
    assertTrue(accepted(limit, MAX - 1));
    assertTrue(accepted(limit, MAX));
    Fault fault = Wasm.fault(MODULES.get(limit).apply(MAX + 1), with(limit));
    assertEquals(new Fault.LimitFault(DecoderCode.LIMIT_EXCEEDED, limit, MAX + 1, MAX), fault);
  }

  private static boolean accepted(String limit, int n) {
    byte[] module = MODULES.get(limit).apply(n);
    return switch (Wasm.decode(module, with(limit))) {
      case dev.wrt.bounded.Result.Ok<Module> ok -> true;
      case dev.wrt.bounded.Result.Err<Module>(Fault fault) ->
          throw new AssertionError(fault.toString());
    };
  }

  @Test
  @DisplayName("every limit of core modules is tested")
  void complete() {
    Set<String> ofCore = new TreeSet<>();
    for (RecordComponent component : Limits.class.getRecordComponents()) {
      if (component.getName().equals(FIRST_OF_COMPONENTS)) {
        break;
      }
      ofCore.add(component.getName());
    }
    assertEquals(ofCore, MODULES.keySet());
  }

  @Test
  @DisplayName("the sum of locals is what counts, and 2^32 of them are malformed")
  void localsSum() {
    Fault sum = Wasm.fault(locals(100_000));
    assertInstanceOf(Fault.LimitFault.class, sum);
    byte[] code = bytes(2, u32(0xFFFF_FFFFL), Wasm.I32, 1, Wasm.I32, Wasm.END);
    byte[] module =
        Wasm.module(Wasm.noType(), section(3, 1, 0), section(10, 1, u32(code.length), code));
    assertEquals(DecoderCode.TOO_MANY_LOCALS, Wasm.fault(module).code());
  }

  @Test
  @DisplayName("imported tables, memories, globals and tags count like defined ones")
  void imported() {
    byte[] table = bytes(NAME, NAME, 1, Wasm.FUNCREF, 0, 0);
    byte[] tables =
        Wasm.module(section(2, vec(MAX, table)), section(4, vec(1, Wasm.FUNCREF, 0, 0)));
    assertEquals("tables", ((Fault.LimitFault) Wasm.fault(tables, with("tables"))).limit());
    byte[] memory = bytes(NAME, NAME, 2, 0, 0);
    byte[] memories = Wasm.module(section(2, vec(MAX, memory)), section(5, vec(1, 0, 0)));
    assertEquals("mems", ((Fault.LimitFault) Wasm.fault(memories, with("mems"))).limit());
    byte[] global = bytes(NAME, NAME, 3, Wasm.I32, 0);
    byte[] globals =
        Wasm.module(section(2, vec(MAX, global)), section(6, vec(1, Wasm.I32, 0, 0x41, 0, 0x0B)));
    assertEquals("globals", ((Fault.LimitFault) Wasm.fault(globals, with("globals"))).limit());
    byte[] tag = bytes(NAME, NAME, 4, 0, 0);
    byte[] tags = Wasm.module(Wasm.noType(), section(2, vec(MAX, tag)), section(13, vec(1, 0, 0)));
    assertEquals("tags", ((Fault.LimitFault) Wasm.fault(tags, with("tags"))).limit());
  }

  /// The standard limits, wide enough for all but one, which is {@link #MAX}.
  private static Limits with(String limit) {
    List<RecordComponent> components = Arrays.asList(Limits.class.getRecordComponents());
    String names = components.stream().map(RecordComponent::getName).collect(Collectors.joining());
    assertTrue(names.contains(limit));
    Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = components.stream().map(c -> value(c, limit)).toArray();
    try {
      return Limits.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object value(RecordComponent component, String limit) {
    boolean chosen = component.getName().equals(limit);
    if (component.getType() == long.class) {
      return chosen ? (long) MAX : Long.MAX_VALUE;
    }
    return chosen ? MAX : 1_000_000;
  }
}
