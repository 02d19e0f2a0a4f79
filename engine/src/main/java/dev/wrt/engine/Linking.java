package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.TableType;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Matches what is offered with what a module imports (Modules, Import Subtyping). Types are
/// compared as the store knows them, because a `typeidx` says nothing outside of its module.
final class Linking {
  private final StoreTypes types;
  private final Module module;
  private final int[] typeIds;
  private int nextFunc;
  private int nextTag;

  /// Prepares to link a module.
  ///
  /// @param typeIds the ids of its types
  Linking(StoreTypes types, Module module, int[] typeIds) {
    this.types = types;
    this.module = module;
    this.typeIds = typeIds;
  }

  /// The first import that nothing, or nothing of its type, is offered for; null if all are met.
  // [impl->req~engine-linking~1]
  @Nullable Fault check(List<ExternVal> offered) {
    for (int i = 0; i < module.imports().size(); i++) {
      Import wanted = module.imports().get(i);
      String name = wanted.module() + "." + wanted.name();
      String expected = text(wanted.desc());
      if (i >= offered.size()) {
        return new Fault.LinkFault(EngineCode.UNKNOWN_IMPORT, name, expected, "");
      }
      if (!matches(offered.get(i), wanted.desc())) {
        String found = text(offered.get(i).externType());
        return new Fault.LinkFault(EngineCode.INCOMPATIBLE_IMPORT, name, expected, found);
      }
    }
    return null;
  }

  /// Whether a thing may be imported as a type (`Externtype_sub`). To be asked for each import in
  /// order.
  private boolean matches(ExternVal found, ExternType wanted) {
    return switch (wanted) {
      case ExternType.Func _ -> {
        int id = typeIds[module.funcTypeidx(nextFunc++)];
        yield found instanceof FuncInst func && types.isSub(func.typeId, id);
      }
      case ExternType.Tag _ -> {
        int id = typeIds[module.tagTypeidx(nextTag++)];
        yield found instanceof TagInst tag && tag.typeId == id;
      }
      case ExternType.Table w ->
          found.externType() instanceof ExternType.Table f
              && ((TableInst) found).elemCode == code(w.type().elem().code())
              && matches(f.type(), w.type());
      case ExternType.Mem w ->
          found.externType() instanceof ExternType.Mem f && matches(f.type(), w.type());
      case ExternType.Global w -> found instanceof GlobalInst f && matches(f, w.type());
    };
  }

  private int code(int moduleCode) {
    return StoreTypes.code(moduleCode, typeIds);
  }

  private boolean matches(GlobalInst found, GlobalType wanted) {
    int code = code(wanted.type().code());
    return found.type().mutable() == wanted.mutable()
        && (wanted.mutable() ? found.typeCode == code : types.matches(found.typeCode, code));
  }

  /// Whether tables have the sizes and addresses that are asked for.
  static boolean matches(TableType found, TableType wanted) {
    return found.address().equals(wanted.address()) && found.bounds().matches(wanted.bounds());
  }

  /// Whether a memory is of the type that is asked for.
  static boolean matches(MemType found, MemType wanted) {
    return found.address().equals(wanted.address())
        && found.pageSizeLog2() == wanted.pageSizeLog2()
        && found.shared() == wanted.shared()
        && found.bounds().matches(wanted.bounds());
  }

  private static String text(ExternType type) {
    return switch (type) {
      case ExternType.Func f -> "func " + f.type();
      case ExternType.Table t -> "table " + t.type();
      case ExternType.Mem m -> "memory " + m.type();
      case ExternType.Global g -> "global " + g.type();
      case ExternType.Tag t -> "tag " + t.type();
    };
  }
}
