package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.ArrayType;
import dev.wrt.decoder.core.CompType;
import dev.wrt.decoder.core.FieldType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.StructType;
import dev.wrt.decoder.core.SubType;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.GrowingImage;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The defined types of a store (`deftype`): each has an id, and types of different modules are
/// equal if and only if their ids are (Types, Type Equivalence).
///
/// **Interning.** What has an identity is a recursion group. A group is written as a sequence of
/// ints in which a reference to a type of the group itself is its position there, as a complement,
/// and every other reference is the id that the type already has. So two groups are equal if their
/// sequences are, which a hash table finds; the ids of a group's types follow each other.
///
/// **Store codes.** A {@link ValType#code} whose heap type is an id plus {@link
/// HeapType#FIRST_TYPEIDX} instead of a `typeidx` means the same in all modules. Those are what
/// linking and casts compare.
///
/// **Subtypes.** Each type has a display: its ancestors from the root of its hierarchy down to
/// itself. A type is a subtype of another exactly if the other stands in its display at the other's
/// depth: one comparison, however deep the hierarchy is.
///
/// What this is not: it validates nothing; the modules have been.
// [impl->req~engine-store-types~1]
final class StoreTypes {
  /// No type.
  static final int NONE = -1;

  private static final int TYPES_MAX = 1 << 22;

  // What is known of a type, in rows of ints
  private static final int ROW = 3;
  private static final int SUPER = 0;
  private static final int DEPTH = 1;
  private static final int DISPLAY = 2;

  // What is known of a group, in rows of ints
  private static final int GROUP = 3;
  private static final int KEY = 0;
  private static final int KEY_LENGTH = 1;
  private static final int FIRST_ID = 2;

  private static final int FIRST_CAPACITY = 16;
  private static final int[] NO_IDS = {};

  /// What its tables are called in faults.
  private static final String[] NAMES = {"type keys", "type rows", "type groups", "type displays"};

  private final Storage storage;
  private final IntList words;
  private final IntList rows;
  private final IntList groups;
  private final IntList displays;
  private int[] buckets = {};
  private @Nullable CompType[] comps = {};
  private final @Nullable GrowingImage[] images = new GrowingImage[NAMES.length];
  private int count;

  StoreTypes(Storage storage) {
    this.storage = storage;
    this.words = new IntList(storage);
    this.rows = new IntList(storage);
    this.groups = new IntList(storage);
    this.displays = new IntList(storage);
  }

  /// Keeps checksums of the types that there are now.
  ///
  /// @param full whether a level is `FULL` or above
  /// @return false if the budget refuses
  boolean cover(Areas areas, boolean full) {
    IntList[] lists = lists();
    for (int i = 0; i < lists.length; i++) {
      GrowingImage image = images[i];
      if (image == null) {
        image = areas.images().grow(NAMES[i], full);
        images[i] = image;
      }
      if (image == null || !areas.images().reserve(image, lists[i].size())) {
        return false;
      }
      areas.latch(Images.fault(image.append(lists[i].words(), lists[i].size())));
    }
    return true;
  }

  /// What only grows, in the order of {@link #NAMES}.
  IntList[] lists() {
    return new IntList[] {words, rows, groups, displays};
  }

  /// Number of types.
  int count() {
    return count;
  }

  /// Gives the types of a module their ids.
  ///
  /// @param ids one for each type of the module, to be written
  /// @return why not, or null
  @Nullable Fault intern(Module module, int[] ids) {
    int size;
    for (int start = 0; start < module.types().size(); start += size) {
      size = module.recGroupSize(start);
      int first =
          module.canonical(start) == start
              ? group(new Group(module.types(), start, size, ids))
              : ids[module.canonical(start)];
      if (first == NONE) {
        return refusal();
      }
      for (int i = 0; i < size; i++) {
        ids[start + i] = first + i;
      }
    }
    return null;
  }

  /// The id of a function type of the host: final, without a supertype, in a group of its own.
  ///
  /// @param type names no types of a module
  /// @return {@link #NONE} if the budget refuses, see {@link #refusal}
  int host(FuncType type) {
    SubType sub = new SubType(true, SubType.NO_SUPERTYPE, type);
    return group(new Group(List.of(sub), 0, 1, NO_IDS));
  }

  /// The store code of a value type or packed type of a module.
  ///
  /// @param ids of the module's types
  static int code(int moduleCode, int[] ids) {
    if (!ValType.isRef(moduleCode) || !HeapType.isTypeidx(ValType.heap(moduleCode))) {
      return moduleCode;
    }
    int typeidx = HeapType.typeidx(ValType.heap(moduleCode));
    return ValType.ref(ValType.nullable(moduleCode), HeapType.ofTypeidx(ids[typeidx]));
  }

