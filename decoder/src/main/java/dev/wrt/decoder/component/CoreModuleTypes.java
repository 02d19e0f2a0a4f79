package dev.wrt.decoder.component;

import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Resolves `core:moduletype`. A module type has its own type index space, which begins empty.
final class CoreModuleTypes {
  private static final long PAGES_MAX = 1L << 16;
  private static final long PAGES_MAX_64 = 1L << 48;

  private final TypeScope scope;
  private final FirstFault faults;
  private final List<FuncType> types = new ArrayList<>();
  private final List<Import> imports = new ArrayList<>();
  private final Set<List<String>> importNames = new HashSet<>();
  private final SequencedMap<String, ExternType> exports = new LinkedHashMap<>();

  CoreModuleTypes(TypeScope scope) {
    this.scope = scope;
    this.faults = scope.faults();
  }

  CoreModuleType resolve(CoreDefType.CoreModuleDef def) {
    faults.charge(def.decls().size());
    for (CoreModuleDecl decl : def.decls()) {
      switch (decl) {
        case CoreModuleDecl.CoreTypeDecl d -> {
          if (d.type() instanceof CoreDefType.CoreFunc func) {
            types.add(func.type());
          }
        }
        case CoreModuleDecl.CoreAlias d -> alias(d);
        case CoreModuleDecl.CoreImport d -> addImport(d);
        case CoreModuleDecl.CoreExport d -> addExport(d);
      }
    }
    return new CoreModuleType(imports, exports);
  }

  private void addImport(CoreModuleDecl.CoreImport decl) {
    imports.add(new Import(decl.module(), decl.name(), extern(decl.type())));
    if (!importNames.add(List.of(decl.module(), decl.name()))) {
      faults.invalid(
          ValidationCode.DUPLICATE_CORE_NAME,
          "duplicate import name `" + decl.module() + ":" + decl.name() + "`");
    }
  }

  private void addExport(CoreModuleDecl.CoreExport decl) {
    if (exports.put(decl.name(), extern(decl.type())) != null) {
      faults.invalid(ValidationCode.DUPLICATE_CORE_NAME, "export name `" + decl.name() + "`");
    }
  }

  /// Scope 0 is the module type itself, scope 1 the one around it.
  private void alias(CoreModuleDecl.CoreAlias alias) {
    if (alias.ct() == 0) {
      types.add(type(alias.idx()));
      return;
    }
    TypeScope target = scope;
    for (int i = 1; i != alias.ct(); i++) {
      TypeScope next = target.outer();
      if (next == null) {
        faults.invalid(ValidationCode.OUTER_COUNT, "of " + Integer.toUnsignedString(alias.ct()));
        return;
      }
      target = next;
    }
    @Nullable CoreType found = target.coreTypeAt(alias.idx());
    if (found instanceof CoreType.Func func) {
      types.add(func.type());
    } else if (found == null) {
      scope.unknown(Sort.CORE_TYPE, alias.idx());
    } else {
      faults.invalid(
          ValidationCode.WRONG_KIND, "core type " + alias.idx() + " is not a function type");
    }
  }

  private FuncType type(int typeidx) {
    if (typeidx >= 0 && typeidx < types.size()) {
      return types.get(typeidx);
    }
    scope.unknown(Sort.CORE_TYPE, typeidx);
    return FuncType.EMPTY;
  }

  private ExternType extern(CoreExternDesc desc) {
    return switch (desc) {
      case CoreExternDesc.Func d -> new ExternType.Func(type(d.typeidx()));
      case CoreExternDesc.Table d -> new ExternType.Table(table(d.type()));
      case CoreExternDesc.Mem d -> new ExternType.Mem(memory(d.type()));
      case CoreExternDesc.Global d -> new ExternType.Global(d.type());
      case CoreExternDesc.Tag d -> new ExternType.Tag(tag(d.typeidx()));
    };
  }

  /// An exception has no results.
  private FuncType tag(int typeidx) {
    FuncType type = type(typeidx);
    if (type.resultCount() > 0) {
      faults.invalid(ValidationCode.BAD_TYPE, "invalid exception type: non-empty tag result type");
    }
    return type;
  }

  private TableType table(TableType type) {
    ordered(type.bounds());
    return type;
  }

  private MemType memory(MemType type) {
    ordered(type.bounds());
    SizeBounds bounds = type.bounds();
    long pagesMax = type.is64() ? PAGES_MAX_64 : PAGES_MAX;
    boolean maxTooLarge = bounds.hasMax() && Long.compareUnsigned(bounds.max(), pagesMax) > 0;
    if (maxTooLarge || Long.compareUnsigned(bounds.min(), pagesMax) > 0) {
      String most = type.is64() ? "2**48 pages" : "65536 pages (4GiB)";
      faults.invalid(ValidationCode.BAD_TYPE, "memory size must be at most " + most);
    }
    return type;
  }

  private void ordered(SizeBounds bounds) {
    if (bounds.hasMax() && Long.compareUnsigned(bounds.min(), bounds.max()) > 0) {
      faults.invalid(ValidationCode.BAD_TYPE, "size minimum must not be greater than maximum");
    }
  }
}
