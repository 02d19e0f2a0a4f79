package dev.wrt.decoder.component;

import static dev.wrt.decoder.component.Bytes.component;
import static dev.wrt.decoder.component.Bytes.of;
import static dev.wrt.decoder.component.Bytes.section;
import static dev.wrt.decoder.component.Bytes.types;
import static dev.wrt.decoder.component.Bytes.u32;
import static dev.wrt.decoder.component.Bytes.vec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.Limits;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every limit of components holds at max-1, max and max+1.
// [utest->req~decoder-limits~1]
final class ComponentLimitsTest {
  private static final int MAX = 20;
  private static final byte[] MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};

  /// For each limit, a component that declares so many.
  private static final Map<String, IntFunction<byte[]>> COMPONENTS = new TreeMap<>();

  static {
    COMPONENTS.put("bytes", n -> component(section(0, 0, new byte[n - 11])));
    COMPONENTS.put("componentDepth", ComponentLimitsTest::nested);
    COMPONENTS.put("coreModules", n -> component(repeat(n, section(1, MODULE))));
    COMPONENTS.put("definitions", n -> types(n, repeat(n, of(0x7d))));
    COMPONENTS.put("declarations", n -> types(1, 0x42, vec(n, 1, 0x7d)));
    COMPONENTS.put("typeSize", n -> types(1, 0x6f, vec(n - 1, 0x7d)));
    COMPONENTS.put("typeDepth", ComponentLimitsTest::deep);
    COMPONENTS.put("typeParts", n -> types(1, 0x6f, vec(n, 0x7d)));
    COMPONENTS.put("instantiationArgs", ComponentLimitsTest::arguments);
    COMPONENTS.put("nameBytes", n -> component(section(0, "n".repeat(n))));
    COMPONENTS.put("types", n -> coreTypes(n, ComponentLimitsTest::withParams));
    COMPONENTS.put("recGroupTypes", n -> component(section(3, 1, 0x4e, vec(n, 0x5f, 0))));
    COMPONENTS.put("fields", n -> component(section(3, 1, 0x5f, vec(n, 0x78, 0))));
    COMPONENTS.put("params", n -> component(section(3, 1, 0x60, vec(n, 0x7f), 0)));
    COMPONENTS.put("results", n -> component(section(3, 1, 0x60, 0, vec(n, 0x7f))));
    COMPONENTS.put(
        "subtypeDepth",
        n -> coreTypes(n + 1, i -> of(0, 0x50, vec(i > 0 ? 1 : 0, i - 1), 0x5f, 0)));
    COMPONENTS.put("customSections", n -> component(repeat(n, section(0, "n"))));
  }

  private static byte[] coreTypes(int n, IntFunction<byte[]> type) {
    byte[] all = new byte[0];
    for (int i = 0; i < n; i++) {
      all = of(all, type.apply(i));
    }
    return component(section(3, u32(n), all));
  }

  private static byte[] withParams(int n) {
    return of(0x60, vec(n, 0x7f), 0);
  }

  private static byte[] repeat(int n, byte[] part) {
    return Arrays.copyOfRange(vec(n, part), u32(n).length, u32(n).length + n * part.length);
  }

  private static byte[] nested(int n) {
    byte[] inner = component();
    for (int i = 1; i < n; i++) {
      inner = component(section(4, inner));
    }
    return inner;
  }

  /// Lists in each other around a `u8`.
  private static byte[] deep(int n) {
    byte[] all = of(0x70, 0x7d);
    for (int i = 0; i + 2 < n; i++) {
      all = of(all, 0x70, i);
    }
    return types(n - 1, all);
  }

  /// An instance of a type under different names.
  private static byte[] arguments(int n) {
    byte[] exports = new byte[0];
    for (int i = 0; i < n; i++) {
      exports = of(exports, 0, "a" + i, 3, 0);
    }
    return component(section(7, 1, 0x7d), section(5, 1, 1, u32(n), exports));
  }

  static Set<String> limits() {
    return COMPONENTS.keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("limits")
  @DisplayName("one more than the limit is a fault that names it, as many as the limit are none")
  void holds(String limit) throws ReflectiveOperationException {
    Limits limits = with(limit, MAX);
    Bytes.valid(COMPONENTS.get(limit).apply(MAX - 1), limits).close();
    Bytes.valid(COMPONENTS.get(limit).apply(MAX), limits).close();
    Fault fault = Bytes.fault(COMPONENTS.get(limit).apply(MAX + 1), limits);
    Fault.LimitFault found = assertInstanceOf(Fault.LimitFault.class, fault);
    assertEquals(limit, found.limit());
    assertEquals(MAX, found.max());
  }

  @Test
  @DisplayName("more canonical options than the limit are a fault before any of them is read")
  void canonOptions() throws ReflectiveOperationException {
    Limits limits = with("canonOptions", MAX);
    byte[] many = component(section(8, 1, 1, 0, 0, vec(MAX + 1, 3, 0)));
    byte[] fewer = component(section(8, 1, 1, 0, 0, vec(MAX, 3, 0)));
    assertInstanceOf(Fault.LimitFault.class, Bytes.fault(many, limits));
    assertEquals(ValidationCode.OPTION_DUPLICATE, Bytes.fault(fewer, limits).code());
  }

  /// The standard limits with one field changed.
  private static Limits with(String limit, int max) throws ReflectiveOperationException {
    RecordComponent[] fields = Limits.class.getRecordComponents();
    Object[] values = new Object[fields.length];
    Class<?>[] types = new Class<?>[fields.length];
    for (int i = 0; i < fields.length; i++) {
      types[i] = fields[i].getType();
      Object standard = fields[i].getAccessor().invoke(Limits.standard());
      Object changed = types[i] == long.class ? (Object) (long) max : (Object) max;
      values[i] = fields[i].getName().equals(limit) ? changed : standard;
    }
    return Limits.class.getDeclaredConstructor(types).newInstance(values);
  }
}
