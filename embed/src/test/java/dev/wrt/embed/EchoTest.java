package dev.wrt.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.component.Linker;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EchoTest {
  record Point(int x, int y) {}

  /// The components in another order than the fields.
  record Mixed(String c, Optional<Short> d, byte a, double b) {}

  sealed interface Shape {
    record None() implements Shape {}

    record Circle(float radius) implements Shape {}

    record Box(Point corner) implements Shape {}

    record Label(String text) implements Shape {}
  }

  enum Color {
    RED,
    GREEN,
    BLUE
  }

  enum Access {
    READ,
    WRITE,
    EXECUTE
  }

  record Triple<A, B>(A first, B second, boolean third) {}

  interface Echo extends AutoCloseable {
    boolean boolValue(boolean v);

    byte u8Value(byte v);

    byte s8Value(byte v);

    short u16Value(short v);

    short s16Value(short v);

    int u32Value(int v);

    int s32Value(int v);

    long u64Value(long v);

    long s64Value(long v);

    float f32Value(float v);

    double f64Value(double v);

    int charValue(int v);

    String stringValue(String v);

    byte[] bytes(byte[] v);

    long[] numbers(long[] v);

    List<String> words(List<String> v);

    Point pointValue(Point v);

    Mixed mixedValue(Mixed v);

    Triple<Short, String> tupleValue(Triple<Short, String> v);

    Shape shapeValue(Shape v);

    Color colorValue(Color v);

    Set<Access> accessValue(Set<Access> v);

    Optional<Long> optionValue(Optional<Long> v);

    WitResult<Integer, String> resultValue(WitResult<Integer, String> v);

    default String twice(String text) {
      return stringValue(text + text);
    }

    @Override
    void close();
  }

  private final Echo echo =
      Bindings.orThrow(
          Bindings.export(
              Samples.example("values", new Linker()), "wrt:examples/echo", Echo.class));

  // [utest->req~embed-values~1]
  @Test
  @DisplayName("Every kind of value passes from Java to a component and back")
  void values() {
    assertEquals(true, echo.boolValue(true));
    assertEquals((byte) 200, echo.u8Value((byte) 200));
    assertEquals((byte) -5, echo.s8Value((byte) -5));
    assertEquals((short) 60000, echo.u16Value((short) 60000));
    assertEquals((short) -6, echo.s16Value((short) -6));
    assertEquals(-1, echo.u32Value(-1));
    assertEquals(-7, echo.s32Value(-7));
    assertEquals(-1L, echo.u64Value(-1));
    assertEquals(-8L, echo.s64Value(-8));
    assertEquals(1.5f, echo.f32Value(1.5f));
    assertEquals(2.5, echo.f64Value(2.5));
    assertEquals(0x1F600, echo.charValue(0x1F600));
    assertEquals("grüezi", echo.stringValue("grüezi"));
    assertArrayEquals(new byte[] {1, -1}, echo.bytes(new byte[] {1, -1}));
    assertArrayEquals(new long[] {1, -1L << 40}, echo.numbers(new long[] {1, -1L << 40}));
    assertEquals(List.of("a", "bc"), echo.words(List.of("a", "bc")));
    assertEquals(new Point(1, -2), echo.pointValue(new Point(1, -2)));
    Mixed mixed = new Mixed("c", Optional.of((short) 3), (byte) 255, 0.5);
    assertEquals(mixed, echo.mixedValue(mixed));
    Triple<Short, String> triple = new Triple<>((short) 255, "x", true);
    assertEquals(triple, echo.tupleValue(triple));
    for (Shape shape :
        List.of(
            new Shape.None(),
            new Shape.Circle(1),
            new Shape.Box(new Point(3, 4)),
            new Shape.Label("l"))) {
      assertEquals(shape, echo.shapeValue(shape));
    }
    assertEquals(Color.BLUE, echo.colorValue(Color.BLUE));
    Set<Access> access = EnumSet.of(Access.READ, Access.EXECUTE);
    assertEquals(access, echo.accessValue(access));
    assertEquals(Optional.of(4294967295L), echo.optionValue(Optional.of(4294967295L)));
    assertEquals(Optional.empty(), echo.optionValue(Optional.empty()));
    assertEquals(WitResult.ok(3), echo.resultValue(WitResult.ok(3)));
    assertEquals(WitResult.err("why"), echo.resultValue(WitResult.err("why")));
    assertEquals("abab", echo.twice("ab"));
    echo.close();
  }
}
