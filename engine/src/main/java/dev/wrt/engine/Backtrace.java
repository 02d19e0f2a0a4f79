package dev.wrt.engine;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Names the guest's open calls, innermost first: `fib at 0x2f`, or `func[12] at 0x2f` where the
/// module has no name for it; the offset is that of the instruction in the module's bytes. At most
/// {@link EngineOptions#backtraceMax} lines, then one that says so.
final class Backtrace {
  private Backtrace() {}

  /// The backtrace of a machine that stands at an instruction, or behind a call of the host.
  // [impl->req~engine-backtrace~1]
  static List<String> of(State s) {
    int pc = s.status == Status.HOST_CALL ? s.pc - Op.WORDS : s.pc;
    return of(s.store, s.calls, s.csp, s.instance, pc);
  }

  /// The backtrace of an instruction and the call records below `top`.
  static List<String> of(
      Store store, int[] calls, int top, @Nullable ModuleInst running, int current) {
    List<String> lines = new ArrayList<>();
    int max = store.options().backtraceMax();
    ModuleInst instance = running;
    int pc = current;
    int csp = top;
    while (true) {
      if (instance != null && pc >= Op.WORDS) {
        if (lines.size() == max) {
          lines.add("(more calls not shown)");
          return lines;
        }
        lines.add(line(instance, pc));
      }
      if (csp == 0) {
        return lines;
      }
      int mark = calls[csp - State.RECORD];
      if (mark == State.BOUNDARY) {
        instance = callerOf(store, calls, csp);
        csp -= State.BOUNDARY_INTS - State.RECORD;
      } else if (mark == State.SWITCH) {
        instance = store.instance(calls[csp - 1]);
        csp -= State.RECORD;
      }
      pc = calls[csp - State.RECORD] - Op.WORDS;
      csp -= State.RECORD;
    }
  }

  /// The instance that waits below a boundary, if any.
  private static @Nullable ModuleInst callerOf(Store store, int[] calls, int csp) {
    int index = calls[csp - 2 * State.RECORD];
    return index == State.NONE ? null : store.instance(index);
  }

  private static String line(ModuleInst instance, int pc) {
    CodeArea code = instance.code();
    int funcidx = instance.module().importedFuncCount() + code.functionAt(pc);
    String name = instance.module().names().funcName(funcidx);
    String shown = name == null ? "func[" + funcidx + "]" : name;
    return shown + " at 0x" + Integer.toHexString(code.offset(pc));
  }
}
