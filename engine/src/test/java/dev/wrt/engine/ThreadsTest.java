package dev.wrt.engine;

import static dev.wrt.engine.ModuleBytes.bytes;
import static dev.wrt.engine.ModuleBytes.code;
import static dev.wrt.engine.ModuleBytes.get;
import static dev.wrt.engine.ModuleBytes.join;
import static dev.wrt.engine.ModuleBytes.leb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The features `threads` and `wide-arithmetic`: every row of theirs, and machines that wait for
/// each other.
class ThreadsTest {
  private static final int I32 = ValType.I32.code();
  private static final int I64 = ValType.I64.code();
  private static final long OLD = 0xF1E2_D3C4_B5A6_9788L;
  private static final long OPERAND = 0x8877_6655_4433_2211L;

  static Stream<Opcode> accesses() {
    return Arrays.stream(Opcode.values())
        .filter(op -> op.rule() == Rule.ATOMIC && op.code() >= Opcode.I32_ATOMIC_LOAD.code());
  }

  static Stream<Opcode> wide() {
    return Arrays.stream(Opcode.values()).filter(op -> op.rule() == Rule.WIDE);
  }

  // [utest->req~engine-atomics~1]
  @ParameterizedTest(name = "{0} gives the old value, writes the new one and no more, or traps")
  @MethodSource("accesses")
  void everyAtomic(Opcode op) {
    int bytes = 1 << op.naturalAlign();
    for (VerificationLevel level :
        new VerificationLevel[] {VerificationLevel.OFF, VerificationLevel.FULL}) {
      try (Guest guest = guest(single(op), level)) {
        Invocation same = new Invocation(op, guest, unsigned(OLD, bytes), bytes);
        same.check();
        same.traps(
            bytes > 1 ? 1 : 0x1_0000,
            bytes > 1 ? "unaligned atomic" : "out of bounds memory access");
        same.traps(0x1_0000, "out of bounds memory access");
        new Invocation(op, guest, unsigned(OLD, bytes) ^ 1, bytes).check();
      }
    }
  }

  private static byte[] single(Opcode op) {
    int count = op.operandCount();
    int[] params = IntStream.range(0, count).map(i -> i == 0 ? I32 : op.operand(i)).toArray();
    int[] results = op.resultCount() == 1 ? new int[] {op.result(0)} : new int[0];
    byte[] operands = new byte[0];
    for (int i = 0; i < count; i++) {
      operands = join(operands, get(i));
    }
    byte[] instruction = code(op, bytes(op.naturalAlign()), leb(16));
    return new ModuleBytes()
        .memory(3, 1, 1)
        .func("f", params, results, 0, operands, instruction)
        .bytes();
  }

  /// An atomic access of address 32 of a memory that holds {@link #OLD} from 24 to 48.
  private record Invocation(Opcode op, Guest guest, long expected, int bytes) {
    void check() {
      var memory = ((MemInst) guest.instance().export("memory0")).memory();
      for (int at = 24; at < 48; at += 8) {
        memory.store64(at, OLD);
      }
      assertEquals(Status.RETURNED, call(16));
      if (op.resultCount() == 1) {
        assertEquals(unsigned(OLD, bytes), guest.machine().result(0), op.toString());
      }
      guest.machine().leave();
      long mask = mask(bytes);
      assertEquals(OLD & ~mask | written() & mask, memory.load64(32), op + " wrote");
      assertEquals(OLD, memory.load64(24));
      assertEquals(OLD, memory.load64(40));
    }

    void traps(long address, String text) {
      assertEquals(Status.TRAPPED, call(address));
      assertEquals(text, ((Fault.Trap) guest.machine().fault()).code().text());
      guest.machine().leave();
    }

    private Status call(long address) {
      long[] args = {address, op.operandCount() == 3 ? expected : OPERAND, OPERAND};
      Guest.ok(guest.machine().enter(guest.func("f"), Arrays.copyOf(args, op.operandCount())));
      guest.machine().fuel(Guest.PLENTY);
      return guest.machine().run();
    }

