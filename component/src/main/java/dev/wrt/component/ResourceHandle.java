package dev.wrt.component;

import dev.wrt.decoder.component.ResourceType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `ResourceHandle` of CanonicalABI.md: one entry of a handle table.
final class ResourceHandle implements HandleElement {
  final ResourceType type;

  /// The resource's representation, which only a repair changes.
  int rep;

  /// Whether it owns the resource, which only a repair changes.
  boolean own;

  /// The call that a borrow handle belongs to; null for an owning handle.
  final @Nullable BorrowScope scope;

  /// How many calls that are under way have this handle lent to them.
  int numLends;

  /// The table that holds it, and where; null while none does.
  private @Nullable HandleTable table;

  private int index;

  ResourceHandle(ResourceType type, int rep, boolean own, @Nullable BorrowScope scope) {
    this.type = type;
    this.rep = rep;
    this.own = own;
    this.scope = scope;
  }

  /// It is in a table from now on, or in none.
  void placed(@Nullable HandleTable where, int at) {
    table = where;
    index = at;
  }

  /// It is lent to so many more calls, or to fewer where that is negative; its record follows.
  void lent(int calls) {
    numLends += calls;
    if (table != null) {
      table.lent(index, calls);
    }
  }

  @Override
  public String kind() {
    return "a resource";
  }
}
