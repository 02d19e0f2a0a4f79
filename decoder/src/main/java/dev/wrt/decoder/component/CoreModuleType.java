package dev.wrt.decoder.component;

import dev.wrt.decoder.core.Import;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A resolved `core:moduletype`.
///
/// @param imports imports in order
/// @param exports exports by name, in order
public record CoreModuleType(
    List<Import> imports, SequencedMap<String, dev.wrt.decoder.core.ExternType> exports)
    implements ExternType, CoreType {
  /// No imports, no exports.
  static final CoreModuleType EMPTY = new CoreModuleType(List.of(), new LinkedHashMap<>());

  @Override
  public Sort sort() {
    return Sort.CORE_MODULE;
  }
}
