package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.memory.SafeMemory;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

/// What lies behind the API of {@link Store} and {@link Machine}, for those who damage it on
/// purpose.
public final class EngineSeam {
  /// How many control words a machine has.
  public static final int CONTROL_WORDS = 9;

  private static final Field MEMORIES = field(Areas.class, "memories");

  /// No operation has this code.
  private static final int NO_OPERATION = -1;

  private EngineSeam() {}

  private static Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /// Everything of a store that lies in a {@link SafeMemory}: linear memories, tables, globals,
  /// segments, the heap.
  @SuppressWarnings("unchecked")
  public static List<SafeMemory> memories(Store store) {
    return (List<SafeMemory>) read(MEMORIES, store.areas());
  }

  /// The last linear memory of a store.
  public static SafeMemory memory(Store store) {
    return store.mem(store.memCount() - 1).memory();
  }

  /// The last table of a store.
  public static SafeMemory table(Store store) {
    return store.table(store.tableCount() - 1).memory();
  }

  /// The globals of a store.
  public static SafeMemory globals(Store store) {
    for (SafeMemory memory : memories(store)) {
      if (memory.plain() == store.globals().plain) {
        return memory;
      }
    }
    throw new AssertionError("the store has globals");
  }

  /// The arena of the heap.
  public static SafeMemory heap(Store store) {
    return store.heap().memory();
  }

  /// The value stack of a machine, its copies behind it.
  public static long[] stack(Machine machine) {
    return machine.s.stack;
  }

  /// The distance of the copies of the value stack; 0 where there are none.
  public static int stackCopies(Machine machine) {
    return machine.s.mirror;
  }

  /// The call stack of a machine, its copies behind it.
  public static int[] calls(Machine machine) {
    return machine.s.calls;
  }

  /// The distance of the copies of the call stack; 0 where there are none.
  public static int callCopies(Machine machine) {
    return machine.s.callMirror;
  }

  /// The first slot of the running frame.
  public static int frameBegin(Machine machine) {
    return machine.s.fp;
  }

  /// The end of the running frame, which was stopped for want of fuel.
  public static int frameEnd(Machine machine) {
    State s = machine.s;
    ModuleInst instance = s.instance;
    if (instance == null) {
      return s.fp;
    }
    CodeArea code = instance.code();
    int function = code.functionAt(s.pc);
    return function < 0 ? s.fp : s.fp + code.code()[code.entries()[function] + 3];
  }

  /// The end of the call stack.
  public static int callsEnd(Machine machine) {
    return machine.s.csp;
  }

  /// A control word of a machine, of 32 bits: 0 is the next instruction, 1 the frame, 2 the end of
  /// the call stack, 3 its boundary, 4 the frame of a call of the host, 5 and 6 the fuel, 7 and 8
  /// all fuel that was given.
  public static long control(Machine machine, int word) {
    State s = machine.s;
    long value =
        switch (word) {
          case 0 -> s.pc;
          case 1 -> s.fp;
          case 2 -> s.csp;
          case 3 -> s.boundary;
          case 4 -> s.hostBase;
          case 5 -> s.fuel;
          case 6 -> s.fuel >>> Integer.SIZE;
          case 7 -> s.fuelGiven;
          default -> s.fuelGiven >>> Integer.SIZE;
        };
    return value & 0xFFFF_FFFFL;
  }

  /// Sets a control word, and nothing that goes with it.
  public static void control(Machine machine, int word, long value) {
    State s = machine.s;
    switch (word) {
      case 0 -> s.pc = (int) value;
      case 1 -> s.fp = (int) value;
      case 2 -> s.csp = (int) value;
      case 3 -> s.boundary = (int) value;
      case 4 -> s.hostBase = (int) value;
      case 5 -> s.fuel = s.fuel >>> Integer.SIZE << Integer.SIZE | value;
      case 6 -> s.fuel = s.fuel & 0xFFFF_FFFFL | value << Integer.SIZE;
      case 7 -> s.fuelGiven = s.fuelGiven >>> Integer.SIZE << Integer.SIZE | value;
      default -> s.fuelGiven = s.fuelGiven & 0xFFFF_FFFFL | value << Integer.SIZE;
    }
  }

  /// The instance with the most code.
  private static CodeArea largest(Store store) {
    CodeArea largest = store.instance(0).code();
    for (int i = 1; i < store.instanceCount(); i++) {
      CodeArea code = store.instance(i).code();
      largest = code.end() > largest.end() ? code : largest;
    }
    return largest;
  }

  /// The code of the instance that has the most.
  public static int[] code(Store store) {
    return largest(store).code();
  }

  /// The end of {@link #code}.
  public static int codeEnd(Store store) {
    return largest(store).end();
  }

  /// Where the functions of that instance begin.
  public static int[] entries(Store store) {
    return largest(store).entries();
  }

  /// Takes code and activations away from a machine that goes round without ever being charged
  /// fuel.
  public static void stop(Store store, Machine machine) {
    for (int i = 0; i < store.instanceCount(); i++) {
      int[] code = store.instance(i).code().code();
      if (code != CodeArea.RETURN_ONLY) {
        Arrays.fill(code, NO_OPERATION);
      }
    }
    machine.s.csp = 0;
    machine.s.depth = 0;
  }

  /// Verifies everything in a store that has a digest or a copy.
  ///
  /// @return the first mismatch that was not put right, or null
  public static Fault scrub(Store store) {
    return store.areas().search();
  }

  /// How many words of a store were put right.
  public static long repairs(Store store) {
    long repairs = 0;
    for (AreaReport report : store.integrity().areas()) {
      repairs += report.repairs();
    }
    return repairs;
  }
}
