package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An element segment (`elem`): references for tables.
///
/// Its items lie in {@link Module#bytes()}: function indices, or constant expressions. {@link
/// CodeReader#enterItems} walks over them.
///
/// @param mode how it is used
/// @param type type of its references
/// @param table for an active segment, the table
/// @param offset for an active segment, where in the table it starts; else null
/// @param count number of items
/// @param funcIndices whether the items are function indices, else constant expressions
/// @param itemsOffset offset of the first item
/// @param itemsEnd offset after the last item
public record ElemSegment(
    Mode mode,
    ValType type,
    int table,
    @Nullable ConstExpr offset,
    int count,
    boolean funcIndices,
    int itemsOffset,
    int itemsEnd) {
  /// How an element segment is used.
  public enum Mode {
    /// Copied by `table.init`.
    PASSIVE,
    /// Copied when the module is instantiated.
    ACTIVE,
    /// Only declares that its functions may be referred to.
    DECLARATIVE
  }

  /// Where an active segment starts.
  public ConstExpr activeOffset() {
    ConstExpr present = offset;
    if (present == null) {
      throw new Invariant.Violation("only an active segment has an offset");
    }
    return present;
  }
}
