package dev.wrt.decoder.component;

import dev.wrt.decoder.core.Import;
import java.util.List;
import java.util.SequencedMap;

/// A resolved `core:moduletype`.
///
/// @param imports imports in order
/// @param exports exports by name, in order
public record CoreModuleType(
    List<Import> imports, SequencedMap<String, dev.wrt.decoder.core.ExternType> exports)
    implements ExternType {
  @Override
  public Sort sort() {
    return Sort.CORE_MODULE;
  }
}
