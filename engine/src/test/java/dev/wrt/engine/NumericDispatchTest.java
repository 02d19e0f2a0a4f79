package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;
import dev.wrt.decoder.core.ValType;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every numeric row of the opcode table, executed in each shape that the translator may give it:
/// operands in locals, a constant on either side, and as the condition of a branch.
class NumericDispatchTest {
  private static final long[] I32S = {
    0, 1, 2, 5, 31, 33, 0x7F, 0x80, 0x7FFF, 0x8000, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL
  };
  private static final long[] I64S = {
    0,
    1,
    -1,
    5,
    63,
    65,
    0x8000,
    0x7FFF_FFFFL,
    0x8000_0000L,
    -0x8000_0000L,
    0xFFFF_FFFFL,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };
  private static final float[] F32S = {
    0,
    -0.0f,
    1,
    -1.5f,
    0.5f,
    2.5f,
    1e10f,
    -2e19f,
    3e38f,
    Float.MIN_VALUE,
    Float.NaN,
    Float.POSITIVE_INFINITY
  };
  private static final double[] F64S = {
    0,
    -0.0,
    1,
    -1.5,
    0.5,
    2.5,
    1e10,
    2147483648.5,
    -2e19,
    1e308,
    Double.MIN_VALUE,
    Double.NaN,
    Double.NEGATIVE_INFINITY
  };

  static Stream<Opcode> numeric() {
    return Arrays.stream(Opcode.values())
        .filter(op -> op.rule() == Rule.PLAIN && op.operandCount() > 0)
        .filter(op -> op.prefix() == 0 || op.code() <= 7);
  }

  @Test
  @DisplayName("The kinds of register code are the codes of the opcode table")
  void kinds() throws IllegalAccessException {
    int compared = 0;
    for (Field field : Op.class.getDeclaredFields()) {
      Opcode op = opcode(field.getName());
      if (op != null && field.getType() == int.class && isKindOfTable(op)) {
        int expected = op.prefix() == 0 ? op.code() : Op.I32_TRUNC_SAT_F32_S + op.code();
        assertEquals(expected, field.getInt(null), field.getName());
        compared++;
      }
    }
    assertTrue(compared > 150, "rows compared: " + compared);
  }

  private static Opcode opcode(String name) {
    return Arrays.stream(Opcode.values())
        .filter(op -> op.name().equals(name))
        .findAny()
        .orElse(null);
  }

  private static boolean isKindOfTable(Opcode op) {
    boolean memory = op == Opcode.MEMORY_SIZE || op == Opcode.MEMORY_GROW;
    boolean numeric = op.rule() == Rule.PLAIN && op.operandCount() > 0;
    return !memory && (numeric || op.rule() == Rule.MEMARG);
  }

  // [utest->req~engine-numerics~1]
  @ParameterizedTest(name = "{0} gives in every shape what its definition says")
  @MethodSource("numeric")
  void everyShape(Opcode op) throws ReflectiveOperationException {
    long[] lefts = values(op.operand(0));
    long[] rights = op.operandCount() == 2 ? values(op.operand(1)) : new long[] {0};
    for (long y : rights) {
      try (Guest guest = guest(op, lefts, y)) {
        for (int i = 0; i < lefts.length; i++) {
          Object expected = expected(op, lefts[i], y);
          String at = op + " " + Long.toHexString(lefts[i]) + " " + Long.toHexString(y);
          assertEquals(expected, outcome(guest, "locals", lefts[i], y), at);
          if (op.operandCount() == 2) {
            assertEquals(expected, outcome(guest, "right", lefts[i], y), at + " right constant");
            assertEquals(expected, outcome(guest, "left" + i, lefts[i], y), at + " left constant");
          }
          if (op.result(0) == ValType.I32.code() && expected instanceof Long value) {
            Object taken = (int) value.longValue() != 0 ? 1L : 2L;
            assertEquals(taken, outcome(guest, "branch", lefts[i], y), at + " branch");
          }
        }
      }
    }
  }

  private static Object outcome(Guest guest, String export, long x, long y) {
    Guest.ok(guest.machine().enter(guest.func(export), new long[] {x, y}));
    guest.machine().fuel(Guest.PLENTY);
    Status status = guest.machine().run();
    Object outcome =
        status == Status.RETURNED
            ? (Object) guest.machine().result(0)
            : ((Fault.Trap) guest.machine().fault()).code();
    guest.machine().leave();
    return outcome;
  }

