package dev.wrt.component.value;

/// How the side that a string comes from holds it (the source encoding of CanonicalABI.md,
/// "Storing", the tag of `latin1+utf16` included).
public enum StringForm {
  /// A component with `utf8`, and the host.
  UTF8,
  /// A component with `utf16`.
  UTF16,
  /// A component with `latin1+utf16`, without the tag: Latin-1.
  LATIN1,
  /// A component with `latin1+utf16`, with the tag: UTF-16.
  TAGGED_UTF16
}
