package dev.wrt.component;

/// What a handle table can hold: the elements of `ComponentInstance.handles` of CanonicalABI.md.
///
/// Resource handles, waitables, waitable sets and error contexts share one space of indices.
sealed interface HandleElement permits ResourceHandle, Waitable, WaitableSet, ErrorContextHandle {
  /// What it is, in words: `a resource`, `a waitable set`.
  String kind();
}
