package dev.wrt.decoder.component;

import static dev.wrt.decoder.component.TypeInfo.FLAT_MAX;

import dev.wrt.decoder.core.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// `flatten_type` (CanonicalABI.md, "Flattening"), from parts that are flattened already. Lists are
/// cut after one more than the most that matter, so that they stay small.
final class Flat {
  static final ValType I32 = ValType.I32;
  static final ValType I64 = ValType.I64;
  static final ValType F32 = ValType.F32;
  static final ValType F64 = ValType.F64;

  /// A `string` or `list`.
  static final List<ValType> POINTER_LENGTH = List.of(I32, I32);

  /// A `string` or `list` in a memory of 64-bit addresses.
  static final List<ValType> POINTER_LENGTH_64 = List.of(I64, I64);

  private Flat() {}

  private static List<ValType> of(dev.wrt.decoder.component.ValType type, boolean address64) {
    return address64 ? type.info().flat64() : type.info().flat();
  }

  /// `flatten_record`
  static List<ValType> concat(
      List<? extends dev.wrt.decoder.component.ValType> parts, boolean address64) {
    List<ValType> flat = new ArrayList<>();
    for (var part : parts) {
      flat.addAll(of(part, address64));
      if (flat.size() > FLAT_MAX) {
        return List.copyOf(flat.subList(0, FLAT_MAX + 1));
      }
    }
    return List.copyOf(flat);
  }

  /// A fixed-length list.
  static List<ValType> repeat(
      dev.wrt.decoder.component.ValType element, int length, boolean address64) {
    boolean many = length < 0 || length > FLAT_MAX;
    return concat(Collections.nCopies(many ? FLAT_MAX + 1 : length, element), address64);
  }

  /// `flatten_variant`: the discriminant, and for each position of a payload a type that holds the
  /// value there of every case.
  static List<ValType> join(List<dev.wrt.decoder.component.ValType> payloads, boolean address64) {
    List<ValType> flat = new ArrayList<>(List.of(I32));
    for (var payload : payloads) {
      List<ValType> more = of(payload, address64);
      for (int i = 0; i < more.size(); i++) {
        if (i + 1 < flat.size()) {
          flat.set(i + 1, join(flat.get(i + 1), more.get(i)));
        } else {
          flat.add(more.get(i));
        }
      }
    }
    return List.copyOf(flat.subList(0, Math.min(flat.size(), FLAT_MAX + 1)));
  }

  private static ValType join(ValType a, ValType b) {
    if (a == b) {
      return a;
    }
    return isSmall(a) && isSmall(b) ? I32 : I64;
  }

  private static boolean isSmall(ValType type) {
    return type == I32 || type == F32;
  }
}