  /// Whether a type of the host can be added: it names no types of a module.
  static boolean isAbstract(FuncType type) {
    boolean typed = false;
    for (int i = 0; i < type.paramCount(); i++) {
      typed |= HeapType.isTypeidx(ValType.heap(type.paramCode(i)));
    }
    for (int i = 0; i < type.resultCount(); i++) {
      typed |= HeapType.isTypeidx(ValType.heap(type.resultCode(i)));
    }
    return !typed;
  }

  /// Why a type could not be added.
  Fault refusal() {
    return count >= TYPES_MAX
        ? new Fault.LimitFault(EngineCode.TYPES_TOO_MANY, "types of a store", count, TYPES_MAX)
        : storage.refusal();
  }

  /// What a type is made of. A `typeidx` in it belongs to the module that has first brought the
  /// type; store codes are made by {@link ModuleInst#storeCode}.
  CompType comp(int id) {
    CompType comp = comps[id];
    if (comp == null) {
      throw new Invariant.Violation("an id belongs to a type");
    }
    return comp;
  }

  /// The supertype that a type declares, or {@link #NONE}.
  int superOf(int id) {
    return rows.get(id * ROW + SUPER);
  }

  /// Whether a type is a subtype of another, or the same (`Deftype_sub`).
  boolean isSub(int id, int superId) {
    if (id == superId) {
      return true;
    }
    int depth = rows.get(superId * ROW + DEPTH);
    return rows.get(id * ROW + DEPTH) > depth
        && displays.get(rows.get(id * ROW + DISPLAY) + depth) == superId;
  }

  /// Whether a value type is a subtype of another, or the same (`Valtype_sub`).
  ///
  /// @param sub a store code
  /// @param sup a store code
  boolean matches(int sub, int sup) {
    if (sub == sup) {
      return true;
    }
    boolean refs = ValType.isRef(sub) && ValType.isRef(sup);
    boolean nulls = ValType.nullable(sup) || !ValType.nullable(sub);
    return refs && nulls && heapMatches(ValType.heap(sub), ValType.heap(sup));
  }

  /// Whether a heap type is a subtype of another, or the same (`Heaptype_sub`).
  ///
  /// @param sub an abstract heap type, or an id plus {@link HeapType#FIRST_TYPEIDX}
  /// @param sup the same
  boolean heapMatches(int sub, int sup) {
    if (HeapType.isTypeidx(sub)) {
      int id = HeapType.typeidx(sub);
      return HeapType.isTypeidx(sup)
          ? isSub(id, HeapType.typeidx(sup))
          : abstractMatches(above(id), sup);
    }
    if (HeapType.isTypeidx(sup)) {
      boolean func = above(HeapType.typeidx(sup)) == HeapType.FUNC;
      return sub == (func ? HeapType.NOFUNC : HeapType.NONE);
    }
    return abstractMatches(sub, sup);
  }

  /// The abstract heap type right above a type.
  private int above(int id) {
    return switch (comp(id)) {
      case FuncType _ -> HeapType.FUNC;
      case StructType _ -> HeapType.STRUCT;
      case ArrayType _ -> HeapType.ARRAY;
    };
  }

  private static boolean abstractMatches(int sub, int sup) {
    return sub == sup
        || switch (sub) {
          case HeapType.NONE -> sup >= HeapType.ARRAY && sup <= HeapType.ANY;
          case HeapType.EQ -> sup == HeapType.ANY;
          case HeapType.I31, HeapType.STRUCT, HeapType.ARRAY ->
              sup == HeapType.EQ || sup == HeapType.ANY;
          case HeapType.NOFUNC -> sup == HeapType.FUNC;
          case HeapType.NOEXTERN -> sup == HeapType.EXTERN;
          case HeapType.NOEXN -> sup == HeapType.EXN;
          default -> false;
        };
  }

  /// A recursion group that wants ids.
  ///
  /// @param types of a module
  /// @param start index of the group's first type
  /// @param size number of its types
  /// @param ids of the types before the group
  private record Group(List<SubType> types, int start, int size, int[] ids) {
    /// A `typeidx` as an id, or as the complement of a position in the group.
    int reference(int typeidx) {
      return typeidx >= start ? ~(typeidx - start) : ids[typeidx];
    }

    /// A value type or packed type as a store code, or as the complement of one whose heap type is
    /// a position in the group.
    int code(int moduleCode) {
      int heap = ValType.isRef(moduleCode) ? ValType.heap(moduleCode) : HeapType.BOT;
      if (!HeapType.isTypeidx(heap) || HeapType.typeidx(heap) < start) {
        return StoreTypes.code(moduleCode, ids);
      }
      int position = HeapType.typeidx(heap) - start;
      return ~ValType.ref(ValType.nullable(moduleCode), HeapType.ofTypeidx(position));
    }
  }

