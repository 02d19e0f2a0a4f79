package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.Storage;

/// Which locals without a default value have been set (`init` of the specification's local types).
///
/// Such a local is unset until the first `local.set` or `local.tee`, and again at the end of the
/// block that has it. The control stack notes {@link #mark} when a block begins and gives it to
/// {@link #reset} when the block ends. A function whose locals all have default values costs
/// nothing.
// [impl->req~core-local-init~1]
final class LocalInits {
  private static final int SET = 0;
  private static final int UNSET = 1;

  private final CodeReader code;

  /// For each local, whether it is set; empty where all are.
  private final TypeStack status;

  /// The locals that have become set, in that order.
  private final TypeStack order;

  private boolean all = true;

  LocalInits(ByteReader reader, CodeReader code, Storage scratch, int localsMax) {
    this.code = code;
    status = new TypeStack(reader, scratch, "locals", localsMax);
    order = new TypeStack(reader, scratch, "locals", localsMax);
  }

  /// Begins a function whose locals the reader has expanded.
  void begin(int paramCount) {
    all = code.locals().allDefaultable();
    status.clear();
    order.clear();
    if (all) {
      return;
    }
    status.push(SET, paramCount);
    for (int i = paramCount; i < code.localCount(); i++) {
      status.push(ValType.isDefaultable(code.localCode(i)) ? SET : UNSET);
    }
  }

  /// Begins something without locals.
  void begin() {
    all = true;
    order.clear();
  }

  boolean isSet(int localidx) {
    return all || status.get(localidx) == SET;
  }

  void set(int localidx) {
    if (!isSet(localidx)) {
      status.set(localidx, SET);
      order.push(localidx);
    }
  }

  /// What {@link #reset} goes back to.
  int mark() {
    return order.size();
  }

  /// Unsets what has become set since the mark was taken.
  void reset(int mark) {
    while (order.size() > mark) {
      status.set(order.pop(), UNSET);
    }
  }
}
