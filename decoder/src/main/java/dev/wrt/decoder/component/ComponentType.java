package dev.wrt.decoder.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A resolved `componenttype`, or the type inferred for a component.
///
/// @param imports imports by name, in order
/// @param exports exports by name, in order
/// @param importedResources abstract resource types that stand for what the imports will be given
/// @param definedResources abstract resource types that each instantiation makes anew
/// @param attributes attributes of imports and exports
public record ComponentType(
    SequencedMap<String, ExternType> imports,
    SequencedMap<String, ExternType> exports,
    List<ResourceType> importedResources,
    List<ResourceType> definedResources,
    Attributes attributes)
    implements Type, ExternType {
  /// No imports, no exports.
  static final ComponentType EMPTY =
      new ComponentType(new LinkedHashMap<>(), new LinkedHashMap<>(), List.of(), List.of());

  /// The attributes of those imports and exports that have some, by name; they say how to supply
  /// them and are no part of the type.
  ///
  /// @param imports of imports
  /// @param exports of exports
  public record Attributes(
      Map<String, NameAttributes> imports, Map<String, NameAttributes> exports) {
    /// No attributes.
    public static final Attributes NONE = new Attributes(Map.of(), Map.of());
  }

  /// A type whose imports and exports have no attributes.
  public ComponentType(
      SequencedMap<String, ExternType> imports,
      SequencedMap<String, ExternType> exports,
      List<ResourceType> importedResources,
      List<ResourceType> definedResources) {
    this(imports, exports, importedResources, definedResources, Attributes.NONE);
  }

  @Override
  public String kind() {
    return "component";
  }

  @Override
  public Sort sort() {
    return Sort.COMPONENT;
  }
}
