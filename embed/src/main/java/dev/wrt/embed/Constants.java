package dev.wrt.embed;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.component.ValType;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The constants of a Java enum, matched with the labels of an `enum` or `flags`.
final class Constants {
  private Constants() {}

  /// The constants in the order of the labels: one for each, and no other.
  ///
  /// @param java the enum
  /// @param wit what has the labels
  /// @throws Refusal where they don't match
  static List<Enum<?>> of(List<String> labels, Type java, ValType wit, String place) {
    Class<?> raw = JavaTypes.raw(java);
    Object @Nullable [] all = raw == null ? null : raw.getEnumConstants();
    if (raw == null || all == null) {
      throw Refusal.mismatch(place, wit, java);
    }
    List<Enum<?>> left = new ArrayList<>();
    for (Object constant : all) {
      left.add((Enum<?>) constant);
    }
    List<Enum<?>> chosen = new ArrayList<>();
    for (String label : labels) {
      chosen.add(taken(label, left, raw, place));
    }
    if (!left.isEmpty()) {
      String names = left.stream().map(Enum::name).collect(Collectors.joining(", "));
      throw Refusal.mismatch(
          place, "labels " + String.join(", ", labels), raw.getTypeName() + " with " + names);
    }
    return List.copyOf(chosen);
  }

  private static Enum<?> taken(String label, List<Enum<?>> left, Class<?> type, String place) {
    for (Enum<?> c : left) {
      if (Names.means(field(type, c), c.name(), label, Names.constant(label))) {
        left.remove(c);
        return c;
      }
    }
    throw Refusal.mismatch(
        place, "label " + label, type.getTypeName() + " without " + Names.constant(label));
  }

  private static Field field(Class<?> type, Enum<?> constant) {
    try {
      return type.getDeclaredField(constant.name());
    } catch (NoSuchFieldException e) {
      throw new Invariant.Violation("a constant of an enum is a field of it");
    }
  }
}
