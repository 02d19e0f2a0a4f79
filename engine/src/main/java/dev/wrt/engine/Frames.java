package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The activations of a {@link Machine}, innermost first, as those who hold references: the frames
/// of the guest, what the host's function that waits was given or has answered, and the results of
/// a function that has returned; besides, the exception in flight.
///
/// An activation that has failed will not go on: what it holds is not visited. Nothing is
/// allocated, and nothing recurs, however deep the calls are.
// [impl->req~engine-stack-maps~1]
final class Frames implements RootSource {
  private final State s;

  Frames(State s) {
    this.s = s;
  }

  @Override
  public void visit(RefVisitor visitor) {
    s.thrown = visitor.visit(s.thrown);
    if (s.boundary != 0) {
      visitInnermost(visitor);
      visitBelow(visitor);
    }
  }

  private void visitInnermost(RefVisitor visitor) {
    if (s.status == Status.RETURNED) {
      visitResults(s.store.func(s.entered + 1L), s.fp, visitor);
    } else if (s.callee != null) {
      visitHost(s.callee, s.hostBase, s.replied, visitor);
      visitFrame(s.instance, s.pc - Op.WORDS, s.fp, visitor);
    } else if (s.status != Status.TRAPPED) {
      visitFrame(s.instance, s.pc, s.fp, visitor);
    }
  }

  /// The call records, from the top.
  private void visitBelow(RefVisitor visitor) {
    ModuleInst instance = s.instance;
    boolean alive = s.status != Status.TRAPPED && s.status != Status.RETURNED;
    int csp = s.csp;
    while (csp > 0) {
      int mark = s.calls[csp - State.RECORD];
      if (mark == State.BOUNDARY) {
        csp -= State.BOUNDARY_INTS;
        instance = visitWaiting(csp, visitor);
        alive = true;
        continue;
      }
      if (mark == State.SWITCH) {
        instance = s.store.instance(s.calls[csp - 1]);
        csp -= State.RECORD;
      }
      csp -= State.RECORD;
      if (alive) {
        visitFrame(instance, s.calls[csp] - Op.WORDS, s.calls[csp + 1], visitor);
      }
    }
  }

  /// What waits below an entered activation, whose records begin at `at`: a call of the host, and
  /// the function of the guest that has made it.
  ///
  /// @return the guest's instance
  private @Nullable ModuleInst visitWaiting(int at, RefVisitor visitor) {
    int[] calls = s.calls;
    int index = calls[at + State.SAVED_INSTANCE];
    int address = calls[at + State.SAVED_CALLEE];
    ModuleInst instance = index == State.NONE ? null : s.store.instance(index);
    if (address != State.NONE) {
      boolean replied = calls[at + State.SAVED_REPLIED] != 0;
      visitHost(s.store.func(address + 1L), calls[at + State.SAVED_HOST_BASE], replied, visitor);
      visitFrame(instance, calls[at] - Op.WORDS, calls[at + 1], visitor);
    }
    return instance;
  }

  private void visitFrame(@Nullable ModuleInst instance, int pc, int fp, RefVisitor visitor) {
    if (instance != null) {
      instance.code().maps().visit(pc, s.stack, fp, visitor);
    }
  }

  private void visitHost(@Nullable FuncInst f, int base, boolean replied, RefVisitor visitor) {
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

  /// Sets the results that hold references to null: until the host has replied all of them, their
  /// slots hold what its arguments have left.
  static void clearResults(State s, FuncInst f) {
    Module module = module(f);
    FuncType type = f.type();
    int slot = s.hostBase;
    for (int i = 0; i < type.resultCount(); i++) {
      byte shape = ValueShape.of(module, type.resultCode(i));
      if (shape == ValueShape.REF) {
        s.stack[slot] = Refs.NULL;
      }
      slot += ValueShape.slots(shape);
    }
  }

  private void visitResults(FuncInst f, int base, RefVisitor visitor) {
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
      s.stack[slot] = visitor.visit(s.stack[slot]);
    }
    return ValueShape.slots(shape);
  }

  private static @Nullable Module module(FuncInst f) {
    ModuleInst instance = f.instance;
    return instance == null ? null : instance.module();
  }
}
