package dev.wrt.decoder.component;

import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.TableType;

/// `core:externtype` as it is written in a module type.
public sealed interface CoreExternDesc {
  /// A function.
  ///
  /// @param typeidx its type in the module type's own index space
  record Func(int typeidx) implements CoreExternDesc {}

  /// A table.
  ///
  /// @param type its type
  record Table(TableType type) implements CoreExternDesc {}

  /// A memory.
  ///
  /// @param type its type
  record Mem(MemType type) implements CoreExternDesc {}

  /// A global.
  ///
  /// @param type its type
  record Global(GlobalType type) implements CoreExternDesc {}

  /// An exception tag.
  ///
  /// @param typeidx its function type in the module type's own index space
  record Tag(int typeidx) implements CoreExternDesc {}
}
