package dev.wrt.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.HostInterface;
import dev.wrt.component.Linker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisfitTest {
  private static final ComponentInstance VALUES = Samples.example("values", new Linker());
  private static final ComponentInstance COUNTER = Samples.example("counter", new Linker());

  record Wrong(int x, int z) {}

  record Short(int x) {}

  record WrongType(int x, String y) {}

  sealed interface Shape {
    record None() implements Shape {}

    record Circle(float radius) implements Shape {}

    record Box(int corner) implements Shape {}

    record Label(String text) implements Shape {}
  }

  sealed interface Lacking {
    record None() implements Lacking {}
  }

  enum Colors {
    RED,
    GREEN
  }

  enum MoreColors {
    RED,
    GREEN,
    BLUE,
    PINK
  }

  interface Cases {
    interface Narrow {
      @WitName("u32-value")
      short narrow(int v);
    }

    interface Text {
      @WitName("u32-value")
      String text(int v);
    }

    interface CharOfJava {
      @WitName("char-value")
      int code(char v);
    }

    interface Variable {
      @WitName("string-value")
      <T> T any(String v);
    }

    interface Field {
      @WitName("point-value")
      Wrong point(Wrong v);
    }

    interface Missing {
      @WitName("point-value")
      Short point(Short v);
    }

    interface FieldType {
      @WitName("point-value")
      WrongType point(WrongType v);
    }

    interface NoRecord {
      @WitName("point-value")
      String point(String v);
    }

    interface TupleCount {
      @WitName("tuple-value")
      Short tuple(Short v);
    }

    interface CaseType {
      @WitName("shape-value")
      Shape shape(Shape v);
    }

    interface CaseMissing {
      @WitName("shape-value")
      Lacking shape(Lacking v);
    }

    interface NotSealed {
      @WitName("shape-value")
      Runnable shape(Runnable v);
    }

    interface Constant {
      @WitName("color-value")
      Colors color(Colors v);
    }

    interface Constants {
      @WitName("color-value")
      MoreColors color(MoreColors v);
    }

    interface NoEnum {
      @WitName("color-value")
      int color(int v);
    }

    interface FlagsNoSet {
      @WitName("access-value")
      int access(int v);
    }

    interface FlagsOf {
      @WitName("access-value")
      Set<String> access(Set<String> v);
    }

    interface FlagsRaw {
      @WitName("access-value")
      @SuppressWarnings("rawtypes")
      Set access(Set v);
    }

    interface Option {
      @WitName("option-value")
      Long option(Long v);
    }

    interface OptionOf {
      @WitName("option-value")
      Optional<String> option(Optional<String> v);
    }

    interface NoResult {
      @WitName("result-value")
      int result(int v);
    }

    interface ResultOf {
      @WitName("result-value")
      WitResult<Integer, Integer> result(WitResult<Integer, String> v);
    }

    interface ArrayOf {
      @WitName("numbers")
      int[] numbers(int[] v);
    }

    interface ListOf {
      @WitName("words")
      List<Integer> words(List<Integer> v);
    }

    interface NoList {
      @WitName("words")
      Map<String, String> words(Map<String, String> v);
    }

    interface Stream {
      @WitName("bytes")
      Flow.Publisher<byte[]> bytes(byte[] v);
    }

    interface Count {
      @WitName("u8-value")
      byte value(byte v, byte w);
    }

    interface Nothing {
      @WitName("u8-value")
      void value(byte v);
    }
  }

  static List<Class<?>> cases() {
    return List.of(Cases.class.getClasses());
  }

  // [utest->req~embed-checked-when-bound~1]
  @ParameterizedTest(name = "{0}")
  @org.junit.jupiter.params.provider.MethodSource("cases")
  @DisplayName("A Java type that does not fit is refused with both types and the place")
  void misfit(Class<?> type) {
    LinkFault fault =
        Samples.fault(LinkFault.class, Bindings.export(VALUES, "wrt:examples/echo", type));
    assertEquals(EmbedCode.TYPE_MISMATCH, fault.code());
    assertTrue(fault.name().startsWith("wrt:examples/echo#"), fault.name());
    assertTrue(!fault.expected().isEmpty() && !fault.found().isEmpty(), fault.toString());
  }

  interface Deep {
    @WitName("shape-value")
    Shape shape(Shape v);
  }

  // [utest->req~embed-checked-when-bound~1]
  @Test
  @DisplayName("The place goes down to the part")
  void place() {
    LinkFault fault =
        Samples.fault(LinkFault.class, Bindings.export(VALUES, "wrt:examples/echo", Deep.class));
    assertEquals("wrt:examples/echo#shape-value(v).box", fault.name());
    assertEquals("record { x: s32, y: s32 }", fault.expected());
    assertEquals("int", fault.found());
  }

  interface Unknown {
    void unheardOf();
  }

  interface NoResource {
    String newCounter(int start);
  }

  interface WrongMethod {
    interface Counter extends AutoCloseable {
      int multiply(int by);
    }

    Counter newCounter(int start);
  }

  // [utest->req~embed-checked-when-bound~1]
  @Test
  @DisplayName("Functions, methods, resources and interfaces that are not there are named")
  void missing() {
    LinkFault unknown =
        Samples.fault(LinkFault.class, Bindings.export(VALUES, "wrt:examples/echo", Unknown.class));
    assertEquals(EmbedCode.FUNCTION_MISSING, unknown.code());
    assertEquals("unheard-of", unknown.expected());
    assertEquals(
        EmbedCode.INTERFACE_MISSING,
        Samples.fault(LinkFault.class, Bindings.export(VALUES, "wrt:examples/no", Unknown.class))
            .code());
    assertEquals(
        EmbedCode.NOT_AN_INTERFACE,
        Samples.fault(LinkFault.class, Bindings.export(VALUES, "wrt:examples/echo", String.class))
            .code());
    String counters = "wrt:examples/counters";
    assertEquals(
        EmbedCode.TYPE_MISMATCH,
        Samples.fault(LinkFault.class, Bindings.export(COUNTER, counters, NoResource.class))
            .code());
    assertEquals(
        EmbedCode.FUNCTION_MISSING,
        Samples.fault(LinkFault.class, Bindings.export(COUNTER, counters, WrongMethod.class))
            .code());
  }

  /// Lacks most, and has a wrong type.
  public static class Prices {
    public int lookup(String item) {
      return item.length();
    }
  }

  /// Has two methods of as many parameters.
  public static class Twice {
    public WitResult<Integer, String> lookup(String item) {
      return WitResult.ok(1);
    }

    public WitResult<Integer, String> lookup(List<String> item) {
      return WitResult.ok(2);
    }
  }

  // [utest->req~embed-checked-when-bound~1]
  // [utest->req~embed-host-object~1]
  @ParameterizedTest
  @ValueSource(strings = {"Prices", "Twice"})
  @DisplayName("Host code that does not fit is refused when a component is linked")
  void host(String which) {
    Object object = which.equals("Prices") ? new Prices() : new Twice();
    HostInterface prices = Bindings.host("wrt:examples/prices", object);
    Result<ComponentInstance> linked =
        Samples.instantiated(
            Samples.exampleBytes("basket"), new Linker().define("wrt:examples/prices", prices));
    LinkFault fault = Samples.fault(LinkFault.class, linked);
    assertEquals(
        which.equals("Prices") ? EmbedCode.TYPE_MISMATCH : EmbedCode.METHOD_AMBIGUOUS,
        fault.code());
    assertTrue(fault.name().startsWith("wrt:examples/prices#lookup"), fault.name());
  }
}
