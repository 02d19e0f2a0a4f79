package dev.wrt.decoder.component;

import java.util.Map;
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

  /// Whether there is anything beside the name.
  boolean annotated() {
    return implementing.isPresent() || versionSuffix.isPresent() || externalId.isPresent();
  }

  /// Adds it to those of one scope by its name, if there is anything beside the name.
  void addTo(Map<String, NameAttributes> attributes) {
    if (annotated()) {
      attributes.put(name, this);
    }
  }
}
