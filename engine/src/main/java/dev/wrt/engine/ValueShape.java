package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.ValType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What the translator and the machine know about the values of a type: how many slots they take,
/// and whether they may refer to an object that the collector moves.
///
/// A shape is a set of flags in an int. Values without a flag take one slot and refer to nothing
/// that is collected: numbers, and references to functions, which are handles.
final class ValueShape {
  /// One slot, nothing collected.
  static final byte PLAIN = 0;

  /// Two slots, the low half first: `v128`.
  static final byte WIDE = 1;

  /// A reference of the `any`, `extern` or `exn` hierarchy.
  static final byte REF = 2;

  private ValueShape() {}

  /// The shape of the values of a type.
  ///
  /// @param module that the type stands in; null where it is one of the host's, which are abstract
  /// @param code of a {@link ValType}
  static byte of(@Nullable Module module, int code) {
    if (ValType.isVec(code)) {
      return WIDE;
    }
    return ValType.isRef(code) && !isFunc(module, ValType.heap(code)) ? REF : PLAIN;
  }

  private static boolean isFunc(@Nullable Module module, int heap) {
    if (HeapType.isTypeidx(heap) && module != null) {
      return module.types().get(HeapType.typeidx(heap)).comp() instanceof FuncType;
    }
    return heap == HeapType.FUNC || heap == HeapType.NOFUNC;
  }

  /// Slots of a value of a shape.
  static int slots(byte shape) {
    return 1 + (shape & WIDE);
  }

  /// Slots of a value of a type.
  static int slots(ValType type) {
    return type.isVec() ? 2 : 1;
  }

  /// Slots of the parameters of a function.
  static int params(FuncType type) {
    int slots = type.paramCount();
    for (int i = 0; i < type.paramCount(); i++) {
      slots += ValType.isVec(type.paramCode(i)) ? 1 : 0;
    }
    return slots;
  }

  /// Slots of the results of a function.
  static int results(FuncType type) {
    int slots = type.resultCount();
    for (int i = 0; i < type.resultCount(); i++) {
      slots += ValType.isVec(type.resultCode(i)) ? 1 : 0;
    }
    return slots;
  }
}
