package dev.wrt.decoder.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// `section`: the sections of a component; the ordinal is the section's id.
enum ComponentSection {
  CUSTOM,
  CORE_MODULE,
  CORE_INSTANCE,
  CORE_TYPE,
  COMPONENT,
  INSTANCE,
  ALIAS,
  TYPE,
  CANON,
  START,
  IMPORT,
  EXPORT,
  VALUE;

  /// The section of an id, or null.
  static @Nullable ComponentSection of(int id) {
    return id < values().length ? values()[id] : null;
  }
}
