package dev.wrt.decoder.core;

/// A type definition (`subtype`): a composite type and its place among the others.
///
/// @param isFinal whether it can't have subtypes
/// @param supertype canonical index of its supertype, or {@link #NO_SUPERTYPE}
/// @param comp what it is
public record SubType(boolean isFinal, int supertype, CompType comp) {
  /// It has no supertype.
  public static final int NO_SUPERTYPE = -1;

  /// Whether it states a supertype.
  public boolean hasSupertype() {
    return supertype != NO_SUPERTYPE;
  }
}
