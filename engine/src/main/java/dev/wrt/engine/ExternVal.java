package dev.wrt.engine;

import dev.wrt.decoder.core.ExternType;

/// Something that a module imports or exports (`externval`).
public sealed interface ExternVal permits FuncInst, TableInst, MemInst, GlobalInst, TagInst {
  /// Its type now: the least size of a memory or table is its current size.
  ExternType externType();
}
