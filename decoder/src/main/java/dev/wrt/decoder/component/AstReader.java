package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.SizeEstimate;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// What the productions of Binary.md have in common: vectors, options, flags, sorts, names with
/// attributes, and the two ways to refuse (a byte that selects nothing, a feature that is off).
///
/// Errors are sticky, as in {@link ByteReader}: after the first one every count is 0 and every
/// number 0, so productions read straight on and the caller asks once.
final class AstReader {
  /// A record of the syntax with its place in a list, on the high side.
  static final int NODE_BYTES = 2 * SizeEstimate.OBJECT_BYTES + 2 * SizeEstimate.REFERENCE_BYTES;

  private final ByteReader in;
  private final Limits limits;
  private final Features features;

  AstReader(ByteReader in, DecoderOptions options) {
    this.in = in;
    this.limits = options.limits();
    this.features = options.features();
  }

  ByteReader in() {
    return in;
  }

  Limits limits() {
    return limits;
  }

  int u8() {
    return in.u8();
  }

  /// An index or count; those of 2^31 or more are negative and so out of every index space.
  int u32() {
    return in.u32();
  }

  String name() {
    return in.name(limits.nameBytes());
  }

  /// The length of a vector of at most `max` elements, whose storage is reserved.
  int count(String limit, int max) {
    return in.count(limit, max, NODE_BYTES);
  }

  /// `vec(T)` of at most `max` elements.
  <T extends Object> List<T> vec(String limit, int max, Supplier<T> element) {
    int count = count(limit, max);
    List<T> elements = new ArrayList<>(count);
    for (int i = 0; i < count && in.ok(); i++) {
      elements.add(element.get());
    }
    return elements;
  }

  /// `<T>?`: 0x00, or 0x01 and a T.
  <T extends Object> Optional<T> optional(String what, Supplier<T> value) {
    int at = in.offset();
    int b = in.u8();
    if (b == 1) {
      return Optional.of(value.get());
    }
    if (b != 0) {
      unexpected(at, b, what);
    }
    return Optional.empty();
  }

  /// An optional index.
  OptionalInt optionalIndex(String what) {
    Optional<Integer> index = optional(what, this::u32);
    return index.isPresent() ? OptionalInt.of(index.get()) : OptionalInt.empty();
  }

  /// 0x00 or 0x01.
  boolean flag() {
    int at = in.offset();
    int b = in.u8();
    if (b > 1) {
      in.fail(new Fault.MalformedFault(ValidationCode.BAD_BOOLEAN, at, hex(b)));
    }
    return b == 1;
  }

  /// Reads a byte that can only be `expected`.
  void expect(int expected, String what) {
    int at = in.offset();
    int b = in.u8();
    if (b != expected) {
      unexpected(at, b, what);
    }
  }

  /// Refuses a byte that selects none of the alternatives.
  void unexpected(int at, int b, String what) {
    in.fail(new Fault.MalformedFault(ValidationCode.LEADING_BYTE, at, hex(b) + " for " + what));
  }

  /// Refuses what is of a feature that is not switched on.
  // [impl->req~component-features~1]
  void require(Feature feature, int at, String what) {
    if (!features.has(feature)) {
      in.fail(new Fault.InvalidFault(ValidationCode.GATED, at, feature.word() + ": " + what));
    }
  }

  /// `core:sort`
  Sort coreSort(String what) {
    int at = in.offset();
    int b = in.u8();
    for (Sort sort : Sort.values()) {
      if (sort.isCore() && sort.code() == b) {
        return sort;
      }
    }
    unexpected(at, b, what);
    return Sort.CORE_FUNC;
  }

  /// `sort`
  Sort sort(String what) {
    int at = in.offset();
    int b = in.u8();
    if (b == 0) {
      return coreSort(what);
    }
    for (Sort sort : Sort.values()) {
      if (!sort.isCore() && sort.code() == b) {
        if (sort == Sort.VALUE) {
          require(Feature.VALUES, at, "sort value");
        }
        return sort;
      }
    }
    unexpected(at, b, what);
    return Sort.FUNC;
  }

  /// `sortidx`
  SortIdx sortidx() {
    return new SortIdx(sort("component external kind"), u32());
  }

  /// `nameattributes`
  NameAttributes nameAttributes() {
    int at = in.offset();
    int b = in.u8();
    if (b > 2) {
      unexpected(at, b, "component name");
    }
    String name = name();
    return b == 2 ? attributes(name) : NameAttributes.of(name);
  }

  private NameAttributes attributes(String name) {
    NameAttributes attributes = NameAttributes.of(name);
    int count = count("attributes", limits.typeParts());
    for (int i = 0; i < count && in.ok(); i++) {
      attributes = attribute(attributes);
    }
    return attributes;
  }

  /// `attribute`, added to those read before it; each kind at most once.
  private NameAttributes attribute(NameAttributes to) {
    int at = in.offset();
    int b = in.u8();
    return switch (b) {
      case 0 ->
          new NameAttributes(
              to.name(),
              once(at, to.implementing(), "implements"),
              to.versionSuffix(),
              to.externalId());
      case 1 -> {
        require(Feature.CANONICAL_NAMES, at, "version suffix");
        yield new NameAttributes(
            to.name(),
            to.implementing(),
            once(at, to.versionSuffix(), "versionsuffix"),
            to.externalId());
      }
      case 2 ->
          new NameAttributes(
              to.name(),
              to.implementing(),
              to.versionSuffix(),
              once(at, to.externalId(), "external-id"));
      default -> {
        unexpected(at, b, "name option");
        yield to;
      }
    };
  }

  private Optional<String> once(int at, Optional<String> before, String kind) {
    if (before.isPresent()) {
      String subject = "'" + kind + "'";
      in.fail(new Fault.InvalidFault(ValidationCode.DUPLICATE_ATTRIBUTE, at, subject));
    }
    return Optional.of(name());
  }

  /// A byte as messages show it.
  static String hex(int b) {
    return "(0x" + Integer.toHexString(b) + ")";
  }
}
