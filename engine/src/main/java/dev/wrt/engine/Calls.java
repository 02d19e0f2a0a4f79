package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;

/// Calls and returns that leave the instance, need a translation first, or go through a table or a
/// reference (`Step_read/call_indirect`, `Step_read/return_call`).
///
/// A tail call takes the place of the running function: its arguments have been moved to where that
/// one's parameters were, and what that one would have returned to is what the callee returns to.
/// If the callee is of another instance, a {@link State#SWITCH} is needed above the record, unless
/// there is one, or a boundary, already: so tail calls back and forth need one record in all.
final class Calls {
  private Calls() {}

  /// Where the function begins that the call at `pc` names by reference, if it is one of the
  /// running instance that is translated already; else 0. Traps if there is none or if it has
  /// another type.
  ///
  /// @param byRef whether the operand is the reference, or the index of one in a table
  /// @param slot where the operand is
  static int entry(State s, boolean byRef, int pc, int slot) {
    long operand = s.slot(slot);
    FuncInst f =
        byRef ? referred(s, operand) : referred(s, s.code[pc + Op.WORDS], operand, s.code[pc + 3]);
    ModuleInst instance = s.running();
    return f.instance == instance ? instance.entry(f.funcidx) : 0;
  }

  /// `br_on_cast` and `br_on_cast_fail`
  static void branchOnCast(State s) {
    int[] code = s.code;
    int pc = s.pc;
    long ref = s.slot(s.fp + code[pc + 1]);
    boolean matches = HeapTypes.matches(s, ref, code[pc + Op.WORDS]);
    s.pc = matches == (code[pc + 2] != 0) ? code[pc + 3] : pc + 2 * Op.WORDS;
  }

  private static FuncInst referred(State s, long ref) {
    TrapSignal.trapIf(ref == 0, TrapCode.NULL_FUNCTION_REFERENCE);
    return existing(s, ref);
  }

  /// The function that a reference refers to; it refers to none only where it is corrupted.
  private static FuncInst existing(State s, long ref) {
    if (ref < 0 || ref > s.store.funcCount()) {
      throw TrapSignal.CORRUPTED;
    }
    return s.store.func(ref);
  }

  // [impl->req~engine-indirect-call~1]
  private static FuncInst referred(State s, int tableidx, long index, int typeId) {
    RefArea elements = s.running().table(tableidx).elements;
    boolean inside = index >= 0 && index < elements.size();
    TrapSignal.trapIf(!inside, TrapCode.UNDEFINED_ELEMENT);
    int ref = elements.load((int) index);
    TrapSignal.trapIf(ref == 0, TrapCode.UNINITIALIZED_ELEMENT);
    FuncInst f = existing(s, ref);
    boolean matches = f.typeId == typeId || s.store.types().isSub(f.typeId, typeId);
    TrapSignal.trapIf(!matches, TrapCode.INDIRECT_CALL_TYPE_MISMATCH);
    return f;
  }

  /// `call_indirect` of any function.
  static void callIndirect(State s) {
    int[] code = s.code;
    int pc = s.pc;
    long index = s.slot(s.fp + code[pc + 2]);
    FuncInst f = referred(s, code[pc + Op.WORDS], index, code[pc + 3]);
    call(s, f, s.fp + code[pc + 1], pc + 2 * Op.WORDS);
  }

  /// `call_ref` of any function.
  static void callRef(State s) {
    FuncInst f = referred(s, s.slot(s.fp + s.code[s.pc + 2]));
    call(s, f, s.fp + s.code[s.pc + 1], s.pc + Op.WORDS);
  }

  /// `return_call` of an imported function.
  static void returnCallImport(State s) {
    returnCall(s, s.running().func(s.code[s.pc + 2]));
  }

  /// `return_call_indirect` of any function.
  static void returnCallIndirect(State s) {
    int[] code = s.code;
    long index = s.slot(s.fp + code[s.pc + 2]);
    returnCall(s, referred(s, code[s.pc + Op.WORDS], index, code[s.pc + 3]));
  }

  /// `return_call_ref` of any function.
  static void returnCallRef(State s) {
    returnCall(s, referred(s, s.slot(s.fp + s.code[s.pc + 2])));
  }

  /// `call` of an imported function.
  static void callImport(State s) {
    FuncInst f = s.running().func(s.code[s.pc + 2]);
    call(s, f, s.fp + s.code[s.pc + 1], s.pc + Op.WORDS);
  }

  /// Translates the function that the `call` or `return_call` at hand names; the call is then
  /// executed again.
  static void translateCallee(State s) {
    ModuleInst instance = s.running();
    if (translated(s, instance, s.code[s.pc + 2])) {
      s.switchTo(instance);
    }
  }

  /// Lets a function run in the frame that begins at `fp`, where its arguments lie; one of the host
  /// makes the machine wait for it.
  ///
  /// @return false if it can't be translated; the machine has then failed
  // [impl->req~engine-host-call~1]
  static boolean start(State s, FuncInst f, int fp) {
    ModuleInst target = f.instance;
    if (target == null) {
      s.callee = f;
      s.hostBase = fp;
      s.replied = false;
      s.status = Status.HOST_CALL;
      return true;
    }
    if (target.entry(f.funcidx) == 0 && !translated(s, target, target.definedIndex(f.funcidx))) {
      return false;
    }
    s.switchTo(target);
    s.fp = fp;
    s.pc = target.entry(f.funcidx);
    return true;
  }

  private static void call(State s, FuncInst f, int fp, int next) {
    int before = s.csp;
    if (!f.isHost()) {
      s.push(next, s.fp);
      if (f.instance != s.instance) {
        s.push(State.SWITCH, s.running().index());
      }
    }
    if (!start(s, f, fp)) {
      s.csp = before;
    } else if (f.isHost()) {
      s.pc = next;
    }
  }

  /// Lets a function take the place of the running one, where its arguments lie already. One of the
  /// host returns to the first instruction of the code, which is a return.
  // [impl->req~engine-tail-call~1]
  private static void returnCall(State s, FuncInst f) {
    ModuleInst caller = s.running();
    if (!start(s, f, s.fp)) {
      return;
    }
    if (f.isHost()) {
      s.pc = 0;
    } else if (f.instance != caller && s.call(s.csp - State.RECORD) >= 0) {
      s.push(State.SWITCH, caller.index());
    }
  }

  private static boolean translated(State s, ModuleInst instance, int definedIndex) {
    if (s.store.translator().translate(instance, definedIndex)) {
      return true;
    }
    Fault corrupted = s.store.areas().latched();
    s.fail(corrupted == null ? s.store.storage().refusal() : corrupted);
    return false;
  }

  /// A return to another instance, or from an entered activation.
  static void returnAcross(State s) {
    s.csp -= State.RECORD;
    int mark = s.call(s.csp);
    if (mark == State.BOUNDARY) {
      s.csp += State.RECORD;
      s.status = Status.RETURNED;
      return;
    }
    Invariant.check(mark == State.SWITCH, "a return finds a call record, a switch or a boundary");
    s.switchTo(s.store.instance(s.call(s.csp + 1)));
    s.csp -= State.RECORD;
    s.pc = s.call(s.csp);
    s.fp = s.call(s.csp + 1);
  }
}
