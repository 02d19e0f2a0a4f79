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

  FrameStack(Store store, long[] stack, int[] calls) {
    this.store = store;
    this.stack = stack;
    this.calls = calls;
  }

  /// Visits what the call records below `top` tell of, from there on.
  ///
  /// @param top end of the records
  /// @param running the instance whose function has made the call of the topmost record
  void visitCalls(int top, @Nullable ModuleInst running, RefVisitor visitor) {
    ModuleInst instance = running;
    int csp = top;
    while (csp > 0) {
      int mark = calls[csp - State.RECORD];
      if (mark == State.BOUNDARY) {
        csp -= State.BOUNDARY_INTS;
        instance = visitWaiting(csp, visitor);
        continue;
      }
      if (mark == State.SWITCH) {
        instance = store.instance(calls[csp - 1]);
        csp -= State.RECORD;
      }
      csp -= State.RECORD;
      visitFrame(instance, calls[csp] - Op.WORDS, calls[csp + 1], visitor);
    }
  }

  /// What waits below an entered activation, whose records begin at `at`: a call of the host, and
  /// the function of the guest that has made it.
  ///
  /// @return the guest's instance
  private @Nullable ModuleInst visitWaiting(int at, RefVisitor visitor) {
    int index = calls[at + State.SAVED_INSTANCE];
    int address = calls[at + State.SAVED_CALLEE];
    ModuleInst instance = index == State.NONE ? null : store.instance(index);
    if (address != State.NONE) {
      boolean replied = calls[at + State.SAVED_REPLIED] != 0;
      visitHost(store.func(address + 1L), calls[at + State.SAVED_HOST_BASE], replied, visitor);
      visitFrame(instance, calls[at] - Op.WORDS, calls[at + 1], visitor);
    }
    return instance;
  }

  void visitFrame(@Nullable ModuleInst instance, int pc, int fp, RefVisitor visitor) {
    if (instance != null) {
      instance.code().maps().visit(pc, stack, fp, visitor);
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
      stack[slot] = visitor.visit(stack[slot]);
    }
    return ValueShape.slots(shape);
  }

  static @Nullable Module module(FuncInst f) {
    ModuleInst instance = f.instance;
    return instance == null ? null : instance.module();
  }
}
