package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;

/// Runs a machine: the hot loop of the {@link Interpreter}, and what it leaves that loop for.
///
/// **Traps** arrive here as {@link TrapSignal} and become the machine's fault.
final class Execution {
  private Execution() {}

  /// Runs until the status is set.
  // [impl->req~engine-recursion~1]
  static void run(State s) {
    while (s.status == null) {
      try {
        go(s);
      } catch (TrapSignal signal) {
        s.trap(signal);
      } catch (Invariant.Violation | IndexOutOfBoundsException broken) {
        s.fail(reason(s, broken));
      }
    }
  }

  private static void go(State s) {
    if (s.thrown != 0) {
      Unwinding.unwind(s);
      return;
    }
    s.loop.hot(s);
    if (s.status == null) {
      ColdOps.step(s);
    }
  }

  /// Something that validation has proved does not hold: an area was corrupted, or else it is a bug
  /// of ours.
  // [impl->req~areas-search~1]
  private static Fault reason(State s, RuntimeException broken) {
    Fault found = s.store.areas().search();
    if (found == null) {
      throw broken;
    }
    return found;
  }

  /// Executes an instruction of a large family without leaving the loop.
  ///
  /// @return where the next instruction is, or `pc` if the loop must be left for {@link ColdOps}
  static int step(State s, int fp, int[] code, int pc) {
    return switch (code[pc] >>> 8) {
      case Op.HEAP -> HeapOps.quick(s, fp, code, pc);
      case Op.GLOBAL -> Globals.step(s, fp, code, pc);
      case Op.MEM_LOAD, Op.MEM_STORE -> MemoryOps.step(s, fp, code, pc);
      default -> VectorOps.step(s, fp, code, pc);
    };
  }

  /// What an index out of bounds means at the instruction at hand: the arrays' own checks are the
  /// bounds check of memory accesses; anywhere else it is a bug of ours.
  static RuntimeException outOfBounds(State s, IndexOutOfBoundsException outside) {
    int shape = s.code[s.pc] >>> 8;
    boolean access = shape >= Op.LOAD && shape <= Op.VERIFIED_STORE;
    return access ? TrapSignal.of(TrapCode.OUT_OF_BOUNDS_MEMORY) : outside;
  }
}
