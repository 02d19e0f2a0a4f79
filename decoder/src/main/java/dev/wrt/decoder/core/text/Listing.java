package dev.wrt.decoder.core.text;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.DecoderCode;

/// Everything that is in the bytes of a core module, in their order: each section, each field, each
/// instruction with its immediates, as {@link Item}s in {@link Part}s.
///
/// Nothing is left out and nothing is brought to a normal form: an item keeps the width of its
/// LEB128 number, custom sections stay as they are. So {@link ListingEncoder} gives back the very
/// bytes, and {@link WatPrinter} shows what a module holds rather than what it means. A listing is
/// told to a visitor while the bytes are read; it takes no storage.
///
/// What this is not: validation. Indices may be out of range and types may not fit; only what the
/// grammar needs to go on is checked.
public final class Listing {
  private static final int PREAMBLE_BYTES = 8;
  private static final int TABLE_INIT = 0x40;

  /// Flags of segments; an element segment that is passive or declarative has bit 0.
  private static final int NOT_ACTIVE = 1;

  private static final int EXPLICIT = 2;
  private static final int EXPRESSIONS = 4;

  private final ItemReader in;
  private final TypeListing types;
  private final CodeListing code;

  private Listing(ItemReader in) {
    this.in = in;
    this.types = new TypeListing(in);
    this.code = new CodeListing(in);
  }

  /// Lists a module.
  ///
  /// @param bytes a file that contains it
  /// @param offset where it begins
  /// @param length its size in bytes
  /// @param visitor whom to tell
  /// @return the first fault, where the bytes are not of the grammar
  public static Result<Unit> visit(byte[] bytes, int offset, int length, ListingVisitor visitor) {
    ItemReader in = new ItemReader(bytes, offset, offset + length, visitor);
    new Listing(in).module();
    Fault fault = in.reader.fault();
    return fault == null ? Result.ok(Unit.UNIT) : Result.err(fault);
  }

  /// Lists the type that begins at an offset.
  static void visitType(byte[] bytes, int offset, int end, ListingVisitor visitor) {
    new TypeListing(new ItemReader(bytes, offset, end, visitor)).subType();
  }

  private void module() {
    in.begin(Part.MODULE);
    in.bytes(Role.PREAMBLE, PREAMBLE_BYTES);
    while (in.ok() && in.reader.remaining() > 0) {
      in.begin(Part.SECTION);
      int id = in.u8(Role.SECTION_ID);
      int size = in.u32(Role.SIZE);
      int end = in.offset() + size;
      if (size < 0 || size > in.reader.remaining()) {
        in.reader.malformed(DecoderCode.LENGTH_OUT_OF_BOUNDS, in.offset(), "");
      }
      section(id, end);
      atEnd(end);
      in.end(Part.SECTION);
    }
    in.end(Part.MODULE);
  }

  private void atEnd(int end) {
    if (in.ok() && in.offset() != end) {
      in.reader.malformed(DecoderCode.SECTION_SIZE_MISMATCH, in.offset(), "");
    }
  }

  private void section(int id, int end) {
    switch (id) {
      case 0 -> custom(end);
      case 1 -> vector(types::recType);
      case 2 -> vector(this::importField);
      case 3 -> vector(this::func);
      case 4 -> vector(this::table);
      case 5 -> vector(this::mem);
      case 6 -> vector(this::global);
      case 7 -> vector(this::export);
      case 8 -> start();
      case 9 -> vector(this::elem);
      case 10 -> vector(this::body);
      case 11 -> vector(this::data);
      case 12 -> in.u32(Role.COUNT);
      case 13 -> vector(this::tag);
      default -> in.reader.malformed(DecoderCode.MALFORMED_SECTION_ID, in.offset(), "");
    }
  }

  private void vector(Runnable element) {
    int count = in.count();
    for (int i = 0; i < count && in.ok(); i++) {
      element.run();
    }
  }

  private void custom(int end) {
    in.name(Role.CUSTOM_NAME);
    int length = end - in.offset();
    if (in.ok() && length >= 0) {
      in.bytes(Role.CONTENT, length);
    }
  }

