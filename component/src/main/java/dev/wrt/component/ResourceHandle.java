package dev.wrt.component;

import dev.wrt.decoder.component.ResourceType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `ResourceHandle` of CanonicalABI.md: one entry of a handle table.
final class ResourceHandle implements HandleElement {
  final ResourceType type;
  final int rep;
  final boolean own;

  /// The call that a borrow handle belongs to; null for an owning handle.
  final @Nullable BorrowScope scope;

  /// How many calls that are under way have this handle lent to them.
  int numLends;

  ResourceHandle(ResourceType type, int rep, boolean own, @Nullable BorrowScope scope) {
    this.type = type;
    this.rep = rep;
    this.own = own;
    this.scope = scope;
  }

  @Override
  public String kind() {
    return "a resource";
  }
}
