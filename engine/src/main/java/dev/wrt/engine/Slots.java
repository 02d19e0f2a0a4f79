package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;

/// How values lie in slots: a `v128` takes two, its low half first, every other value one. Numbers
/// of 32 bits and references are zero-extended.
final class Slots {
  private static final long U32 = 0xFFFF_FFFFL;

  private Slots() {}

  /// Slots of a value.
  ///
  /// @param code of its type
  static int of(int code) {
    return ValType.isVec(code) ? 2 : 1;
  }

  /// Slots of all parameters of a type.
  static int params(FuncType type) {
    int slots = 0;
    for (int i = 0; i < type.paramCount(); i++) {
      slots += of(type.paramCode(i));
    }
    return slots;
  }

  /// Slots of all results of a type.
  static int results(FuncType type) {
    int slots = 0;
    for (int i = 0; i < type.resultCount(); i++) {
      slots += of(type.resultCode(i));
    }
    return slots;
  }

  /// What a slot of the parameters holds for a value given by the host.
  static long param(FuncType type, int slot, long value) {
    int before = 0;
    for (int i = 0; i < type.paramCount(); i++) {
      before += of(type.paramCode(i));
      if (before > slot) {
        return normalised(type.paramCode(i), value);
      }
    }
    return value;
  }

  /// What a slot of the results holds for a value given by the host.
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

  private static long normalised(int code, long value) {
    boolean wide = code == ValType.I64.code() || code == ValType.F64.code() || ValType.isVec(code);
    return wide ? value : value & U32;
  }
}
