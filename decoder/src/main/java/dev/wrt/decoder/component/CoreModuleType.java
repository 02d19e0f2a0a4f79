package dev.wrt.decoder.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A resolved `core:moduletype`.
///
/// @param imports imports in order
/// @param exports exports by name, in order
public record CoreModuleType(List<CoreImport> imports, SequencedMap<String, CoreExternType> exports)
    implements ExternType, CoreType {
  /// No imports, no exports.
  static final CoreModuleType EMPTY = new CoreModuleType(List.of(), new LinkedHashMap<>());

  /// `core:import`
  ///
  /// @param module first level of the name
  /// @param name second level of the name
  /// @param type what is imported
  public record CoreImport(String module, String name, CoreExternType type) {}

  @Override
  public Sort sort() {
    return Sort.CORE_MODULE;
  }
}