  /// The id of a group's first type, or {@link #NONE} if the budget refuses.
  private int group(Group group) {
    int key = words.size();
    write(group);
    int length = words.size() - key;
    if (words.refused() || !hasRoom(group.size)) {
      words.truncate(key);
      words.forgive();
      return NONE;
    }
    int bucket = bucket(key, length);
    if (buckets[bucket] != 0) {
      words.truncate(key);
      return groups.get((buckets[bucket] - 1) * GROUP + FIRST_ID);
    }
    return add(group, key, length, bucket);
  }

  private int add(Group group, int key, int length, int bucket) {
    int first = count;
    int firstDisplay = displays.size();
    int firstGroup = groups.size();
    groups.add(key);
    groups.add(length);
    groups.add(first);
    for (int i = 0; i < group.size && !displays.refused() && !rows.refused(); i++) {
      addType(group.types.get(group.start + i), group, first);
    }
    if (groups.refused() || rows.refused() || displays.refused()) {
      words.truncate(key);
      groups.truncate(firstGroup);
      displays.truncate(firstDisplay);
      rows.truncate(first * ROW);
      groups.forgive();
      displays.forgive();
      rows.forgive();
      count = first;
      return NONE;
    }
    buckets[bucket] = firstGroup / GROUP + 1;
    return first;
  }

  private void addType(SubType type, Group group, int first) {
    int id = count;
    int sup = NONE;
    int depth = 0;
    if (type.supertype() != SubType.NO_SUPERTYPE) {
      int reference = group.reference(type.supertype());
      sup = reference < 0 ? first + ~reference : reference;
      depth = rows.get(sup * ROW + DEPTH) + 1;
    }
    int display = displays.size();
    for (int i = 0; i < depth; i++) {
      displays.add(displays.get(rows.get(sup * ROW + DISPLAY) + i));
    }
    displays.add(id);
    rows.add(sup);
    rows.add(depth);
    rows.add(display);
    comps[id] = type.comp();
    count++;
  }

  private void write(Group group) {
    words.add(group.size);
    for (int i = 0; i < group.size; i++) {
      SubType type = group.types.get(group.start + i);
      words.add(type.isFinal() ? 1 : 0);
      words.add(
          type.supertype() == SubType.NO_SUPERTYPE
              ? Integer.MIN_VALUE
              : group.reference(type.supertype()));
      switch (type.comp()) {
        case FuncType func -> write(func, group);
        case StructType struct -> {
          words.add(HeapType.STRUCT);
          words.add(struct.fields().size());
          for (FieldType field : struct.fields()) {
            write(field, group);
          }
        }
        case ArrayType array -> {
          words.add(HeapType.ARRAY);
          write(array.element(), group);
        }
      }
    }
  }

  private void write(FuncType func, Group group) {
    words.add(HeapType.FUNC);
    words.add(func.paramCount());
    for (int i = 0; i < func.paramCount(); i++) {
      words.add(group.code(func.paramCode(i)));
    }
    words.add(func.resultCount());
    for (int i = 0; i < func.resultCount(); i++) {
      words.add(group.code(func.resultCode(i)));
    }
  }

  private void write(FieldType field, Group group) {
    words.add(field.mutable() ? 1 : 0);
    words.add(group.code(field.storage()));
  }

  /// The bucket of a group that is equal to the one just written, or else the one for it.
  private int bucket(int key, int length) {
    int mask = buckets.length - 1;
    int at = hash(key, length) & mask;
    while (buckets[at] != 0) {
      int row = (buckets[at] - 1) * GROUP;
      if (groups.get(row + KEY_LENGTH) == length
          && words.same(groups.get(row + KEY), key, length)) {
        return at;
      }
      at = (at + 1) & mask;
    }
    return at;
  }

  private int hash(int key, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ words.get(key + i)) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }

  /// Makes room for a group, so that at most half of the buckets are taken.
  private boolean hasRoom(int size) {
    return count + size <= TYPES_MAX && hasBuckets() && hasComps(size);
  }

  private boolean hasBuckets() {
    return 2 * (groups.size() / GROUP + 1) <= buckets.length || growBuckets();
  }

  private boolean hasComps(int size) {
    return count + size <= comps.length || growComps(size);
  }

  private boolean growComps(int size) {
    int capacity = Math.max(count + size, Math.max(FIRST_CAPACITY, 2 * comps.length));
    if (!storage.offer((long) capacity * Long.BYTES)) {
      return false;
    }
    storage.release((long) comps.length * Long.BYTES);
    comps = Arrays.copyOf(comps, capacity);
    return true;
  }

  private boolean growBuckets() {
    int capacity = Math.max(2 * FIRST_CAPACITY, 2 * buckets.length);
    if (!storage.offer((long) capacity * Integer.BYTES)) {
      return false;
    }
    storage.release((long) buckets.length * Integer.BYTES);
    buckets = new int[capacity];
    for (int i = 0; i < groups.size() / GROUP; i++) {
      int row = i * GROUP;
      buckets[bucket(groups.get(row + KEY), groups.get(row + KEY_LENGTH))] = i + 1;
    }
    return true;
  }
}
