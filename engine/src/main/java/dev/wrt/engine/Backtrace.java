package dev.wrt.engine;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Names the guest's open calls, innermost first: `fib at 0x2f`, or `func[12] at 0x2f` where the
/// module has no name for it; the offset is that of the instruction in the module's bytes. At most
/// {@link EngineOptions#backtraceMax} lines, then one that says so. What is below a corrupted call
/// record is not known.
final class Backtrace {
  private Backtrace() {}

  /// The backtrace of a machine that stands at an instruction, or behind a call of the host.
  // [impl->req~engine-backtrace~1]
  static List<String> of(State s) {
    int pc = s.status == Status.HOST_CALL ? s.pc - Op.WORDS : s.pc;
    return of(s.frames, s.csp, s.instance, pc);
  }

  /// The backtrace of an instruction and the call records below `top`.
  static List<String> of(FrameStack frames, int top, @Nullable ModuleInst running, int current) {
    List<String> lines = new ArrayList<>();
    try {
      walk(lines, frames, top, running, current);
    } catch (TrapSignal _) {
      lines.add("(calls that were corrupted)");
    }
    return lines;
  }

  private static void walk(
      List<String> lines, FrameStack frames, int top, @Nullable ModuleInst running, int current) {
    int max = frames.store.options().backtraceMax();
    ModuleInst instance = running;
    int pc = current;
    int csp = top;
    while (true) {
      if (instance != null && pc >= Op.WORDS) {
        if (lines.size() == max) {
          lines.add("(more calls not shown)");
          return;
        }
        lines.add(line(instance, pc));
      }
      if (csp == 0) {
        return;
      }
      int mark = frames.call(csp - State.RECORD);
      if (mark == State.BOUNDARY) {
        instance = callerOf(frames, csp);
        csp -= State.BOUNDARY_INTS - State.RECORD;
      } else if (mark == State.SWITCH) {
        instance = frames.store.instance(frames.call(csp - 1));
        csp -= State.RECORD;
      }
      pc = frames.call(csp - State.RECORD) - Op.WORDS;
      csp -= State.RECORD;
    }
  }

  /// The instance that waits below a boundary, if any.
  private static @Nullable ModuleInst callerOf(FrameStack frames, int csp) {
    int index = frames.call(csp - 2 * State.RECORD);
    return index == State.NONE ? null : frames.store.instance(index);
  }

  private static String line(ModuleInst instance, int pc) {
    CodeArea code = instance.code();
    int funcidx = instance.module().importedFuncCount() + code.functionAt(pc);
    String name = instance.module().names().funcName(funcidx);
    String shown = name == null ? "func[" + funcidx + "]" : name;
    return shown + " at 0x" + Integer.toHexString(code.offset(pc));
  }
}