    private long written() {
      String name = op.mnemonic().replaceFirst("_u$", "");
      return switch (name.substring(name.lastIndexOf('.') + 1).replaceFirst("[0-9]*$", "")) {
        case "load" -> OLD;
        case "store", "xchg" -> OPERAND;
        case "add" -> OLD + OPERAND;
        case "sub" -> OLD - OPERAND;
        case "and" -> OLD & OPERAND;
        case "or" -> OLD | OPERAND;
        case "xor" -> OLD ^ OPERAND;
        case "cmpxchg" -> expected == unsigned(OLD, bytes) ? OPERAND : OLD;
        default -> throw new AssertionError(name);
      };
    }
  }

  private static long mask(int bytes) {
    return -1L >>> 64 - 8 * bytes;
  }

  private static long unsigned(long value, int bytes) {
    return value & mask(bytes);
  }

  // [utest->req~engine-wait~1]
  @Test
  @DisplayName("Machines that wait are woken in the order of their waits, at their address alone")
  void firstInFirstOut() {
    try (Guest guest = guest(waiting(3), VerificationLevel.STANDARD)) {
      Machine[] machines = new Machine[4];
      for (int i = 0; i < machines.length; i++) {
        machines[i] = Guest.ok(Machine.create(guest.store(), Guest.budget()));
        begin(machines[i], guest, i == 1 ? 8 : 0);
        assertEquals(Status.WAITING, machines[i].run());
        assertEquals(Status.WAITING, machines[i].run());
      }
      assertEquals(8, machines[1].waitingAddress());
      assertEquals(-1, machines[1].waitingNanos());
      assertSame(guest.instance().export("memory0"), machines[1].waitingMemory());
      assertEquals(0, guest.call("notify", 0, 0));
      assertEquals(2, guest.call("notify", 0, 2));
      assertReturns(0, machines[0]);
      assertEquals(Status.WAITING, machines[1].run());
      assertReturns(0, machines[2]);
      assertEquals(Status.WAITING, machines[3].run());
      machines[3].timeOut();
      assertReturns(2, machines[3]);
      assertEquals(0, guest.call("notify", 0, -1));
      machines[1].close();
      assertEquals(0, guest.call("notify", 8, -1));
      for (Machine machine : machines) {
        machine.close();
      }
    }
  }

  // [utest->req~engine-wait~1]
  @Test
  @DisplayName(
      "A wait that can't end otherwise has its result at once, and only shared memories wait")
  void withoutBlocking() {
    try (Guest guest = guest(waiting(3), VerificationLevel.OFF)) {
      assertEquals(1, guest.call("wait32", 0, 1, -1));
      assertEquals(2, guest.call("wait32", 0, 0, 0));
      assertEquals(1, guest.call("wait64", 0, 1L << 32, -1));
      assertEquals("unaligned atomic", text(guest.failing("wait64", 4, 0, 0)));
      assertEquals("out of bounds memory access", text(guest.failing("wait32", 0x1_0000, 0, 0)));
      assertThrows(Invariant.Violation.class, guest.machine()::timeOut);
    }
    try (Guest guest = guest(waiting(1), VerificationLevel.OFF)) {
      assertEquals("expected shared memory", text(guest.failing("wait32", 0, 0, 0)));
      assertEquals(0, guest.call("notify", 0, -1));
    }
  }

  // [utest->req~engine-wait~1]
  @Test
  @DisplayName("What a waiting machine holds survives the collections of another machine")
  void holds() throws IOException {
    byte[] module = ThreadsTest.class.getResourceAsStream("waits.wasm").readAllBytes();
    try (Guest guest = guest(module, VerificationLevel.STANDARD);
        Machine other = Guest.ok(Machine.create(guest.store(), Guest.budget()))) {
      guest.store().heap().collectAlways();
      Guest.ok(other.enter(guest.func("garbage"), new long[] {5}));
      other.fuel(Guest.PLENTY);
      Guest.ok(guest.machine().enter(guest.func("holds"), new long[] {2}));
      guest.machine().fuel(Guest.PLENTY);
      assertEquals(Status.WAITING, guest.machine().run());
      assertReturns(1, other);
      assertReturns(42, guest.machine());
    }
  }

