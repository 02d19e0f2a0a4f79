package dev.wrt.decoder.component;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// By which name a primitive type was written, where it was not written by its own: `type filesize
/// = u64`, and a parameter of type `filesize`.
///
/// A primitive type has no identity that a name could cling to, and validation and the ABI need
/// none. Only {@link Wit} asks, to give back the text that a component was made from. So the names
/// stand beside the types: for the type of an import or export, and for the parts of a type by
/// their place in {@link TypeParts}.
final class PrimitiveNames {
  /// A name that an import or export gives to a primitive type: an identity, and the name that it
  /// is another one of.
  static final class Name {
    private @Nullable Name of;

    private Name(@Nullable Name of) {
      this.of = of;
    }

    /// The first name of the type.
    Name first() {
      Name name = this;
      Name next = of;
      while (next != null) {
        name = next;
        next = name.of;
      }
      return name;
    }
  }

  private static final Map<Integer, Name> NOTHING = Map.of();

  private final Map<ExternType, Name> externs = new IdentityHashMap<>();
  private final Map<Object, Map<Integer, Name>> parts = new IdentityHashMap<>();

  /// Creates an empty set.
  PrimitiveNames() {}

  /// The name that an import or export gives, or null if its type is no primitive one.
  @Nullable Name of(ExternType type) {
    return externs.get(type);
  }

  /// The names of a type's parts by their place.
  Map<Integer, Name> of(ValType type) {
    return parts.getOrDefault(type.info(), NOTHING);
  }

  /// The names of a function's parameters, and of its result, by their place.
  Map<Integer, Name> of(ComponentFuncType type) {
    return parts.getOrDefault(type, NOTHING);
  }

  /// Notes that an import or export gives a type a name.
  ///
  /// @param old what the type was written as, if that was a name
  void introduce(ExternType.OfType type, @Nullable Name old) {
    if (type.type() instanceof PrimValType) {
      externs.put(type, new Name(old));
    }
  }

  /// Notes that a type has a name which is known already.
  void put(ExternType.OfType type, @Nullable Name name) {
    if (name != null) {
      externs.put(type, name);
    }
  }

  /// Notes the names of a new type's parts.
  void put(ValType type, Map<Integer, Name> names) {
    if (!names.isEmpty()) {
      parts.put(type.info(), new HashMap<>(names));
    }
  }

  /// Notes the names of a new function's parameters and result.
  void put(ComponentFuncType type, Map<Integer, Name> names) {
    if (!names.isEmpty()) {
      parts.put(type, new HashMap<>(names));
    }
  }

  /// Notes that a function type is another one with its resource types replaced.
  void rebuilt(ComponentFuncType from, ComponentFuncType to) {
    put(to, of(from));
  }

  /// Notes that what is expected is given: its name is another one of what is given for it. The
  /// first that is given decides.
  void given(ExternType.OfType expected, ExternType.OfType offered) {
    Name wanted = externs.get(expected);
    Name found = externs.get(offered);
    if (wanted != null && found != null && wanted.of == null && found.first() != wanted) {
      wanted.of = found;
    }
  }
}
