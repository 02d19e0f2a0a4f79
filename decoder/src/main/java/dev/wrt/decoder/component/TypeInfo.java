package dev.wrt.decoder.component;

import java.util.List;
import java.util.Optional;

/// What validation and the canonical ABI ask of a value type again and again, computed once from
/// its parts when the type is made, so that nobody has to walk a type (which may be a DAG of
/// exponential unfolding). All figures saturate instead of overflowing.
///
/// @param nodes size of the type written out in full
/// @param depth nesting depth, 1 for a primitive
/// @param flat `flatten_type`: the core types that stand for it in a core function's signature, cut
///   after {@link #FLAT_MAX} + 1
/// @param flat64 the same with memories of 64-bit addresses, where a pointer is an `i64`
/// @param memory32 size and alignment in a memory of 32-bit addresses
/// @param memory64 size and alignment in a memory of 64-bit addresses, bounded by validation
/// @param hasBorrow whether a `borrow` occurs in it
/// @param hasResource whether a handle occurs in it
/// @param hasPointer whether a `string` or `list` occurs in it, so that memory is needed
public record TypeInfo(
    int nodes,
    int depth,
    List<dev.wrt.decoder.core.ValType> flat,
    List<dev.wrt.decoder.core.ValType> flat64,
    Size memory32,
    Size memory64,
    boolean hasBorrow,
    boolean hasResource,
    boolean hasPointer) {

  /// `MAX_FLAT_PARAMS`: a type that is flattened to more core values than this never is.
  public static final int FLAT_MAX = 16;

  private static final List<dev.wrt.decoder.core.ValType> I32 = List.of(Flat.I32);

  /// `elem_size` and `alignment` (CanonicalABI.md, "Alignment", "Element Size").
  ///
  /// @param bytes size in bytes, a multiple of the alignment
  /// @param alignment 1, 2, 4 or 8
  public record Size(long bytes, int alignment) {
    private static final Size ZERO = new Size(0, 1);
    private static final long BYTES_MAX = 1L << 40;

    private static Size of(int bytes) {
      return new Size(bytes, bytes);
    }

    private Size then(Size next) {
      long sum = align(bytes, next.alignment) + next.bytes;
      return new Size(Math.min(sum, BYTES_MAX), Math.max(alignment, next.alignment));
    }

    private Size or(Size other) {
      return new Size(Math.max(bytes, other.bytes), Math.max(alignment, other.alignment));
    }

    private Size padded() {
      return new Size(align(bytes, alignment), alignment);
    }
  }

  static final TypeInfo OWN = handle(false);
  static final TypeInfo BORROW = handle(true);

  /// The next multiple of an alignment.
  ///
  /// @param offset at least 0
  /// @param alignment a power of two
  public static long align(long offset, int alignment) {
    return (offset + alignment - 1) & -(long) alignment;
  }

  /// The bytes of a variant's discriminant (`discriminant_type`).
  ///
  /// @param cases how many cases, at least 1
  public static int discriminantBytes(int cases) {
    if (cases <= 256) {
      return 1;
    }
    return cases <= 65_536 ? 2 : 4;
  }

  static TypeInfo primitive(int code) {
    return switch (code) {
      case 0x7f, 0x7e, 0x7d -> leaf(I32, Size.of(1));
      case 0x7c, 0x7b -> leaf(I32, Size.of(2));
      case 0x78, 0x77 -> leaf(List.of(Flat.I64), Size.of(8));
      case 0x76 -> leaf(List.of(Flat.F32), Size.of(4));
      case 0x75 -> leaf(List.of(Flat.F64), Size.of(8));
      case 0x73 ->
          new TypeInfo(
              1,
              1,
              Flat.POINTER_LENGTH,
              Flat.POINTER_LENGTH_64,
              new Size(8, 4),
              new Size(16, 8),
              false,
              false,
              true);
      default -> leaf(I32, Size.of(4));
    };
  }

  static TypeInfo record(List<ValType> parts) {
    Size memory32 = Size.ZERO;
    Size memory64 = Size.ZERO;
    for (ValType part : parts) {
      memory32 = memory32.then(part.info().memory32);
      memory64 = memory64.then(part.info().memory64);
    }
    return of(
        parts, address64 -> Flat.concat(parts, address64), memory32.padded(), memory64.padded());
  }

  static TypeInfo variant(List<Optional<ValType>> cases) {
    List<ValType> payloads = cases.stream().flatMap(Optional::stream).toList();
    Size memory32 = Size.ZERO;
    Size memory64 = Size.ZERO;
    for (ValType payload : payloads) {
      memory32 = memory32.or(payload.info().memory32);
      memory64 = memory64.or(payload.info().memory64);
    }
    Size discriminant = Size.of(discriminantBytes(cases.size()));
    return of(
        payloads,
        address64 -> Flat.join(payloads, address64),
        discriminant.then(memory32).padded(),
        discriminant.then(memory64).padded());
  }

  static TypeInfo enumeration(int labels) {
    return leaf(I32, Size.of(discriminantBytes(labels)));
  }

  static TypeInfo flags(int labels) {
    int bytes = labels <= 8 ? 1 : labels <= 16 ? 2 : 4;
    return leaf(I32, Size.of(bytes));
  }

  static TypeInfo list(ValType element) {
    TypeInfo parts = of(List.of(element), address64 -> I32, new Size(8, 4), new Size(16, 8));
    return new TypeInfo(
        parts.nodes,
        parts.depth,
        Flat.POINTER_LENGTH,
        Flat.POINTER_LENGTH_64,
        parts.memory32,
        parts.memory64,
        parts.hasBorrow,
        parts.hasResource,
        true);
  }

  static TypeInfo fixedLengthList(ValType element, int length) {
    TypeInfo info = element.info();
    return of(
        List.of(element),
        address64 -> Flat.repeat(element, length, address64),
        times(info.memory32, length),
        times(info.memory64, length));
  }

  static TypeInfo end(Optional<ValType> element) {
    TypeInfo parts = of(element.stream().toList(), address64 -> I32, Size.of(4), Size.of(4));
    return new TypeInfo(
        parts.nodes,
        parts.depth,
        I32,
        I32,
        parts.memory32,
        parts.memory64,
        parts.hasBorrow,
        parts.hasResource,
        false);
  }

  private static Size times(Size size, int length) {
    long count = Integer.toUnsignedLong(length);
    boolean large = size.bytes > 0 && count > Size.BYTES_MAX / size.bytes;
    return new Size(large ? Size.BYTES_MAX : size.bytes * count, size.alignment);
  }

  private static TypeInfo leaf(List<dev.wrt.decoder.core.ValType> flat, Size size) {
    return new TypeInfo(1, 1, flat, flat, size, size, false, false, false);
  }

  private static TypeInfo handle(boolean borrow) {
    return new TypeInfo(1, 1, I32, I32, Size.of(4), Size.of(4), borrow, true, false);
  }

  /// How a type is flattened, for memories of 32-bit or 64-bit addresses.
  private interface Flattening {
    List<dev.wrt.decoder.core.ValType> flat(boolean address64);
  }

  private static TypeInfo of(
      List<ValType> parts, Flattening flattening, Size memory32, Size memory64) {
    long nodes = 1;
    int depth = 0;
    boolean borrow = false;
    boolean resource = false;
    boolean pointer = false;
    for (ValType part : parts) {
      TypeInfo info = part.info();
      nodes = Math.min(nodes + info.nodes, Integer.MAX_VALUE);
      depth = Math.max(depth, info.depth);
      borrow |= info.hasBorrow;
      resource |= info.hasResource;
      pointer |= info.hasPointer;
    }
    List<dev.wrt.decoder.core.ValType> flat = flattening.flat(false);
    return new TypeInfo(
        (int) nodes,
        depth + 1,
        flat,
        pointer ? flattening.flat(true) : flat,
        memory32,
        memory64,
        borrow,
        resource,
        pointer);
  }
}
