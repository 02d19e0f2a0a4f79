package dev.wrt.engine;

import static dev.wrt.engine.ModuleBytes.bytes;
import static dev.wrt.engine.ModuleBytes.code;
import static dev.wrt.engine.ModuleBytes.get;
import static dev.wrt.engine.ModuleBytes.join;
import static dev.wrt.engine.ModuleBytes.set;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.core.Immediate;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;
import dev.wrt.decoder.core.ValType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every vector row of the opcode table, executed: the result is that of the pure function which is
/// found by the mnemonic, wherever operands and result are.
class VectorDispatchTest {
  private static final int V128 = ValType.V128.code();

  /// Lanes of each width at which something changes; bit patterns of floats among them.
  private static final long[][] LANES = {
    {0, 1, 0xFF, 0x7F, 0x80, 0x81, 0x55, 16, 15},
    {0, 1, 0xFFFF, 0x7FFF, 0x8000, 0x8001, 0x00FF, 0x0100, 0x5555},
    {0, 1, -1, 0x7FFF_FFFF, 0x8000_0000L, 0x7F80_0000, 0xFFC0_0001L, 0x3FC0_0000, 0xCF00_0000L},
    {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0x7FF0L << 48, 0xFFF8L << 48 | 1, 0x3FF8L << 48},
  };

  private static final long[] NUMBERS = {
    0, 1, 7, 8, 31, 33, 0x7FFF_FFFF, 0x8000_0001L, 0x7FC0_0001
  };

  static Stream<Opcode> rows() {
    return Arrays.stream(Opcode.values())
        .filter(op -> op.rule().family() == Rule.Family.VECTOR)
        .filter(op -> op.rule() != Rule.VECTOR_MEMORY && op.operandCount() > 0);
  }

  @Test
  @DisplayName("The kinds of vector instructions are the codes of the opcode table")
  void kinds() throws IllegalAccessException {
    int compared = 0;
    for (Field field : VectorOp.class.getDeclaredFields()) {
      Opcode op = Opcode.valueOf(field.getName());
      if (op.rule().family() == Rule.Family.VECTOR) {
        field.setAccessible(true);
        assertEquals(op.code(), field.getInt(null), field.getName());
        compared++;
      }
    }
    assertTrue(compared == 255, "rows compared: " + compared);
  }

  // [utest->req~engine-vectors~1]
  @ParameterizedTest(name = "{0} gives what its definition says, wherever its operands are")
  @MethodSource("rows")
  void everyPlace(Opcode op) throws ReflectiveOperationException {
    Method function = function(op);
    for (byte[] immediate : immediates(op)) {
      try (Guest guest = Guest.of(Guest.decoded(module(op, immediate)), Guest.OPTIONS)) {
        for (long[] args : arguments(op)) {
          long[] expected = new Expected(op, function, immediate, args).result();
          for (String place : List.of("locals", "temps", "assigned", "own")) {
            long[] found = call(guest, place, args, expected.length);
            assertArrayEquals(expected, found, () -> place + Arrays.toString(args));
          }
        }
      }
    }
  }

  private static long[] call(Guest guest, String name, long[] args, int results) {
    Guest.ok(guest.machine().enter(guest.func(name), args));
    guest.machine().fuel(Guest.PLENTY);
    assertEquals(Status.RETURNED, guest.machine().run());
    long[] found = IntStream.range(0, results).mapToLong(guest.machine()::result).toArray();
    guest.machine().leave();
    return found;
  }

  /// `locals` has operands in locals, `temps` in registers, `assigned` its result in a local, and
  /// `own` in the local that is an operand too, where the types allow it.
  private static byte[] module(Opcode op, byte[] immediate) {
    int count = op.operandCount();
    int[] params = IntStream.range(0, count).map(op::operand).toArray();
    int[] results = {op.result(0)};
    byte[] locals = new byte[0];
    byte[] temps = new byte[0];
    for (int i = 0; i < count; i++) {
      locals = join(locals, get(i));
      byte[] same = code(Opcode.V128_OR);
      temps = join(temps, get(i), params[i] == V128 ? join(get(i), same) : new byte[0]);
    }
    byte[] instruction = code(op, immediate);
    int own = params[0] == results[0] ? 0 : count;
    return new ModuleBytes()
        .func("locals", params, results, 0, locals, instruction)
        .func("temps", params, results, 0, temps, instruction)
        .func("assigned", params, results, results[0], locals, instruction, set(count), get(count))
        .func("own", params, results, results[0], locals, instruction, set(own), get(own))
        .bytes();
  }

  private static List<byte[]> immediates(Opcode op) {
    if (op.immediate() == Immediate.LANES) {
      return List.of(
          bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
          bytes(31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16),
          bytes(0, 16, 1, 17, 15, 31, 7, 8, 24, 23, 3, 3, 3, 19, 19, 0));
    }
    if (op.immediate() == Immediate.LANE) {
      return IntStream.range(0, 128 / bits(op)).mapToObj(lane -> bytes(lane)).toList();
    }
    return List.of(new byte[0]);
  }

  private static int bits(Opcode op) {
    return Integer.parseInt(op.mnemonic().substring(1, op.mnemonic().indexOf('x')));
  }

