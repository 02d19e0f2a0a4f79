package dev.wrt.decoder.component;

import java.util.IdentityHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Where each type has its first name, so that other places can say `use`.
///
/// A resource type is told by its identity, a structure by the parts that its other names share, a
/// primitive type by its first name.
final class WitOrigins {
  /// A first name.
  ///
  /// @param place the interface; a plain name for one that is written in the world; empty for the
  ///   world
  /// @param name the name in it
  record Origin(String place, String name) {
    /// Whether other interfaces can use it: what has no interface name can't be named from outside.
    boolean usable() {
      return place.indexOf('/') >= 0;
    }
  }

  private final PrimitiveNames primitiveNames;
  private final Map<Object, Origin> first = new IdentityHashMap<>();

  /// Creates an empty set.
  WitOrigins(PrimitiveNames primitiveNames) {
    this.primitiveNames = primitiveNames;
  }

  PrimitiveNames primitiveNames() {
    return primitiveNames;
  }

  /// What all names of one type have in common.
  Object key(ExternType.OfType type) {
    PrimitiveNames.Name name = primitiveNames.of(type);
    return name == null ? key(type.type()) : name.first();
  }

  /// What all names of one type have in common.
  static Object key(Type type) {
    return switch (type) {
      case ResourceType t -> t.identity();
      case ValType.RecordType t -> t.fields();
      case ValType.VariantType t -> t.cases();
      case ValType.FlagsType t -> t.labels();
      case ValType.EnumType t -> t.labels();
      case PrimValType t -> t;
      case ValType.OwnType t -> t;
      case ValType.BorrowType t -> t;
      case ValType t -> t.info();
      default -> type;
    };
  }

  /// Where a type that needs a name has its first one, or null.
  @Nullable Origin of(Type type) {
    return first.get(key(type));
  }

  /// Where a type has its first name, or null.
  @Nullable Origin of(ExternType.OfType type) {
    return first.get(key(type));
  }

  /// Notes a name. The first one stays; but an interface can't use what only the world names.
  void note(String place, String name, ExternType.OfType type) {
    first.merge(
        key(type),
        new Origin(place, name),
        (old, now) -> old.place().isEmpty() && !place.isEmpty() ? now : old);
  }
}
