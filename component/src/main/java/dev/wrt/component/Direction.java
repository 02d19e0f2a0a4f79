package dev.wrt.component;

/// Which way a call goes, seen from the component that {@link CallSite} names.
public enum Direction {
  /// Into the component: one of its exports is called.
  EXPORT,
  /// Out of the component: it calls one of its imports.
  IMPORT
}
