package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;

/// The activations of a {@link Machine}, innermost first, as those who hold references: the frames
/// of the guest, what the host's function that waits was given or has answered, and the results of
/// a function that has returned; besides, the exception in flight.
///
/// An activation that has failed will not go on: what it holds is not visited. Nor is what a lost
/// machine holds, see {@link ControlWords}.
final class Frames extends FrameStack {
  Frames(Store store, long[] stack, int[] calls) {
    super(store, stack, calls, store.frames().slots, store.frames().records);
  }

  /// Hands each reference to a visitor and keeps what it answers.
  ///
  /// @param s whose stacks these are
  void visit(State s, RefVisitor visitor) {
    if (s.running) {
      visitAll(s, visitor);
    } else if (s.intact()) {
      visitAll(s, visitor);
      s.keep();
    }
  }

  private void visitAll(State s, RefVisitor visitor) {
    s.thrown = visitor.visit(s.thrown);
    if (s.boundary != 0) {
      visitInnermost(s, visitor);
      boolean alive = s.status != Status.TRAPPED && s.status != Status.RETURNED;
      visitCalls(alive ? s.csp : s.boundary, s.instance, visitor);
    }
  }

  private void visitInnermost(State s, RefVisitor visitor) {
    if (s.status == Status.RETURNED) {
      visitResults(store.func(s.entered + 1L), s.fp, visitor);
    } else if (s.callee != null) {
      visitHost(s.callee, s.hostBase, s.replied, visitor);
      visitFrame(s.instance, s.pc - Op.WORDS, s.fp, visitor);
    } else if (s.status != Status.TRAPPED) {
      visitFrame(s.instance, s.pc, s.fp, visitor);
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
        s.slot(slot, Refs.NULL);
      }
      slot += ValueShape.slots(shape);
    }
  }
}