  private static List<long[]> arguments(Opcode op) {
    List<long[]> all = new ArrayList<>();
    for (int width = 0; width < LANES.length; width++) {
      long[] lanes = LANES[width];
      for (int i = 0; i < lanes.length; i++) {
        for (int j = 0; j < lanes.length; j++) {
          all.add(arguments(op, 8 << width, lanes, i, j));
        }
      }
    }
    return all;
  }

  /// Operands whose lanes pair each interesting one with each other one.
  private static long[] arguments(Opcode op, int bits, long[] lanes, int first, int step) {
    long[] args = new long[6];
    int at = 0;
    for (int operand = 0; operand < op.operandCount(); operand++) {
      if (op.operand(operand) == V128) {
        args[at++] = half(bits, lanes, first + operand * step);
        args[at++] = half(bits, lanes, first + operand * step + 64 / bits);
      } else {
        long number = NUMBERS[(first + step) % NUMBERS.length];
        boolean wide =
            op.operand(operand) == ValType.I64.code() || op.operand(operand) == ValType.F64.code();
        args[at++] = wide ? number << 32 | number : number;
      }
    }
    return Arrays.copyOf(args, at);
  }

  private static long half(int bits, long[] lanes, int from) {
    long half = 0;
    for (int i = 0; i < 64 / bits; i++) {
      half |= (lanes[(from + i) % lanes.length] & -1L >>> 64 - bits) << i * bits;
    }
    return half;
  }

  private static Method function(Opcode op) throws ClassNotFoundException {
    String[] name = op.mnemonic().split("[.]");
    String shape = name[0].substring(0, 1).toUpperCase(Locale.ROOT) + name[0].substring(1);
    return Arrays.stream(Class.forName("dev.wrt.engine." + shape).getDeclaredMethods())
        .filter(m -> m.getName().equals(camel(name[1])))
        .findAny()
        .orElseThrow(() -> new AssertionError("no function for " + op.mnemonic()));
  }

  private static String camel(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.split("_")) {
      boolean first = out.isEmpty();
      out.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }

  /// Calls a pure function as {@link V128} says, for a result of one slot or both halves of a
  /// vector.
  private record Expected(Opcode op, Method function, byte[] immediate, long[] args) {
    long[] result() throws ReflectiveOperationException {
      String name = function.getName();
      if (op.result(0) != V128) {
        return new long[] {invoke(lane(args))};
      }
      if (name.startsWith("splat")) {
        return halves(args, args);
      }
      if (name.startsWith("replaceLane")) {
        return replaced();
      }
      if (name.startsWith("narrow")) {
        return halves(Arrays.copyOf(args, 2), Arrays.copyOfRange(args, 2, 4));
      }
      if (name.endsWith("Zero")) {
        return new long[] {invoke(args), 0};
      }
      if (name.endsWith("wizzle")) {
        return halves(without(3), without(2));
      }
      if (op.immediate() == Immediate.LANES) {
        return halves(append(args, word(0)), append(args, word(8)));
      }
      if (function.getParameterTypes()[function.getParameterCount() - 1] == int.class
          && !name.startsWith("sh")) {
        long[] named = half(name.contains("High") ? 1 : 0);
        return halves(append(named, 0), append(named, 1));
      }
      return halves(half(0), half(1));
    }

    private long[] replaced() throws ReflectiveOperationException {
      int perHalf = 64 / bits(op);
      int half = immediate[0] / perHalf;
      long[] result = Arrays.copyOf(args, 2);
      result[half] = invoke(args[half], immediate[0] % perHalf, args[2]);
      return result;
    }

    /// Half `h` of each vector, and each number.
    private long[] half(int h) {
      long[] half = new long[op.operandCount()];
      int at = 0;
      for (int i = 0; i < half.length; i++) {
        boolean vector = op.operand(i) == V128;
        half[i] = args[vector ? at + h : at];
        at += vector ? 2 : 1;
      }
      return half;
    }

    private long[] without(int index) {
      return IntStream.range(0, args.length)
          .filter(i -> i != index)
          .mapToLong(i -> args[i])
          .toArray();
    }

    private long[] lane(long[] values) {
      return op.immediate() == Immediate.LANE ? append(values, immediate[0]) : values;
    }

    private long word(int from) {
      long word = 0;
      for (int i = 0; i < 8; i++) {
        word |= (long) immediate[from + i] << 8 * i;
      }
      return word;
    }

    private static long[] append(long[] values, long last) {
      long[] longer = Arrays.copyOf(values, values.length + 1);
      longer[values.length] = last;
      return longer;
    }

    private long[] halves(long[] low, long[] high) throws ReflectiveOperationException {
      return new long[] {invoke(low), invoke(high)};
    }

    private long invoke(long... values) throws ReflectiveOperationException {
      Object[] boxed = new Object[values.length];
      for (int i = 0; i < boxed.length; i++) {
        boolean narrow = function.getParameterTypes()[i] == int.class;
        boxed[i] = narrow ? (Object) (int) values[i] : (Object) values[i];
      }
      Object result = function.invoke(null, boxed);
      return switch (result) {
        case Boolean truth -> truth ? 1 : 0;
        case Integer number -> Integer.toUnsignedLong(number);
        default -> (long) result;
      };
    }
  }
}
