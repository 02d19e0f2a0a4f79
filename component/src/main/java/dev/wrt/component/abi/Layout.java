package dev.wrt.component.abi;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.TypeInfo;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The layout of a type in memory and as core values: "Alignment", "Element Size" and "Flattening"
/// of CanonicalABI.md, computed once at link time by {@link Layouts}.
///
/// Sizes, alignments and flat forms come from {@link TypeInfo}; this class adds what lifting and
/// lowering need at each step: offsets, the way to treat the value. The flat form is cut after one
/// core value more than may be flat, which is enough to know that a type does not stay flat.
///
/// Where a pointer occurs, a memory of 64-bit addresses has another layout of the type, {@link
/// #wide}.
public final class Layout {
  /// How a value is treated: despecialized types keep their own kind, since their values differ.
  enum Kind {
    /// `bool`, also the layout of it.
    BOOL,
    /// `s8`
    S8,
    /// `u8`
    U8,
    /// `s16`
    S16,
    /// `u16`
    U16,
    /// `s32`
    S32,
    /// `u32`
    U32,
    /// `s64`
    S64,
    /// `u64`
    U64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `char`
    CHAR,
    /// `string`
    STRING,
    /// `list<u8>`
    BYTES,
    /// A list of numbers other than `u8`.
    NUMBERS,
    /// Any other list.
    LIST,
    /// `record`
    RECORD,
    /// `tuple`, and the parameters or results of a function.
    TUPLE,
    /// `variant`
    VARIANT,
    /// `enum`
    ENUM,
    /// `option`
    OPTION,
    /// `result`
    RESULT,
    /// `flags`
    FLAGS,
    /// `own`
    OWN,
    /// `borrow`
    BORROW,
    /// `list` of a fixed length
    FIXED_LIST,
    /// `stream`
    STREAM,
    /// `future`
    FUTURE,
    /// `error-context`
    ERROR_CONTEXT
  }

  private static final Layout[] NO_PARTS = {};
  private static final @Nullable Layout[] NO_CASES = {};
  private static final int[] NO_OFFSETS = {};
  private static final TypeInfo NOTHING = PrimValType.BOOL.info();

  final Kind kind;
  final int size;
  final int alignment;
  private final List<ValType> flat;
  private Layout[] parts = NO_PARTS;
  private @Nullable Layout[] cases = NO_CASES;
  private int[] offsets = NO_OFFSETS;
  private int discriminantBytes;
  private int payloadOffset;
  private int labels;
  private PrimValType number = PrimValType.U8;
  private @Nullable ResourceType resource;
  private dev.wrt.decoder.component.@Nullable ValType end;
  private @Nullable Layout list;
  private @Nullable Layout wide;
  private long valueBytes;

  private Layout(Kind kind, int size, int alignment, List<ValType> flat) {
    this.kind = kind;
    this.size = size;
    this.alignment = alignment;
    this.flat = flat;
  }

  private static Layout of(Kind kind, TypeInfo info, boolean address64) {
    TypeInfo.Size size = address64 ? info.memory64() : info.memory32();
    List<ValType> flat = address64 ? info.flat64() : info.flat();
    return new Layout(kind, (int) size.bytes(), size.alignment(), flat);
  }

  /// No values.
  static Layout empty() {
    return new Layout(Kind.TUPLE, 0, 1, List.of());
  }

  /// A type without parts: `kind` of one core value.
  static Layout scalar(Kind kind, TypeInfo info) {
    return of(kind, info, false).costing(ValueBytes.SCALAR);
  }

  /// `string`
  static Layout string(boolean address64) {
    return of(Kind.STRING, PrimValType.STRING.info(), address64).costing(ValueBytes.STRING);
  }

  /// `list`
  static Layout list(TypeInfo info, Layout element, boolean address64) {
    PrimValType number = element.packs();
    Kind kind = Kind.LIST;
    if (number != null) {
      kind = number == PrimValType.U8 ? Kind.BYTES : Kind.NUMBERS;
    }
    Layout layout = of(kind, info, address64).costing(ValueBytes.LIST);
    layout.parts = new Layout[] {element};
    layout.number = number == null ? layout.number : number;
    return layout;
  }

  /// `own` or `borrow`
  static Layout handle(Kind kind, TypeInfo info, ResourceType resource) {
    Layout layout = scalar(kind, info);
    layout.resource = resource;
    return layout;
  }

  /// `stream` or `future`
  static Layout end(Kind kind, dev.wrt.decoder.component.ValType type) {
    Layout layout = scalar(kind, type.info());
    layout.end = type;
    return layout;
  }

  /// `list` of a fixed length.
  static Layout fixedList(TypeInfo info, Layout element, int length, boolean address64) {
    Layout layout = of(Kind.FIXED_LIST, info, address64);
    layout.parts = new Layout[] {element};
    layout.labels = length;
    boolean packed = element.packs() != null;
    return layout.costing(
        packed ? ValueBytes.LIST + layout.size : ValueBytes.elements(length, element));
  }

  /// `flags`
  static Layout flags(TypeInfo info, int labels) {
    Layout layout = scalar(Kind.FLAGS, info);
    layout.labels = labels;
    return layout;
  }

