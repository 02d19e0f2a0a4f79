package dev.wrt.decoder.core;

import dev.wrt.bounded.BoundedSet;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Decodes and validates a module in one pass over its bytes (core specification, `binary/modules`
/// and `valid/modules`).
///
/// One pass is enough because the order of the sections is that of the dependencies: all types of
/// functions, tables, memories and globals come before the code, and everything that declares a
/// function reference comes before the code that may use it.
///
/// Sections are not fenced: like the reference interpreter, a section is read as far as its content
/// says, and then its size is compared. Only the end of the module is a fence.
// [impl->req~decoder-malformed~1]
// [impl->req~decoder-hostile-module~1]
final class ModuleDecoder {
  private static final int MAGIC = 0x6D73_6100;
  private static final int VERSION = 1;
  private static final int CUSTOM = 0;
  private static final int TAG = 13;
  private static final int NOWHERE = -1;
  private static final int TABLE_WITH_INIT = 0x40;

  /// Place of each section, by its number, in the order that the grammar wants.
  private static final int[] PLACES = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};

  private static final ExternKind[] KINDS = ExternKind.values();

  private final Context context;
  private final Limits limits;
  private final ByteReader reader;
  private final Storage scratch;
  private final Types types;
  private final TypeDecoder typeDecoder;
  private final CodeValidator validator;
  private final SegmentDecoder segments;
  private boolean codeSeen;
  private int inconsistentCode = NOWHERE;
  private boolean dataSeen;

  ModuleDecoder(Context context) {
    this.context = context;
    limits = context.limits;
    reader = new ByteReader(context.bytes, context.offset, context.end, context.storage);
    scratch = new Storage(context.storage.budget());
    types = new Types(context, reader);
    typeDecoder = new TypeDecoder(context, reader, scratch);
    BitSet declaredRefs = new BitSet();
    validator = new CodeValidator(context, reader, scratch, declaredRefs);
    segments = new SegmentDecoder(context, reader, validator, declaredRefs);
  }

  /// Fills the context.
  ///
  /// @return the first fault, or null; the storage of the context is the caller's to give back
  @Nullable Fault decode() {
    reader.within("bytes", reader.remaining(), limits.bytes());
    reader.reserve(Context.FIXED_BYTES);
    header();
    int place = 0;
    int customSections = 0;
    while (reader.remaining() > 0) {
      int start = reader.offset();
      int id = reader.u8();
      if (id >= PLACES.length) {
        reader.malformed(DecoderCode.MALFORMED_SECTION_ID, start, Integer.toString(id));
      } else if (id == CUSTOM) {
        customSections++;
        reader.within("customSections", customSections, limits.customSections());
      } else if (PLACES[id] <= place) {
        reader.malformed(DecoderCode.UNEXPECTED_CONTENT, start, "section out of order");
      } else {
        place = PLACES[id];
      }
      section(id);
    }
    counts();
    scratch.close();
    return reader.fault();
  }

  private void header() {
    int start = reader.offset();
    if (reader.fixed32() != MAGIC) {
      reader.malformed(DecoderCode.BAD_MAGIC, start, "");
    }
    if (reader.fixed32() != VERSION) {
      reader.malformed(DecoderCode.BAD_VERSION, start + Integer.BYTES, "");
    }
  }

  private void section(int id) {
    int size = reader.length();
    int start = reader.offset();
    switch (id) {
      case CUSTOM -> custom(size);
      case 1 -> typeDecoder.section();
      case 2 -> imports();
      case 3 -> functions();
      case 4 -> tables();
      case 5 -> memories();
      case 6 -> globals();
      case 7 -> exports();
      case 8 -> start();
      case 9 -> segments.elems();
      case 10 -> code(size);
      case 11 -> datas();
      case 12 -> dataCount();
      case TAG -> tags();
      default -> {}
    }
    if (reader.ok() && reader.offset() != start + size) {
      reader.malformed(DecoderCode.SECTION_SIZE_MISMATCH, start, "");
    }
  }

  /// What the grammar asks of the sections together.
  private void counts() {
    if (inconsistentCode != NOWHERE) {
      reader.malformed(DecoderCode.INCONSISTENT_FUNC_LENGTHS, inconsistentCode, "");
    }
    if (!codeSeen && context.definedFuncTypes.length > 0) {
      reader.malformed(DecoderCode.INCONSISTENT_FUNC_LENGTHS, reader.end(), "");
    }
    if (!dataSeen && context.dataCount > 0) {
      reader.malformed(DecoderCode.INCONSISTENT_DATA_LENGTHS, reader.end(), "");
    }
  }

  private void custom(int size) {
    int end = reader.offset() + size;
    int length = reader.nameLength(limits.nameBytes());
    int name = reader.offset();
    reader.skip(length);
    if (reader.offset() > end) {
      reader.malformed(DecoderCode.UNEXPECTED_END, end, "");
    }
    if (reader.ok() && NameSection.isName(context.bytes, name, length)) {
      context.names = NameSection.decode(context.bytes, reader.offset(), end);
    }
    reader.skip(end - reader.offset());
  }

  private void imports() {
    int count = reader.count("imports", limits.imports(), Context.IMPORT_BYTES);
    List<Import> imports = new ArrayList<>(count);
    context.imports = Collections.unmodifiableList(imports);
    context.funcTypeidxs = new int[count];
    for (int i = 0; i < count && reader.ok(); i++) {
      String module = reader.name(limits.nameBytes());
      String name = reader.name(limits.nameBytes());
      ExternType desc = importDesc();
      if (desc != null) {
        imports.add(new Import(module, name, desc));
      }
    }
  }

  private @Nullable ExternType importDesc() {
    int start = reader.offset();
    int kind = reader.u8();
    switch (kind) {
      case 0 -> {
        int at = reader.offset();
        return new ExternType.Func(func(at, reader.u32()));
      }
      case 1 -> {
        return new ExternType.Table(table());
      }
      case 2 -> {
        return new ExternType.Mem(memory());
      }
      case 3 -> {
        GlobalType type = types.globalType();
        context.globals.add(type);
        return new ExternType.Global(type);
      }
      case 4 -> {
        return new ExternType.Tag(type(start, tag().typeidx()));
      }
      default -> reader.malformed(DecoderCode.MALFORMED_IMPORT_KIND, start, Types.hex(kind));
    }
    return null;
  }

  /// The function type that the file names at an offset.
  private FuncType type(int at, int typeidx) {
    CompType comp = context.comp(typeidx);
    if (comp instanceof FuncType type) {
      return type;
    }
    DecoderCode wrong = comp == null ? DecoderCode.UNKNOWN_TYPE : DecoderCode.NOT_A_FUNC;
    reader.invalid(wrong, at, Integer.toUnsignedString(typeidx));
    return FuncType.EMPTY;
  }

  /// Appends a function to the index space.
  private FuncType func(int at, int typeidx) {
    FuncType type = type(at, typeidx);
    context.funcTypeidxs[context.funcs.size()] = typeidx;
    context.funcs.add(type);
    return type;
  }

  /// A tag, which is appended to the index space.
  private Tag tag() {
    zero();
    int at = reader.offset();
    Tag tag = new Tag(reader.u32());
    if (type(at, tag.typeidx()).resultCount() > 0) {
      reader.invalid(DecoderCode.TAG_RESULT, at, "");
    }
    context.tags.add(tag);
    reader.within("tags", context.tags.size(), limits.tags());
    return tag;
  }

  private void tags() {
    int count = reader.count("tags", limits.tags(), Context.TAG_BYTES);
    List<Tag> tags = new ArrayList<>(count);
    context.definedTags = Collections.unmodifiableList(tags);
    context.tags.ensureCapacity(context.tags.size() + count);
    for (int i = 0; i < count && reader.ok(); i++) {
      tags.add(tag());
    }
  }

  private TableType table() {
    TableType type = types.tableType();
    context.tables.add(type);
    reader.within("tables", context.tables.size(), limits.tables());
    return type;
  }

  private MemType memory() {
    MemType type = types.memType();
    context.mems.add(type);
    reader.within("mems", context.mems.size(), limits.mems());
    return type;
  }

  private void functions() {
    int count = reader.count("funcs", limits.funcs(), Context.FUNC_BYTES);
    context.definedFuncTypes = new int[count];
    int total = context.funcs.size() + count;
    context.funcs.ensureCapacity(total);
    context.funcTypeidxs = Arrays.copyOf(context.funcTypeidxs, total);
    for (int i = 0; i < count && reader.ok(); i++) {
      int at = reader.offset();
      int typeidx = reader.u32();
      context.definedFuncTypes[i] = typeidx;
      func(at, typeidx);
    }
  }

  private void tables() {
    int count = reader.count("tables", limits.tables(), Context.TABLE_BYTES);
    List<Table> tables = new ArrayList<>(count);
    context.definedTables = Collections.unmodifiableList(tables);
    for (int i = 0; i < count && reader.ok(); i++) {
      int at = reader.offset();
      boolean init = reader.peek() == TABLE_WITH_INIT;
      if (init) {
        reader.skip(1);
        zero();
      }
      TableType type = table();
      if (!init && !ValType.isDefaultable(type.elem().code())) {
        reader.invalid(DecoderCode.TYPE_MISMATCH, at, type.elem() + " has no default value");
      }
      tables.add(new Table(type, init ? validator.constant(type.elem()) : ConstExpr.NULL));
    }
  }

  private void zero() {
    int start = reader.offset();
    if (reader.u8() != 0) {
      reader.malformed(DecoderCode.ZERO_BYTE_EXPECTED, start, "");
    }
  }

  private void memories() {
    int count = reader.count("mems", reader.remaining(), Context.TABLE_BYTES);
    List<MemType> mems = new ArrayList<>(count);
    context.definedMems = Collections.unmodifiableList(mems);
    for (int i = 0; i < count && reader.ok(); i++) {
      mems.add(memory());
    }
  }

  private void globals() {
    int count = reader.count("globals", limits.globals(), Context.GLOBAL_BYTES);
    List<Global> globals = new ArrayList<>(count);
    context.definedGlobals = Collections.unmodifiableList(globals);
    context.globals.ensureCapacity(context.globals.size() + count);
    for (int i = 0; i < count && reader.ok(); i++) {
      GlobalType type = types.globalType();
      globals.add(new Global(type, validator.constant(type.type())));
      context.globals.add(type);
    }
    reader.within("globals", context.globals.size(), limits.globals());
  }

  private void exports() {
    int count = reader.count("exports", limits.exports(), Context.EXPORT_BYTES);
    Result<BoundedSet<String>> created = BoundedSet.create(context.storage.budget(), count);
    switch (created) {
      case Result.Err<BoundedSet<String>>(Fault fault) -> reader.fail(fault);
      case Result.Ok<BoundedSet<String>>(BoundedSet<String> names) -> {
        exports(count, names);
        names.close();
      }
    }
  }

  private void exports(int count, BoundedSet<String> names) {
    List<Export> exports = new ArrayList<>(count);
    context.exports = Collections.unmodifiableList(exports);
    for (int i = 0; i < count && reader.ok(); i++) {
      int start = reader.offset();
      String name = reader.name(limits.nameBytes());
      Export export = export(name);
      if (names.contains(name)) {
        reader.invalid(DecoderCode.DUPLICATE_EXPORT, start, name);
      }
      names.add(name);
      if (export != null) {
        exports.add(export);
      }
    }
  }

  private @Nullable Export export(String name) {
    int start = reader.offset();
    int kind = reader.u8();
    int at = reader.offset();
    int index = reader.u32();
    switch (kind) {
      case 0 -> exists(context.funcs, at, index, DecoderCode.UNKNOWN_FUNC);
      case 1 -> exists(context.tables, at, index, DecoderCode.UNKNOWN_TABLE);
      case 2 -> exists(context.mems, at, index, DecoderCode.UNKNOWN_MEMORY);
      case 3 -> exists(context.globals, at, index, DecoderCode.UNKNOWN_GLOBAL);
      case 4 -> exists(context.tags, at, index, DecoderCode.UNKNOWN_TAG);
      default -> reader.malformed(DecoderCode.MALFORMED_EXPORT_KIND, start, Types.hex(kind));
    }
    if (!reader.ok()) {
      return null;
    }
    ExternKind externKind = KINDS[kind];
    if (externKind == ExternKind.FUNC) {
      segments.declare(index);
    }
    return new Export(name, externKind, index);
  }

  private void exists(List<?> space, int at, int index, DecoderCode unknown) {
    if (index < 0 || index >= space.size()) {
      reader.invalid(unknown, at, Integer.toUnsignedString(index));
    }
  }

  private void start() {
    int at = reader.offset();
    int index = reader.u32();
    FuncType type = Context.at(context.funcs, index);
    if (type == null) {
      reader.invalid(DecoderCode.UNKNOWN_FUNC, at, Integer.toUnsignedString(index));
    } else if (!type.equals(FuncType.EMPTY)) {
      reader.invalid(DecoderCode.BAD_START, at, type.toString());
    }
    context.start = index;
  }

  private void dataCount() {
    int count = reader.u32();
    reader.within("dataSegments", Integer.toUnsignedLong(count), limits.dataSegments());
    context.dataCount = count;
  }

  /// Bodies of an unexpected number are not read: they have no types. The order of the sections is
  /// looked at first.
  private void code(int size) {
    codeSeen = true;
    int at = reader.offset();
    int count = reader.length();
    if (count != context.definedFuncTypes.length) {
      inconsistentCode = at;
      reader.skip(at + size - reader.offset());
      return;
    }
    List<Func> funcs = new ArrayList<>(reader.ok() ? count : 0);
    context.definedFuncs = Collections.unmodifiableList(funcs);
    for (int i = 0; i < count && reader.ok(); i++) {
      int bodySize = reader.length();
      int start = reader.offset();
      reader.within("functionBytes", bodySize, limits.functionBytes());
      funcs.add(validator.function(context.definedFuncTypes[i]));
      if (reader.ok() && reader.offset() != start + bodySize) {
        reader.malformed(DecoderCode.SECTION_SIZE_MISMATCH, start, "");
      }
    }
  }

  private void datas() {
    dataSeen = true;
    int at = reader.offset();
    segments.datas();
    boolean counted = context.dataCount != Context.NO_DATA_COUNT;
    if (reader.ok() && counted && context.dataCount != context.datas.size()) {
      reader.malformed(DecoderCode.INCONSISTENT_DATA_LENGTHS, at, "");
    }
  }
}
