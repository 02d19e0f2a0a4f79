package dev.wrt.component.abi;

import dev.wrt.decoder.core.ValType;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Flat forms of compound types (CanonicalABI.md, "Flattening"), cut after {@link Layout#FLAT_MAX}.
final class FlatTypes {
  private FlatTypes() {}

  /// `flatten_record`
  static ValType[] sequence(Layout[] parts) {
    ValType[] flat = room();
    int count = 0;
    for (int i = 0; i < parts.length && count < flat.length; i++) {
      for (int j = 0; j < parts[i].flatCount() && count < flat.length; j++) {
        flat[count++] = parts[i].flatType(j);
      }
    }
    return cut(flat, count);
  }

  /// `flatten_list` of a fixed length
  static ValType[] repeat(Layout element, int length) {
    ValType[] flat = room();
    int count = 0;
    for (int i = 0; i < length && count < flat.length; i++) {
      for (int j = 0; j < element.flatCount() && count < flat.length; j++) {
        flat[count++] = element.flatType(j);
      }
    }
    return cut(flat, count);
  }

  /// `flatten_variant`
  // [impl->req~abi-layout~1]
  static ValType[] variant(@Nullable Layout[] cases) {
    ValType[] flat = room();
    int count = 1;
    for (Layout payload : cases) {
      if (payload != null) {
        count = Math.max(count, join(flat, count, payload));
      }
    }
    return cut(flat, count);
  }

  private static ValType[] cut(ValType[] flat, int count) {
    return Arrays.asList(flat).subList(0, count).toArray(new ValType[0]);
  }

  private static ValType[] room() {
    ValType[] flat = new ValType[Layout.FLAT_MAX];
    Arrays.fill(flat, ValType.I32);
    return flat;
  }

  /// Joins a payload into the slots after the discriminant; of them, those up to `count` are taken.
  private static int join(ValType[] flat, int count, Layout payload) {
    int end = Math.min(1 + payload.flatCount(), flat.length);
    for (int i = 1; i < end; i++) {
      ValType have = payload.flatType(i - 1);
      flat[i] = i < count ? join(flat[i], have) : have;
    }
    return end;
  }

  /// `join`
  static ValType join(ValType a, ValType b) {
    if (a == b) {
      return a;
    }
    boolean narrow = isWord(a) && isWord(b);
    return narrow ? ValType.I32 : ValType.I64;
  }

  private static boolean isWord(ValType type) {
    return type == ValType.I32 || type == ValType.F32;
  }
}
