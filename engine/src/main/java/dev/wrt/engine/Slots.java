package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;

/// Values of the host as they lie in slots: a `v128` takes two, its low half first, every other
/// value one. Numbers of 32 bits and references are zero-extended, whatever the host has in the
/// upper half.
final class Slots {
  private static final long U32 = 0xFFFF_FFFFL;

  private Slots() {}

  /// Puts arguments of the host where a function finds its parameters.
  static void copyParams(FuncType type, long[] args, State s, int base) {
    int slot = 0;
    for (int i = 0; i < type.paramCount(); i++) {
      int code = type.paramCode(i);
      s.slot(base + slot, normalised(code, args[slot]));
      if (of(code) == 2) {
        s.slot(base + slot + 1, args[slot + 1]);
      }
      slot += of(code);
    }
  }

  /// What a slot of the results holds for a value of the host.
  static long result(FuncType type, int slot, long value) {
    int before = 0;
    for (int i = 0; i < type.resultCount(); i++) {
      before += of(type.resultCode(i));
      if (before > slot) {
        return normalised(type.resultCode(i), value);
      }
    }
    return value;
  }

  private static int of(int code) {
    return ValType.isVec(code) ? 2 : 1;
  }

  private static long normalised(int code, long value) {
    boolean wide = code == ValType.I64.code() || code == ValType.F64.code() || ValType.isVec(code);
    return wide ? value : value & U32;
  }

  /// Executes {@link Op#MOVE2} or {@link Op#CONST2}: gives the two slots of a vector their values.
  ///
  /// @return where the last words of the instruction are
  static int pair(State s, int fp, int[] code, int pc) {
    int to = fp + code[pc + 1];
    int b = code[pc + 2];
    if (code[pc] == Op.MOVE2) {
      long low = s.slot(fp + b);
      s.slots(to, low, s.slot(fp + b + 1));
      return pc;
    }
    int more = pc + Op.WORDS;
    s.slots(to, Lanes.pair(b, code[pc + 3]), Lanes.pair(code[more], code[more + 1]));
    return more;
  }
}