  private static String text(Fault fault) {
    return ((Fault.Trap) fault).code().text();
  }

  private static void begin(Machine machine, Guest guest, long address) {
    Guest.ok(machine.enter(guest.func("wait32"), new long[] {address, 0, -1}));
    machine.fuel(Guest.PLENTY);
  }

  private static void assertReturns(long result, Machine machine) {
    assertEquals(Status.RETURNED, machine.run());
    assertEquals(result, machine.result(0));
    machine.leave();
  }

  private static byte[] waiting(int flags) {
    byte[] three = join(get(0), get(1), get(2));
    byte[] notify = code(Opcode.MEMORY_ATOMIC_NOTIFY, bytes(2, 0));
    int[] i32 = {I32};
    return new ModuleBytes()
        .memory(flags, 1, 1)
        .func(
            "wait32",
            new int[] {I32, I32, I64},
            i32,
            0,
            three,
            code(Opcode.MEMORY_ATOMIC_WAIT32, bytes(2, 0)))
        .func(
            "wait64",
            new int[] {I32, I64, I64},
            i32,
            0,
            three,
            code(Opcode.MEMORY_ATOMIC_WAIT64, bytes(3, 0)))
        .func("notify", new int[] {I32, I32}, i32, 0, join(get(0), get(1)), notify)
        .bytes();
  }

  // [utest->req~engine-wide-arithmetic~1]
  @ParameterizedTest(name = "{0} is exact modulo 2 to the 128")
  @MethodSource("wide")
  void everyWide(Opcode op) {
    long[] edges = {
      0, 1, -1, 2, Long.MAX_VALUE, Long.MIN_VALUE, 0xFFFF_FFFFL, 0x1234_5678_9ABC_DEF0L
    };
    int[] params = new int[op.operandCount()];
    Arrays.fill(params, I64);
    byte[] operands = join(get(0), get(1), params.length == 4 ? join(get(2), get(3)) : bytes());
    byte[] module =
        new ModuleBytes().func("f", params, new int[] {I64, I64}, 0, operands, code(op)).bytes();
    try (Guest guest = guest(module, VerificationLevel.OFF)) {
      for (int i = 0; i < edges.length * edges.length * edges.length; i++) {
        int n = edges.length;
        long[] args = {edges[i % n], edges[i / n % n], edges[i / n / n], edges[(i + i / n) % n]};
        Guest.ok(guest.machine().enter(guest.func("f"), Arrays.copyOf(args, params.length)));
        guest.machine().fuel(Guest.PLENTY);
        assertEquals(Status.RETURNED, guest.machine().run());
        BigInteger expected = exact(op, args);
        assertEquals(expected.longValue(), guest.machine().result(0), op + Arrays.toString(args));
        assertEquals(expected.shiftRight(64).longValue(), guest.machine().result(1));
        guest.machine().leave();
      }
    }
  }

  private static BigInteger exact(Opcode op, long[] args) {
    return switch (op) {
      case I64_ADD128 -> pair(args[0], args[1]).add(pair(args[2], args[3]));
      case I64_SUB128 -> pair(args[0], args[1]).subtract(pair(args[2], args[3]));
      case I64_MUL_WIDE_S -> BigInteger.valueOf(args[0]).multiply(BigInteger.valueOf(args[1]));
      default -> pair(args[0], 0).multiply(pair(args[1], 0));
    };
  }

  private static BigInteger pair(long low, long high) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(low));
    return BigInteger.valueOf(high).shiftLeft(64).add(unsigned);
  }

  private static Guest guest(byte[] bytes, VerificationLevel level) {
    EngineOptions options = new EngineOptions(Verification.of(level), 1 << 12, 100, 100, 1000, 5);
    Module module =
        Guest.ok(
            Module.decode(bytes, 0, bytes.length, DecoderOptions.of(Features.ALL), Guest.budget()));
    return Guest.of(module, options);
  }
}