  private void importField() {
    in.begin(Part.IMPORT);
    in.name(Role.NAME);
    in.name(Role.NAME);
    int start = in.offset();
    switch (in.u8(Role.KIND)) {
      case 0 -> in.u32(Role.TYPE);
      case 1 -> types.tableType();
      case 2 -> types.limits();
      case 3 -> types.globalType();
      case 4 -> types.tagType();
      default -> in.reader.malformed(DecoderCode.MALFORMED_IMPORT_KIND, start, "");
    }
    in.end(Part.IMPORT);
  }

  private void func() {
    in.begin(Part.FUNC);
    in.u32(Role.TYPE);
    in.end(Part.FUNC);
  }

  private void table() {
    in.begin(Part.TABLE);
    boolean init = in.reader.peek() == TABLE_INIT;
    if (init) {
      in.u8(Role.TABLE_INIT);
      in.u8(Role.ZERO);
    }
    types.tableType();
    if (init) {
      expr(Part.INIT);
    }
    in.end(Part.TABLE);
  }

  private void mem() {
    in.begin(Part.MEM);
    types.limits();
    in.end(Part.MEM);
  }

  private void tag() {
    in.begin(Part.TAG);
    types.tagType();
    in.end(Part.TAG);
  }

  private void global() {
    in.begin(Part.GLOBAL);
    types.globalType();
    expr(Part.INIT);
    in.end(Part.GLOBAL);
  }

  private void expr(Part part) {
    in.begin(part);
    code.expr();
    in.end(part);
  }

  private void export() {
    in.begin(Part.EXPORT);
    in.name(Role.NAME);
    int start = in.offset();
    switch (in.u8(Role.KIND)) {
      case 0 -> in.u32(Role.FUNC);
      case 1 -> in.u32(Role.TABLE);
      case 2 -> in.u32(Role.MEM);
      case 3 -> in.u32(Role.GLOBAL);
      case 4 -> in.u32(Role.TAG);
      default -> in.reader.malformed(DecoderCode.MALFORMED_EXPORT_KIND, start, "");
    }
    in.end(Part.EXPORT);
  }

  private void start() {
    in.begin(Part.START);
    in.u32(Role.FUNC);
    in.end(Part.START);
  }

  private void elem() {
    in.begin(Part.ELEM);
    int flags = in.u32(Role.SEGMENT);
    boolean active = (flags & NOT_ACTIVE) == 0;
    if (active && (flags & EXPLICIT) != 0) {
      in.u32(Role.TABLE);
    }
    if (active) {
      expr(Part.OFFSET);
    }
    boolean expressions = (flags & EXPRESSIONS) != 0;
    if ((flags & (NOT_ACTIVE | EXPLICIT)) != 0) {
      elemKind(expressions);
    }
    vector(expressions ? () -> expr(Part.ITEM) : () -> in.u32(Role.FUNC));
    in.end(Part.ELEM);
  }

  private void elemKind(boolean expressions) {
    if (expressions) {
      in.type(Role.REF_TYPE);
    } else {
      in.u8(Role.ELEM_KIND);
    }
  }

  private void body() {
    in.begin(Part.CODE);
    int size = in.u32(Role.SIZE);
    int end = in.offset() + size;
    in.begin(Part.LOCALS);
    vector(this::locals);
    in.end(Part.LOCALS);
    code.expr();
    atEnd(end);
    in.end(Part.CODE);
  }

  private void locals() {
    in.u32(Role.LOCALS);
    in.type(Role.VAL_TYPE);
  }

  private void data() {
    in.begin(Part.DATA);
    int flags = in.u32(Role.SEGMENT);
    if (flags == EXPLICIT) {
      in.u32(Role.MEM);
    }
    if ((flags & NOT_ACTIVE) == 0) {
      expr(Part.OFFSET);
    }
    in.bytes(Role.CONTENT, in.count());
    in.end(Part.DATA);
  }
}
