package dev.wrt.decoder.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A resolved `componenttype`, or the type inferred for a component.
///
/// @param imports imports by name, in order
/// @param exports exports by name, in order
/// @param importedResources abstract resource types that stand for what the imports will be given
/// @param definedResources abstract resource types that each instantiation makes anew
public record ComponentType(
    SequencedMap<String, ExternType> imports,
    SequencedMap<String, ExternType> exports,
    List<ResourceType> importedResources,
    List<ResourceType> definedResources)
    implements Type, ExternType {
  /// No imports, no exports.
  static final ComponentType EMPTY =
      new ComponentType(new LinkedHashMap<>(), new LinkedHashMap<>(), List.of(), List.of());

  @Override
  public String kind() {
    return "component";
  }

  @Override
  public Sort sort() {
    return Sort.COMPONENT;
  }
}
