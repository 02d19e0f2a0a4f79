package dev.wrt.decoder.core;

import dev.wrt.bounded.SizeEstimate;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The context of validation (`C` of the specification), which is also what a module is made of:
/// the decoder fills it section by section, and {@link Module} shows it.
///
/// Index spaces (`funcs`, `tables`, `mems`, `globals`) begin with the imports. Every element is
/// reserved before it is added, with the estimates below; a list is made with its final capacity,
/// or grows once, from the imports to the imports and definitions.
final class Context {
  /// The module, its context, the lists and the names' places.
  static final int FIXED_BYTES = 1_024;

  /// A reference to a type in an index space, twice for the growth of the list.
  static final int SPACE_ENTRY_BYTES = 2 * SizeEstimate.REFERENCE_BYTES;

  /// A function type without its value types: list entry, object, two arrays.
  static final int FUNC_TYPE_BYTES = SizeEstimate.REFERENCE_BYTES + 3 * SizeEstimate.OBJECT_BYTES;

  /// An import without its names: list entry, record, description, its type and size, index space.
  static final int IMPORT_BYTES =
      SizeEstimate.REFERENCE_BYTES + SPACE_ENTRY_BYTES + 5 * SizeEstimate.OBJECT_BYTES;

  /// A function: list entry, record of six numbers, index space, type index.
  static final int FUNC_BYTES =
      SizeEstimate.REFERENCE_BYTES
          + SPACE_ENTRY_BYTES
          + SizeEstimate.OBJECT_BYTES
          + 7 * Integer.BYTES;

  /// A table or memory: list entry, record, type, size, expression, index space.
  static final int TABLE_BYTES =
      SizeEstimate.REFERENCE_BYTES + SPACE_ENTRY_BYTES + 5 * SizeEstimate.OBJECT_BYTES;

  /// A global: list entry, record, type, expression, index space.
  static final int GLOBAL_BYTES =
      SizeEstimate.REFERENCE_BYTES + SPACE_ENTRY_BYTES + 4 * SizeEstimate.OBJECT_BYTES;

  /// An export without its name: list entry and record.
  static final int EXPORT_BYTES = SizeEstimate.REFERENCE_BYTES + 2 * SizeEstimate.OBJECT_BYTES;

  /// A segment: list entry, record of eight words, expression.
  static final int SEGMENT_BYTES = SizeEstimate.REFERENCE_BYTES + 5 * SizeEstimate.OBJECT_BYTES;

  /// There is no data count section.
  static final int NO_DATA_COUNT = -1;

  final byte[] bytes;
  final int offset;
  final int end;
  final Limits limits;
  final Storage storage;

  List<FuncType> types = List.of();
  List<Import> imports = List.of();
  final ArrayList<FuncType> funcs = new ArrayList<>(0);
  final ArrayList<TableType> tables = new ArrayList<>(0);
  final ArrayList<MemType> mems = new ArrayList<>(0);
  final ArrayList<GlobalType> globals = new ArrayList<>(0);
  int[] definedFuncTypes = {};
  List<Func> definedFuncs = List.of();
  List<Table> definedTables = List.of();
  List<MemType> definedMems = List.of();
  List<Global> definedGlobals = List.of();
  List<Export> exports = List.of();
  List<ElemSegment> elems = List.of();
  List<DataSegment> datas = List.of();
  int start = Module.NO_START;
  int dataCount = NO_DATA_COUNT;
  int localsMax;
  NameSection names = NameSection.EMPTY;

  Context(byte[] bytes, int offset, int end, Limits limits, Storage storage) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
    this.limits = limits;
    this.storage = storage;
  }

  /// The element at an index of the file's, unsigned, or null where it is out of range.
  static <T extends Object> @Nullable T at(List<T> space, int index) {
    return index >= 0 && index < space.size() ? space.get(index) : null;
  }
}
