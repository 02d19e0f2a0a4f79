package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.ArrayType;
import dev.wrt.decoder.core.FieldType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.StructType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Types of references and the objects that they refer to: which reference is of which type
/// (`Ref_ok`), and how the objects of a module's types lie in the heap.
final class HeapTypes {
  private HeapTypes() {}

  /// Whether a reference is of a type.
  ///
  /// @param ref of the same hierarchy as the type
  /// @param code store code of the type, see {@link StoreTypes}
  static boolean matches(State s, long ref, int code) {
    return matches(s.store, ref, code);
  }

  /// Whether a reference is of a type.
  static boolean matches(Store store, long ref, int code) {
    if (ref == Refs.NULL) {
      return ValType.nullable(code);
    }
    int heap = ValType.heap(code);
    return switch (heap) {
      case HeapType.ANY, HeapType.EXTERN, HeapType.FUNC, HeapType.EXN -> true;
      case HeapType.NONE, HeapType.NOEXTERN, HeapType.NOFUNC, HeapType.NOEXN -> false;
      case HeapType.EQ -> !Refs.isHost(ref);
      case HeapType.I31 -> Refs.isI31(ref);
      case HeapType.STRUCT -> isKind(store, ref, ObjectLayout.STRUCT);
      case HeapType.ARRAY -> isKind(store, ref, ObjectLayout.ARRAY);
      default -> isOf(store, ref, HeapType.typeidx(heap));
    };
  }

  private static boolean isKind(Store store, long ref, int kind) {
    return Refs.isHeap(ref) && store.heap().layout(ref).kind() == kind;
  }

  private static boolean isOf(Store store, long ref, int typeId) {
    if (store.types().comp(typeId) instanceof FuncType) {
      return store.types().isSub(store.func(ref).typeId, typeId);
    }
    return Refs.isHeap(ref) && store.types().isSub(store.heap().validTypeId(ref), typeId);
  }

  /// Whether the collector follows the values of a type: references other than to functions.
  ///
  /// @param code store code of a value type or packed type
  static boolean collected(StoreTypes types, int code) {
    if (!ValType.isRef(code)) {
      return false;
    }
    int heap = ValType.heap(code);
    if (HeapType.isTypeidx(heap)) {
      return !(types.comp(HeapType.typeidx(heap)) instanceof FuncType);
    }
    return heap != HeapType.FUNC && heap != HeapType.NOFUNC;
  }

  /// Lays out the structs and arrays of an instance's module, and the exceptions of its tags.
  ///
  /// @return why not, or null
  static @Nullable Fault layOut(ModuleInst instance) {
    Store store = instance.store();
    for (int i = 0; i < instance.module().types().size(); i++) {
      boolean done =
          switch (instance.module().types().get(i).comp()) {
            case StructType struct -> layOut(instance, instance.typeId(i), struct);
            case ArrayType array -> layOut(instance, instance.typeId(i), array);
            case FuncType _ -> true;
          };
      if (!done) {
        return store.storage().refusal();
      }
    }
    for (int i = 0; i < instance.module().tags().size(); i++) {
      int typeidx = instance.module().tags().get(i).typeidx();
      FuncType type = instance.module().funcType(typeidx);
      int[] codes = new int[type.paramCount()];
      for (int j = 0; j < codes.length; j++) {
        codes[j] = instance.storeCode(type.paramCode(j));
      }
      if (!layOut(store, instance.typeId(typeidx), codes)) {
        return store.storage().refusal();
      }
    }
    return null;
  }

  private static boolean layOut(ModuleInst instance, int typeId, StructType struct) {
    Store store = instance.store();
    List<FieldType> fields = struct.fields();
    if (!store.heap().layouts().isMissing(typeId)) {
      return true;
    }
    if (!store.heap().layouts().reserve(typeId, fields.size())) {
      return false;
    }
    byte[] widths = new byte[fields.size()];
    boolean[] collected = new boolean[widths.length];
    for (int i = 0; i < widths.length; i++) {
      int code = fields.get(i).storage();
      widths[i] = FieldWidth.of(code);
      collected[i] = collected(store.types(), instance.storeCode(code));
    }
    store.heap().layouts().put(typeId, ObjectLayout.struct(widths, collected));
    return true;
  }

  private static boolean layOut(ModuleInst instance, int typeId, ArrayType array) {
    Store store = instance.store();
    if (!store.heap().layouts().isMissing(typeId)) {
      return true;
    }
    if (!store.heap().layouts().reserve(typeId, 1)) {
      return false;
    }
    int code = array.element().storage();
    boolean collected = collected(store.types(), instance.storeCode(code));
    store.heap().layouts().put(typeId, ObjectLayout.array(FieldWidth.of(code), collected));
    return true;
  }

  /// Lays out the exceptions of a tag's type.
  ///
  /// @param codes store codes of their values
  /// @return false if the budget refuses
  static boolean layOut(Store store, int typeId, int[] codes) {
    Layouts layouts = store.heap().layouts();
    if (!layouts.isMissing(typeId)) {
      return true;
    }
    int slots = 0;
    for (int code : codes) {
      slots += ValType.isVec(code) ? 2 : 1;
    }
    if (!layouts.reserve(typeId, slots)) {
      return false;
    }
    boolean[] collected = new boolean[slots];
    int slot = 0;
    for (int code : codes) {
      collected[slot] = collected(store.types(), code);
      slot += ValType.isVec(code) ? 2 : 1;
    }
    layouts.put(typeId, ObjectLayout.exception(collected));
    return true;
  }
}
