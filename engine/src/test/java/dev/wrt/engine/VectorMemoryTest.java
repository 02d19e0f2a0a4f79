package dev.wrt.engine;

import static dev.wrt.engine.ModuleBytes.bytes;
import static dev.wrt.engine.ModuleBytes.code;
import static dev.wrt.engine.ModuleBytes.get;
import static dev.wrt.engine.ModuleBytes.join;
import static dev.wrt.engine.ModuleBytes.leb;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.Immediate;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every load and store of vectors in the opcode table, in the first and another memory, with
/// addresses of 32 and 64 bits, plain and verified.
class VectorMemoryTest {
  private static final int V128 = ValType.V128.code();
  private static final int SIZE = 0x1_0000;
  private static final long LOW = 0x0706_0504_0302_0100L;
  private static final long HIGH = 0x8F8E_8D8C_8B8A_8988L;

  static Stream<Opcode> rows() {
    return Arrays.stream(Opcode.values()).filter(op -> op.rule() == Rule.VECTOR_MEMORY);
  }

  // [utest->req~engine-vectors-memory~1]
  @ParameterizedTest(name = "{0} accesses its bytes and no others, or traps")
  @MethodSource("rows")
  void everyRow(Opcode op) {
    int lanes = op.immediate() == Immediate.MEMARG_LANE ? 16 / width(op) : 1;
    for (int memory = 0; memory < 3; memory++) {
      for (VerificationLevel level :
          new VerificationLevel[] {VerificationLevel.OFF, VerificationLevel.FULL}) {
        for (int lane = 0; lane < lanes; lane++) {
          byte[] module = module(op, memory, lane);
          EngineOptions options =
              new EngineOptions(Verification.of(level), 1 << 12, 100, 100, 1000, 5);
          try (Guest guest = Guest.of(Guest.decoded(module), options)) {
            fill(guest, memory);
            new Case(op, memory, lane, guest).check();
          }
        }
      }
    }
  }

  /// Memories 0 and 1 have addresses of 32 bits, memory 2 of 64; `near` has an offset of 3, `far`
  /// the largest one.
  private static byte[] module(Opcode op, int memory, int lane) {
    int address = memory == 2 ? ValType.I64.code() : ValType.I32.code();
    int[] params = op.operandCount() == 2 ? new int[] {address, V128} : new int[] {address};
    int[] results = op.resultCount() == 1 ? new int[] {V128} : new int[0];
    byte[] operands = op.operandCount() == 2 ? join(get(0), get(1)) : get(0);
    byte[] laneByte = op.immediate() == Immediate.MEMARG_LANE ? bytes(lane) : new byte[0];
    byte[] near = code(op, bytes(0x40, memory), leb(3), laneByte);
    byte[] far = code(op, bytes(0x40, memory), leb(memory == 2 ? -1L : 0xFFFF_FFFFL), laneByte);
    return new ModuleBytes()
        .memory(0, 1)
        .memory(0, 1)
        .memory(4, 1)
        .func("near", params, results, 0, operands, near)
        .func("far", params, results, 0, operands, far)
        .bytes();
  }

  private static void fill(Guest guest, int memory) {
    byte[] pattern = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      pattern[i] = (byte) (i * 37 + (i >> 8) + 100);
    }
    Guest.ok(memoryOf(guest, memory).memory().write(0, pattern, 0, SIZE));
  }

  private static MemInst memoryOf(Guest guest, int memory) {
    return (MemInst) guest.instance().export("memory" + memory);
  }

  /// Bytes that are accessed.
  private static int width(Opcode op) {
    String name = op.mnemonic().substring("v128.load".length()).replaceFirst("^e", "");
    if (name.isEmpty()) {
      return 16;
    }
    int number = Integer.parseInt(name.replaceFirst("[^0-9].*", ""));
    return name.contains("x") ? 8 : number / 8;
  }

  private record Case(Opcode op, int memory, int lane, Guest guest) {
    void check() {
      byte[] before = bytesNow();
      long last = SIZE - width(op);
      for (long at : new long[] {3, 100, 4093, last}) {
        byte[] expected = bytesNow();
        byte[] vector = result(expected, (int) at);
        call("near", at - 3);
        if (op.resultCount() == 1) {
          ByteBuffer found = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
          found.putLong(guest.machine().result(0)).putLong(guest.machine().result(1));
          assertArrayEquals(vector, found.array(), op + " at " + at);
        }
        guest.machine().leave();
        assertArrayEquals(expected, bytesNow(), op + " at " + at);
      }
      byte[] kept = bytesNow();
      traps("near", last - 2);
      traps("near", memory == 2 ? -1L : 0xFFFF_FFFFL);
      traps("far", 1);
      traps("far", memory == 2 ? -1L : 0xFFFF_FFFFL);
      assertArrayEquals(kept, bytesNow(), "a trap changes nothing");
      assertEquals(op.resultCount() == 1, Arrays.equals(before, kept), "only stores change memory");
    }

    private byte[] bytesNow() {
      return memoryOf(guest, memory).memory().plain().clone();
    }

    private Status call(String name, long address) {
      long[] args = op.operandCount() == 2 ? new long[] {address, LOW, HIGH} : new long[] {address};
      Guest.ok(guest.machine().enter(guest.func(name), args));
      guest.machine().fuel(Guest.PLENTY);
      return guest.machine().run();
    }

    private void traps(String name, long address) {
      assertEquals(Status.TRAPPED, call(name, address), op + " at " + address);
      assertEquals(TrapCode.OUT_OF_BOUNDS_MEMORY, ((Fault.Trap) guest.machine().fault()).code());
      guest.machine().leave();
    }

    /// The vector after the instruction; changes the memory as it does.
    private byte[] result(byte[] memory, int at) {
      byte[] vector =
          ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(LOW).putLong(HIGH).array();
      String name = op.mnemonic();
      int width = width(op);
      if (name.startsWith("v128.store")) {
        System.arraycopy(vector, lane * width, memory, at, width);
      } else if (name.endsWith("lane")) {
        System.arraycopy(memory, at, vector, lane * width, width);
      } else if (name.endsWith("splat")) {
        for (int i = 0; i < 16; i++) {
          vector[i] = memory[at + i % width];
        }
      } else if (name.contains("x")) {
        extended(memory, at, vector);
      } else {
        Arrays.fill(vector, (byte) 0);
        System.arraycopy(memory, at, vector, 0, width);
      }
      return vector;
    }

    private void extended(byte[] memory, int at, byte[] vector) {
      String name = op.mnemonic().substring("v128.load".length());
      int from = Integer.parseInt(name.substring(0, name.indexOf('x'))) / 8;
      for (int i = 0; i < 8 / from; i++) {
        byte sign = (byte) (name.endsWith("s") ? memory[at + (i + 1) * from - 1] >> 7 : 0);
        Arrays.fill(vector, i * 2 * from, (i + 1) * 2 * from, sign);
        System.arraycopy(memory, at + i * from, vector, i * 2 * from, from);
      }
    }
  }
}
