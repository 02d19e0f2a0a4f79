package dev.wrt.decoder.core;

import dev.wrt.bounded.SizeEstimate;
import dev.wrt.decoder.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The defined types (`deftype`) of several modules, each once: types of different modules are the
/// same if and only if they have the same id here.
///
/// What has an identity is a recursion group; it is found by its normal form ({@link RecGroup}), as
/// inside of one module. Ids are used as the type indices of a module are: a {@link ValType#code}
/// with an id in it means the same everywhere.
// [impl->req~component-core-types~1]
public final class DefTypes {
  /// No id: the budget has refused.
  public static final int REFUSED = -1;

  private static final int TYPE_BYTES =
      SizeEstimate.REFERENCE_BYTES + 4 * SizeEstimate.OBJECT_BYTES;

  private final Storage storage;
  private final List<SubType> types = new ArrayList<>();
  private final Map<RecGroup, Integer> groups = new HashMap<>();
  private final TypeMatching matching = new TypeMatching(types);

  /// Creates an empty set.
  ///
  /// @param storage what pays
  public DefTypes(Storage storage) {
    this.storage = storage;
  }

  /// Number of types; the id that the first type of a new group will have.
  public int count() {
    return types.size();
  }

  /// What an id stands for; indices in it are ids.
  public SubType type(int id) {
    return types.get(id);
  }

  /// Subtyping of ids.
  public TypeMatching matching() {
    return matching;
  }

  /// The id of the first type of a recursion group; those of the others follow.
  ///
  /// @param group the types, whose indices are ids, those of the group itself from {@link #count}
  ///   on
  /// @return the id, or {@link #REFUSED}, with {@link #bytes} saying how much was asked for
  public int intern(List<SubType> group) {
    int start = types.size();
    int words = RecGroup.words(group, 0, group.size());
    if (!storage.offer(bytes(group.size(), words))) {
      return REFUSED;
    }
    types.addAll(group);
    Integer found = groups.putIfAbsent(RecGroup.of(types, start, group.size(), words), start);
    if (found == null) {
      return start;
    }
    types.subList(start, types.size()).clear();
    return found;
  }

  /// Bytes that a group takes.
  public static long bytes(List<SubType> group) {
    return bytes(group.size(), RecGroup.words(group, 0, group.size()));
  }

  private static long bytes(int size, int words) {
    return RecGroup.bytes(words) + (long) size * TYPE_BYTES + (long) words * Integer.BYTES;
  }

  /// Whether a type may be declared below the supertype that it states (`Subtype_ok`).
  public boolean isDeclarable(int id) {
    SubType type = types.get(id);
    if (!type.hasSupertype()) {
      return true;
    }
    SubType sup = types.get(type.supertype());
    return !sup.isFinal() && matching.comp(type.comp(), sup.comp());
  }

  /// Number of types above a type.
  public int depth(int id) {
    int depth = 0;
    int at = types.get(id).supertype();
    while (at != SubType.NO_SUPERTYPE) {
      depth++;
      at = types.get(at).supertype();
    }
    return depth;
  }

  /// A type with its indices replaced.
  ///
  /// @param renaming the new index of each
  public static SubType renamed(SubType type, IntUnaryOperator renaming) {
    int supertype =
        type.hasSupertype() ? renaming.applyAsInt(type.supertype()) : SubType.NO_SUPERTYPE;
    CompType comp =
        switch (type.comp()) {
          case FuncType f -> renamed(f, renaming);
          case StructType s ->
              new StructType(s.fields().stream().map(field -> renamed(field, renaming)).toList());
          case ArrayType a -> new ArrayType(renamed(a.element(), renaming));
        };
    return new SubType(type.isFinal(), supertype, comp);
  }

  private static FuncType renamed(FuncType type, IntUnaryOperator renaming) {
    int[] params = new int[type.paramCount()];
    for (int i = 0; i < params.length; i++) {
      params[i] = renamed(type.paramCode(i), renaming);
    }
    int[] results = new int[type.resultCount()];
    for (int i = 0; i < results.length; i++) {
      results[i] = renamed(type.resultCode(i), renaming);
    }
    return new FuncType(params, results);
  }

  private static FieldType renamed(FieldType type, IntUnaryOperator renaming) {
    return new FieldType(renamed(type.storage(), renaming), type.mutable());
  }

  /// The code of a value type, or a packed type, with an index in it replaced.
  ///
  /// @param code the type's code
  /// @param renaming the new index of each
  public static int renamed(int code, IntUnaryOperator renaming) {
    int heap = ValType.isRef(code) ? ValType.heap(code) : HeapType.BOT;
    if (!HeapType.isTypeidx(heap)) {
      return code;
    }
    int typeidx = renaming.applyAsInt(HeapType.typeidx(heap));
    return ValType.ref(ValType.nullable(code), HeapType.ofTypeidx(typeidx));
  }
}
