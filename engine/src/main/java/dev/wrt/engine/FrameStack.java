package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Frames on a value stack and the call records that tell where they are, as those who hold
/// references: what the stacks of a {@link Machine} and {@link SavedFrames} have in common.
///
/// Nothing is allocated, and nothing recurs, however deep the calls are.
// [impl->req~engine-stack-maps~1]
abstract sealed class FrameStack permits Frames, SavedFrames {
  final Store store;

  /// The value stack.
  long[] stack;

  /// The call records, see {@link State}.
  int[] calls;

  private final FrameGuard guard;
  private final FrameArea slotArea;
  private final FrameArea callArea;

  FrameStack(Store store, long[] stack, int[] calls, FrameArea slotArea, FrameArea callArea) {
    this.store = store;
    this.guard = store.frames();
    this.stack = stack;
    this.calls = calls;
    this.slotArea = slotArea;
    this.callArea = callArea;
  }

  /// Slots, without their copies.
  final int slots() {
    return stack.length / guard.copies;
  }

  /// Ints of the call records, without their copies.
  final int ints() {
    return calls.length / guard.copies;
  }

  /// A word of the call records; leaves with {@link TrapSignal#FRAMES} if it is corrupted.
  final int call(int i) {
    FrameGuard.leaveUnless(holds(i));
    return calls[i];
  }

  /// Whether a word of the call records agrees with its copy, or was put right.
  final boolean holds(int i) {
    return guard.holds(callArea, calls, guard.distance(calls.length), i);
  }

  /// Whether slots agree with their copies, or were put right.
  final boolean slotsHold(int from, int to) {
    return guard.hold(slotArea, stack, guard.distance(stack.length), from, to);
  }

  /// Whether words of the call records agree with their copies, or were put right.
  final boolean callsHold(int from, int to) {
    return guard.hold(callArea, calls, guard.distance(calls.length), from, to);
  }

  /// Gives a slot a value.
  final void slot(int i, long value) {
    Copies.write(stack, guard.distance(stack.length), i, value);
  }

  /// Gives a word of the call records a value.
  final void call(int i, int value) {
    Copies.write(calls, guard.distance(calls.length), i, value);
  }

  /// Hands the reference in a slot to a visitor and keeps what it answers. A reference that was
  /// corrupted is not followed.
  final void visitSlot(int i, RefVisitor visitor) {
    int m = guard.distance(stack.length);
    FrameGuard.leaveUnless(guard.holds(slotArea, stack, m, i));
    Copies.write(stack, m, i, visitor.visit(stack[i]));
  }

  /// Visits what the call records below `top` tell of, from there on.
  ///
  /// @param top end of the records
  /// @param running the instance whose function has made the call of the topmost record
  void visitCalls(int top, @Nullable ModuleInst running, RefVisitor visitor) {
    ModuleInst instance = running;
    int csp = top;
    while (csp > 0) {
      int mark = call(csp - State.RECORD);
      if (mark == State.BOUNDARY) {
        csp -= State.BOUNDARY_INTS;
        instance = visitWaiting(csp, visitor);
        continue;
      }
      if (mark == State.SWITCH) {
        instance = store.instance(call(csp - 1));
        csp -= State.RECORD;
      }
      csp -= State.RECORD;
      visitFrame(instance, call(csp) - Op.WORDS, call(csp + 1), visitor);
    }
  }

  /// What waits below an entered activation, whose records begin at `at`: a call of the host, and
  /// the function of the guest that has made it.
  ///
  /// @return the guest's instance
  private @Nullable ModuleInst visitWaiting(int at, RefVisitor visitor) {
    int index = call(at + State.SAVED_INSTANCE);
    int address = call(at + State.SAVED_CALLEE);
    ModuleInst instance = index == State.NONE ? null : store.instance(index);
    if (address != State.NONE) {
      boolean replied = call(at + State.SAVED_REPLIED) != 0;
      visitHost(store.func(address + 1L), call(at + State.SAVED_HOST_BASE), replied, visitor);
      visitFrame(instance, call(at) - Op.WORDS, call(at + 1), visitor);
    }
    return instance;
  }

  void visitFrame(@Nullable ModuleInst instance, int pc, int fp, RefVisitor visitor) {
    if (instance != null) {
      instance.code().maps().visit(pc, this, fp, visitor);
    }
  }

  void visitHost(@Nullable FuncInst f, int base, boolean replied, RefVisitor visitor) {
    if (f == null) {
      return;
    }
    if (replied) {
      visitResults(f, base, visitor);
      return;
    }
    Module module = module(f);
    FuncType type = f.type();
    int slot = base;
    for (int i = 0; i < type.paramCount(); i++) {
      slot += visitValue(ValueShape.of(module, type.paramCode(i)), slot, visitor);
    }
  }

  void visitResults(FuncInst f, int base, RefVisitor visitor) {
    Module module = module(f);
    FuncType type = f.type();
    int slot = base;
    for (int i = 0; i < type.resultCount(); i++) {
      slot += visitValue(ValueShape.of(module, type.resultCode(i)), slot, visitor);
    }
  }

  /// @return slots of the value
  private int visitValue(byte shape, int slot, RefVisitor visitor) {
    if (shape == ValueShape.REF) {
      visitSlot(slot, visitor);
    }
    return ValueShape.slots(shape);
  }

  static @Nullable Module module(FuncInst f) {
    ModuleInst instance = f.instance;
    return instance == null ? null : instance.module();
  }
}