  /// `record`, `tuple`
  static Layout record(Kind kind, TypeInfo info, Layout[] parts, boolean address64) {
    Layout layout = of(kind, info, address64);
    layout.parts = parts;
    layout.offsets = new int[parts.length];
    long bytes = ValueBytes.record(parts.length);
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      at = align(at, parts[i].alignment);
      layout.offsets[i] = at;
      at += parts[i].size;
      bytes = ValueBytes.sum(bytes, parts[i].valueBytes);
    }
    return layout.costing(bytes);
  }

  /// `variant`, `enum`, `option`, `result`
  ///
  /// @param cases the payloads' layouts, null where there is none
  static Layout variant(Kind kind, TypeInfo info, @Nullable Layout[] cases, boolean address64) {
    Layout layout = of(kind, info, address64);
    layout.cases = cases;
    layout.labels = cases.length;
    layout.discriminantBytes = TypeInfo.discriminantBytes(cases.length);
    int payloadAlignment = 1;
    long bytes = 0;
    for (Layout payload : cases) {
      if (payload != null) {
        payloadAlignment = Math.max(payloadAlignment, payload.alignment);
        bytes = Math.max(bytes, payload.valueBytes);
      }
    }
    layout.payloadOffset = align(layout.discriminantBytes, payloadAlignment);
    return layout.costing(ValueBytes.sum(bytes, ValueBytes.SCALAR));
  }

  /// `enum`: a variant without payloads, and without a table of them.
  static Layout enumeration(TypeInfo info, int labels) {
    Layout layout = scalar(Kind.ENUM, info);
    layout.labels = labels;
    layout.discriminantBytes = layout.size;
    return layout;
  }

  /// Says which layout the type has in a memory of 64-bit addresses.
  Layout widened(Layout other) {
    wide = other;
    return this;
  }

  /// The layout of the type in a memory of 64-bit addresses; this one where no pointer occurs.
  public Layout wide() {
    Layout other = wide;
    return other == null ? this : other;
  }

  private Layout costing(long bytes) {
    valueBytes = bytes;
    return this;
  }

  /// `align_to`
  static int align(int offset, int alignment) {
    return (offset + alignment - 1) & -alignment;
  }

  /// The type of numbers that a list of this packs; null where a list of this is not packed.
  @Nullable PrimValType packs() {
    return switch (kind) {
      case S8 -> PrimValType.S8;
      case U8 -> PrimValType.U8;
      case S16 -> PrimValType.S16;
      case U16 -> PrimValType.U16;
      case S32 -> PrimValType.S32;
      case U32 -> PrimValType.U32;
      case S64 -> PrimValType.S64;
      case U64 -> PrimValType.U64;
      case F32 -> PrimValType.F32;
      case F64 -> PrimValType.F64;
      default -> null;
    };
  }

  /// Elements of this side by side, as the layout of a list; made when it is first asked for.
  Layout range() {
    Layout known = list;
    if (known == null) {
      known = list(NOTHING, this, false);
      list = known;
    }
    return known;
  }

  /// `elem_size`
  public int size() {
    return size;
  }

  /// `alignment`
  public int alignment() {
    return alignment;
  }

  /// How many core values the type flattens to; {@link FuncLayout#MAX_FLAT_PARAMS} + 1 stands for
  /// more.
  public int flatCount() {
    return flat.size();
  }

  /// The type of a core value of the flat form.
  ///
  /// @param i 0 to flatCount - 1
  public ValType flatType(int i) {
    return flat.get(i);
  }

  /// Fields of a record, elements of a tuple.
  int partCount() {
    return parts.length;
  }

  /// A field, an element of a tuple, or the element of a list (0).
  Layout part(int i) {
    return parts[i];
  }

  /// Offset of a field or element of a tuple.
  int offset(int i) {
    return offsets[i];
  }

  /// The element of a list.
  Layout element() {
    return parts[0];
  }

  /// The payload of a case; null where it has none.
  @Nullable Layout payload(int caseIndex) {
    return caseIndex < cases.length ? cases[caseIndex] : null;
  }

  /// Size of the discriminant of a variant or enum.
  int discriminantBytes() {
    return discriminantBytes;
  }

  /// Offset of the payload of a variant.
  int payloadOffset() {
    return payloadOffset;
  }

  /// Cases of a variant or enum, labels of flags, elements of a list of a fixed length.
  int labels() {
    return labels;
  }

  /// Which bits of flags have a label.
  int flagsMask() {
    return labels == 32 ? -1 : (1 << labels) - 1;
  }

  /// The element type of a list of numbers.
  PrimValType number() {
    return number;
  }

  /// The resource of a handle.
  ResourceType resource() {
    ResourceType known = resource;
    if (known == null) {
      throw new Invariant.Violation("a handle's layout has its resource");
    }
    return known;
  }

  /// The type of a stream or future.
  dev.wrt.decoder.component.ValType end() {
    dev.wrt.decoder.component.ValType known = end;
    if (known == null) {
      throw new Invariant.Violation("the layout of a stream or future has its type");
    }
    return known;
  }

  /// Estimate of what a value of the type takes on the Java side, contents of lists and strings not
  /// included.
  long valueBytes() {
    return valueBytes;
  }
}