  /// By definition: Java's big integers for integer arithmetic, else the pure function that is
  /// found by the mnemonic.
  private static Object expected(Opcode op, long x, long y) throws ReflectiveOperationException {
    String[] name = op.mnemonic().split("[.]");
    int bits = op.operand(0) == ValType.I32.code() ? 32 : 64;
    if (name[1].startsWith("reinterpret")) {
      return x;
    }
    Object integer = name[0].startsWith("i") ? integer(name[1], bits, x, y) : null;
    if (integer != null) {
      return integer;
    }
    Class<?> semantics = Class.forName("dev.wrt.engine." + name[0].toUpperCase(Locale.ROOT));
    Method method =
        Arrays.stream(semantics.getDeclaredMethods())
            .filter(m -> m.getName().equals(camel(name[1])))
            .findAny()
            .orElseThrow();
    try {
      Object result =
          op.operandCount() == 2
              ? method.invoke(null, argument(method, 0, x), argument(method, 1, y))
              : method.invoke(null, argument(method, 0, x));
      return switch (result) {
        case Boolean truth -> truth ? 1L : 0L;
        case Integer narrow -> Integer.toUnsignedLong(narrow);
        default -> result;
      };
    } catch (InvocationTargetException e) {
      return ((TrapSignal) e.getCause()).code;
    }
  }

  private static Object argument(Method method, int i, long value) {
    return method.getParameterTypes()[i] == int.class ? (Object) (int) value : (Object) value;
  }

  private static String camel(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.split("_")) {
      boolean first = out.isEmpty();
      out.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }

  private static Object integer(String name, int bits, long x, long y) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits);
    BigInteger ux = BigInteger.valueOf(x).mod(modulus);
    BigInteger uy = BigInteger.valueOf(y).mod(modulus);
    BigInteger sx = ux.testBit(bits - 1) ? ux.subtract(modulus) : ux;
    BigInteger sy = uy.testBit(bits - 1) ? uy.subtract(modulus) : uy;
    int shift = uy.mod(BigInteger.valueOf(bits)).intValue();
    BigInteger result =
        switch (name) {
          case "add" -> ux.add(uy);
          case "sub" -> ux.subtract(uy);
          case "mul" -> ux.multiply(uy);
          case "and" -> ux.and(uy);
          case "or" -> ux.or(uy);
          case "xor" -> ux.xor(uy);
          case "shl" -> ux.shiftLeft(shift);
          case "shr_s" -> sx.shiftRight(shift);
          case "shr_u" -> ux.shiftRight(shift);
          case "rotl" -> ux.shiftLeft(shift).or(ux.shiftRight(bits - shift));
          case "rotr" -> ux.shiftRight(shift).or(ux.shiftLeft(bits - shift));
          case "clz" -> BigInteger.valueOf(bits - ux.bitLength());
          case "ctz" -> BigInteger.valueOf(ux.signum() == 0 ? bits : ux.getLowestSetBit());
          case "popcnt" -> BigInteger.valueOf(ux.bitCount());
          case "eqz" -> truth(ux.signum() == 0);
          case "eq" -> truth(ux.equals(uy));
          case "ne" -> truth(!ux.equals(uy));
          case "lt_s" -> truth(sx.compareTo(sy) < 0);
          case "lt_u" -> truth(ux.compareTo(uy) < 0);
          case "gt_s" -> truth(sx.compareTo(sy) > 0);
          case "gt_u" -> truth(ux.compareTo(uy) > 0);
          case "le_s" -> truth(sx.compareTo(sy) <= 0);
          case "le_u" -> truth(ux.compareTo(uy) <= 0);
          case "ge_s" -> truth(sx.compareTo(sy) >= 0);
          case "ge_u" -> truth(ux.compareTo(uy) >= 0);
          case "wrap_i64" -> ux.mod(BigInteger.ONE.shiftLeft(32));
          case "extend_i32_s" -> sx.mod(BigInteger.ONE.shiftLeft(64));
          case "extend_i32_u" -> ux;
          case "extend8_s" -> BigInteger.valueOf((byte) x).mod(modulus);
          case "extend16_s" -> BigInteger.valueOf((short) x).mod(modulus);
          case "extend32_s" -> BigInteger.valueOf((int) x).mod(modulus);
          default -> null;
        };
    boolean wide = name.startsWith("extend_");
    return result == null ? null : (Object) (wide ? result : result.mod(modulus)).longValue();
  }

  private static BigInteger truth(boolean holds) {
    return holds ? BigInteger.ONE : BigInteger.ZERO;
  }

  private static long[] values(int type) {
    if (type == ValType.I32.code()) {
      return I32S;
    }
    if (type == ValType.I64.code()) {
      return I64S;
    }
    if (type == ValType.F64.code()) {
      return Arrays.stream(F64S).mapToLong(Double::doubleToRawLongBits).toArray();
    }
    long[] bits = new long[F32S.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Integer.toUnsignedLong(Float.floatToRawIntBits(F32S[i]));
    }
    return bits;
  }

  /// A module with the instruction in each shape: `locals`, `right` with the constant y, `left0`...
  /// with each constant x, and `branch`. All take both operands, used or not.
  private static Guest guest(Opcode op, long[] lefts, long y) {
    int left = op.operand(0);
    boolean two = op.operandCount() == 2;
    int right = two ? op.operand(1) : left;
    byte[] x = {0x20, 0};
    byte[] second = two ? new byte[] {0x20, 1} : new byte[0];
    byte[] code = code(op);
    List<String> names = new ArrayList<>();
    List<byte[]> bodies = new ArrayList<>();
    names.add("locals");
    bodies.add(join(x, second, code));
    if (two) {
      names.add("right");
      bodies.add(join(x, constant(right, y), code));
      for (int i = 0; i < lefts.length; i++) {
        names.add("left" + i);
        bodies.add(join(constant(left, lefts[i]), second, code));
      }
    }
    if (op.result(0) == ValType.I32.code()) {
      names.add("branch");
      byte[] arms = {0x04, 0x7F, 0x41, 1, 0x05, 0x41, 2, 0x0B};
      bodies.add(join(x, second, code, arms));
    }
    byte[] type = {0x60, 2, (byte) left, (byte) right, 1, (byte) op.result(0)};
    return Guest.of(Guest.decoded(module(type, names, bodies)), Guest.OPTIONS);
  }

  private static byte[] module(byte[] type, List<String> names, List<byte[]> bodies) {
    ByteArrayOutputStream funcs = new ByteArrayOutputStream();
    ByteArrayOutputStream exports = new ByteArrayOutputStream();
    ByteArrayOutputStream codes = new ByteArrayOutputStream();
    for (int i = 0; i < bodies.size(); i++) {
      funcs.write(0);
      exports.writeBytes(sized(names.get(i).getBytes(StandardCharsets.UTF_8)));
      exports.writeBytes(new byte[] {0, (byte) i});
      codes.writeBytes(sized(join(new byte[] {0}, bodies.get(i), new byte[] {0x0B})));
    }
    byte[] count = {(byte) bodies.size()};
    return join(
        new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0},
        section(1, join(new byte[] {1}, type)),
        section(3, join(count, funcs.toByteArray())),
        section(7, join(count, exports.toByteArray())),
        section(10, join(count, codes.toByteArray())));
  }

  private static byte[] code(Opcode op) {
    return op.prefix() == 0
        ? new byte[] {(byte) op.code()}
        : new byte[] {(byte) op.prefix(), (byte) op.code()};
  }

  private static byte[] constant(int type, long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (type == ValType.I32.code() || type == ValType.I64.code()) {
      out.write(type == ValType.I32.code() ? 0x41 : 0x42);
      long rest = type == ValType.I32.code() ? (int) value : value;
      for (; rest < -64 || rest > 63; rest >>= 7) {
        out.write((int) (rest & 0x7F | 0x80));
      }
      out.write((int) (rest & 0x7F));
    } else {
      boolean wide = type == ValType.F64.code();
      out.write(wide ? 0x44 : 0x43);
      for (int i = 0; i < (wide ? 8 : 4); i++) {
        out.write((int) (value >>> 8 * i));
      }
    }
    return out.toByteArray();
  }

  private static byte[] section(int id, byte[] contents) {
    return join(new byte[] {(byte) id}, sized(contents));
  }

  private static byte[] sized(byte[] contents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rest = contents.length;
    for (; rest >= 0x80; rest >>>= 7) {
      out.write(rest & 0x7F | 0x80);
    }
    out.write(rest);
    return join(out.toByteArray(), contents);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
