package dev.wrt.component;

/// `ErrorContext` of CanonicalABI.md: an immutable value that a guest names by an index.
///
/// @param debugMessage what it says
record ErrorContextHandle(String debugMessage) implements HandleElement {
  @Override
  public String kind() {
    return "an error context";
  }
}
