package dev.wrt.decoder.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A resolved `instancetype`, or the type inferred for an instance.
///
/// @param exports exports by name, in order
/// @param resources the abstract resource types that this type binds (`sub resource`), in the order
///   of the exports that introduce them: each instance of the type has its own; empty for the type
///   of an instance that exists, whose resource types are known
/// @param attributes attributes of those exports that have some, by name; they say how to supply an
///   export and are no part of the type
public record InstanceType(
    SequencedMap<String, ExternType> exports,
    List<ResourceType> resources,
    Map<String, NameAttributes> attributes)
    implements Type, ExternType {
  /// No exports.
  static final InstanceType EMPTY = new InstanceType(new LinkedHashMap<>(), List.of());

  /// A type whose exports have no attributes.
  public InstanceType(SequencedMap<String, ExternType> exports, List<ResourceType> resources) {
    this(exports, resources, Map.of());
  }

  @Override
  public String kind() {
    return "instance";
  }

  @Override
  public Sort sort() {
    return Sort.INSTANCE;
  }
}
