package dev.wrt.decoder.component;

import java.util.Optional;

/// `nameattributes`: the name of an import or export with its attributes, which identify nothing
/// but say how to supply it.
///
/// @param name the `externname` as it is written
/// @param implementing `implements`: the interface that the instance implements
/// @param versionSuffix `versionsuffix`: what canonicalisation cut off the version
/// @param externalId `external-id`: a host's own name for it
public record NameAttributes(
    String name,
    Optional<String> implementing,
    Optional<String> versionSuffix,
    Optional<String> externalId) {
  /// A name without attributes.
  public static NameAttributes of(String name) {
    return new NameAttributes(name, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
