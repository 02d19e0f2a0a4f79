package dev.wrt.decoder.core;

import dev.wrt.bounded.SizeEstimate;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The context of validation (`C` of the specification), which is also what a module is made of:
/// the decoder fills it section by section, and {@link Module} shows it.
///
/// Index spaces (`funcs`, `tables`, `mems`, `globals`, `tags`) begin with the imports. Every
/// element is reserved before it is added, with the estimates below; a list is made with its final
/// capacity, or grows once, from the imports to the imports and definitions.
final class Context {
  /// The module, its context, the lists and the names' places.
  static final int FIXED_BYTES = 1_024;

  /// A reference to a type in an index space, twice for the growth of the list.
  static final int SPACE_ENTRY_BYTES = 2 * SizeEstimate.REFERENCE_BYTES;

  /// A type without its value types or fields: list entry, definition, composite type with two
  /// arrays, four numbers.
  static final int TYPE_BYTES =
      SizeEstimate.REFERENCE_BYTES + 4 * SizeEstimate.OBJECT_BYTES + 4 * Integer.BYTES;

  /// An import without its names: list entry, record, description, its type with value type and
  /// size, index space, type index.
  static final int IMPORT_BYTES =
      SizeEstimate.REFERENCE_BYTES
          + SPACE_ENTRY_BYTES
          + 6 * SizeEstimate.OBJECT_BYTES
          + 2 * Integer.BYTES;

  /// A function: list entry, record of six numbers, index space, type index.
  static final int FUNC_BYTES =
      SizeEstimate.REFERENCE_BYTES
          + SPACE_ENTRY_BYTES
          + SizeEstimate.OBJECT_BYTES
          + 7 * Integer.BYTES;

  /// A table or memory: list entry, record, type, value type, size, expression, index space.
  static final int TABLE_BYTES =
      SizeEstimate.REFERENCE_BYTES + SPACE_ENTRY_BYTES + 6 * SizeEstimate.OBJECT_BYTES;

  /// A tag: list entry, record, index space.
  static final int TAG_BYTES =
      SizeEstimate.REFERENCE_BYTES + SPACE_ENTRY_BYTES + SizeEstimate.OBJECT_BYTES;

  /// A global: list entry, record, type, value type, expression, index space.
  static final int GLOBAL_BYTES =
      SizeEstimate.REFERENCE_BYTES + SPACE_ENTRY_BYTES + 5 * SizeEstimate.OBJECT_BYTES;

  /// An export without its name: list entry and record.
  static final int EXPORT_BYTES = SizeEstimate.REFERENCE_BYTES + 2 * SizeEstimate.OBJECT_BYTES;

  /// A segment: list entry, record of eight words, value type, expression.
  static final int SEGMENT_BYTES = SizeEstimate.REFERENCE_BYTES + 6 * SizeEstimate.OBJECT_BYTES;

  /// There is no data count section.
  static final int NO_DATA_COUNT = -1;

  final byte[] bytes;
  final int offset;
  final int end;
  final Limits limits;
  final Features features;
  final Storage storage;

  final ArrayList<SubType> types = new ArrayList<>(0);

  /// Number of types that may be referred to now: those of the group at hand are included.
  int typesVisible;

  List<Import> imports = List.of();
  final ArrayList<FuncType> funcs = new ArrayList<>(0);
  final ArrayList<TableType> tables = new ArrayList<>(0);
  final ArrayList<MemType> mems = new ArrayList<>(0);
  final ArrayList<GlobalType> globals = new ArrayList<>(0);
  final ArrayList<Tag> tags = new ArrayList<>(0);

  /// For each function, the index of its type.
  int[] funcTypeidxs = {};

  int[] definedFuncTypes = {};
  List<Func> definedFuncs = List.of();
  List<Table> definedTables = List.of();
  List<MemType> definedMems = List.of();
  List<Global> definedGlobals = List.of();
  List<Tag> definedTags = List.of();
  List<Export> exports = List.of();
  List<ElemSegment> elems = List.of();
  List<DataSegment> datas = List.of();
  int start = Module.NO_START;
  int dataCount = NO_DATA_COUNT;
  int localsMax;
  NameSection names = NameSection.EMPTY;

  /// For each type, the first one equal to it; the bounds of its group; and the number of types
  /// above it.
  private int[] canonical = {};

  private int[] groupStarts = {};
  private int[] groupSizes = {};
  private int[] depths = {};

  Context(byte[] bytes, int offset, int end, DecoderOptions options, Storage storage) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
    this.limits = options.limits();
    this.features = options.features();
    this.storage = storage;
  }

  /// The element at an index of the file's, unsigned, or null where it is out of range.
  static <T extends Object> @Nullable T at(List<T> space, int index) {
    return index >= 0 && index < space.size() ? space.get(index) : null;
  }

  /// Makes room for types, at least doubling it where there is too little.
  ///
  /// @return whether there is room; if not, the reader has failed
  boolean reserveTypes(ByteReader reader, int count) {
    int capacity = canonical.length;
    if (count <= capacity) {
      return reader.ok();
    }
    int wider = (int) Math.min(limits.types(), Math.max(count, 2L * capacity));
    if (!reader.reserve((long) (wider - capacity) * TYPE_BYTES)) {
      return false;
    }
    canonical = Arrays.copyOf(canonical, wider);
    groupStarts = Arrays.copyOf(groupStarts, wider);
    groupSizes = Arrays.copyOf(groupSizes, wider);
    depths = Arrays.copyOf(depths, wider);
    types.ensureCapacity(wider);
    return true;
  }

  /// Begins a group whose types are new so far; there is room for it.
  void beginGroup(int start, int size) {
    typesVisible = start + size;
    for (int i = start; i < start + size; i++) {
      canonical[i] = i;
      groupStarts[i] = start;
      groupSizes[i] = size;
    }
  }

  /// Makes the types of the latest group names of those of an earlier one.
  void sameGroup(int start, int size, int earlier) {
    for (int i = 0; i < size; i++) {
      canonical[start + i] = earlier + i;
      types.set(start + i, types.get(earlier + i));
    }
  }

  /// Counts the types above a type that has a supertype.
  int deepen(int typeidx) {
    int depth = depths[types.get(typeidx).supertype()] + 1;
    depths[typeidx] = depth;
    return depth;
  }

  int canonical(int typeidx) {
    return canonical[typeidx];
  }

  int groupStart(int typeidx) {
    return groupStarts[typeidx];
  }

  int groupSize(int typeidx) {
    return groupSizes[typeidx];
  }

  /// The composite type at an index of the file's, or null where it is out of range.
  @Nullable CompType comp(int typeidx) {
    SubType type = at(types, typeidx);
    return type == null ? null : type.comp();
  }

  /// The function type at an index of the file's, or null where there is none.
  @Nullable FuncType funcType(int typeidx) {
    return comp(typeidx) instanceof FuncType type ? type : null;
  }
}
