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
    List<String> lines = new ArrayList<>();
    int max = s.store.options().backtraceMax();
    ModuleInst instance = s.instance;
    int pc = s.status == Status.HOST_CALL ? s.pc - Op.WORDS : s.pc;
    int csp = s.csp;
    while (lines.size() < max) {
      if (instance != null && pc >= Op.WORDS) {
        lines.add(line(instance, pc));
      }
      if (csp == 0) {
        return lines;
      }
      int mark = s.calls[csp - State.RECORD];
      if (mark == State.BOUNDARY) {
        instance = callerOf(s, csp);
        csp -= State.BOUNDARY_INTS - State.RECORD;
      } else if (mark == State.SWITCH) {
        instance = s.store.instance(s.calls[csp - 1]);
        csp -= State.RECORD;
      }
      pc = s.calls[csp - State.RECORD] - Op.WORDS;
      csp -= State.RECORD;
    }
    lines.add("(more calls not shown)");
    return lines;
  }

  /// The instance that waits below a boundary, if any.
  private static @Nullable ModuleInst callerOf(State s, int csp) {
    int index = s.calls[csp - 2 * State.RECORD];
    return index == State.NONE ? null : s.store.instance(index);
  }

  private static String line(ModuleInst instance, int pc) {
    CodeArea code = instance.code();
    int funcidx = instance.module().importedFuncCount() + code.functionAt(pc);
    String name = instance.module().names().funcName(funcidx);
    String shown = name == null ? "func[" + funcidx + "]" : name;
    return shown + " at 0x" + Integer.toHexString(code.offset(pc));
  }
}
