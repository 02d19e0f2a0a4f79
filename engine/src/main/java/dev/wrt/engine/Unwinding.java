package dev.wrt.engine;

import dev.wrt.bounded.Fault;

/// What happens when an exception is thrown (`Step/throw_ref`): the frames of the activation are
/// inspected from the innermost one outwards until one catches it.
///
/// The exception in flight is {@link State#thrown}. First a handler is searched, which changes
/// nothing; then that is paid, one unit of fuel for each frame inspected and one for each 16
/// handlers and clauses in it; then all frames inside of the handler's are dropped at once. So if
/// fuel does not suffice, the machine still stands where the exception was thrown, and goes on from
/// there. The search does not go further than the fuel reaches.
///
/// An exception that nobody catches ends the entered activation, at whose boundary it stops: the
/// host decides whether to throw it again. Traps are no exceptions: nothing catches them.
// [impl->req~engine-exceptions~1]
final class Unwinding {
  /// Handlers and clauses that are looked at for one unit of fuel.
  private static final int STEPS_PER_FUEL_LOG2 = 4;

  private Unwinding() {}

  /// `throw`
  static void throwNew(State s) {
    TagInst tag = s.running().tag(s.code[s.pc + 2]);
    long exception = s.store.exceptions().newException(s, tag.address, s.fp + s.code[s.pc + 1]);
    if (exception != 0) {
      s.thrown = exception;
      unwind(s);
    }
  }

  /// `throw_ref`, and `rethrow`.
  static void throwRef(State s) {
    long exception = s.slot(s.fp + s.code[s.pc + 1]);
    TrapSignal.trapIf(exception == 0, TrapCode.NULL_EXCEPTION_REFERENCE);
    s.thrown = exception;
    unwind(s);
  }

  /// Goes on with the exception in flight: at its handler, or with the end of the activation, or,
  /// where fuel does not suffice, nowhere yet.
  static void unwind(State s) {
    TagInst tag = s.store.tag(s.store.exceptions().tag(s.thrown));
    ModuleInst instance = s.instance;
    int pc = s.pc;
    int fp = s.fp;
    int csp = s.csp;
    for (long cost = 1; cost <= s.fuel; cost++) {
      int clause = HandlerTable.NONE;
      if (instance != null && pc >= Op.WORDS) {
        HandlerTable handlers = instance.code().handlers();
        clause = handlers.find(instance, pc, tag);
        cost += handlers.steps() >>> STEPS_PER_FUEL_LOG2;
      }
      if (cost > s.fuel) {
        break;
      }
      if (clause != HandlerTable.NONE) {
        s.fuel -= cost;
        s.csp = csp;
        s.fp = fp;
        s.switchTo(instance);
        handle(s, tag, clause);
        return;
      }
      int mark = s.call(csp - State.RECORD);
      if (mark == State.BOUNDARY) {
        s.fuel -= cost;
        s.fail(new Fault.Trap(EngineCode.UNCAUGHT_EXCEPTION, tag.name(), Backtrace.of(s)));
        return;
      }
      if (mark == State.SWITCH) {
        instance = s.store.instance(s.call(csp - 1));
        csp -= State.RECORD;
      }
      pc = s.call(csp - State.RECORD) - Op.WORDS;
      fp = s.call(csp - 1);
      csp -= State.RECORD;
    }
    s.status = Status.OUT_OF_FUEL;
  }

  /// Branches as a clause of the running frame says.
  private static void handle(State s, TagInst tag, int clause) {
    HandlerTable handlers = s.running().code().handlers();
    int at = s.fp + handlers.register(clause);
    int exception = handlers.exception(clause);
    if (exception == HandlerTable.BEFORE) {
      s.slot(at, s.thrown);
      at++;
    }
    if (handlers.withValues(clause)) {
      s.store.exceptions().values(s, s.thrown, at);
      at += tag.slots;
    }
    if (exception == HandlerTable.BEHIND) {
      s.slot(at, s.thrown);
    }
    s.pc = handlers.target(clause);
    s.thrown = 0;
  }
}
