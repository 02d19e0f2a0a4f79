package dev.wrt.decoder.component;

import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.TableType;

/// `core:externtype`, resolved: indices of types in it are ids of {@link
/// dev.wrt.decoder.core.DefTypes}, so that it means the same in all modules of a component.
public sealed interface CoreExternType {
  /// The sort of what has this type.
  Sort sort();

  /// A function.
  ///
  /// @param deftype id of its type
  record Func(int deftype) implements CoreExternType {
    @Override
    public Sort sort() {
      return Sort.CORE_FUNC;
    }
  }

  /// A table.
  ///
  /// @param type elements and size
  record Table(TableType type) implements CoreExternType {
    @Override
    public Sort sort() {
      return Sort.CORE_TABLE;
    }
  }

  /// A memory.
  ///
  /// @param type its size
  record Mem(MemType type) implements CoreExternType {
    @Override
    public Sort sort() {
      return Sort.CORE_MEMORY;
    }
  }

  /// A global.
  ///
  /// @param type value and mutability
  record Global(GlobalType type) implements CoreExternType {
    @Override
    public Sort sort() {
      return Sort.CORE_GLOBAL;
    }
  }

  /// An exception tag.
  ///
  /// @param deftype id of the type whose parameters are the values of its exceptions
  record Tag(int deftype) implements CoreExternType {
    @Override
    public Sort sort() {
      return Sort.CORE_TAG;
    }
  }
}
