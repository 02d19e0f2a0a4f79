package dev.wrt.decoder.component;

import dev.wrt.decoder.component.CoreModuleType.CoreImport;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Resolves `core:moduletype`. A module type has its own type index space, which begins empty.
final class CoreModuleTypes {
  private static final long PAGES_MAX = 1L << 16;
  private static final long PAGES_MAX_64 = 1L << 48;
  private static final long ADDRESSES_32 = 0xFFFF_FFFFL;

  /// The largest number of 64 bits.
  private static final long ANY_SIZE = -1;

  private final TypeScope scope;
  private final FirstFault faults;
  private final CoreTypes core;
  private final List<CoreType> types = new ArrayList<>();
  private final List<CoreImport> imports = new ArrayList<>();
  private final Set<List<String>> importNames = new HashSet<>();
  private final SequencedMap<String, CoreExternType> exports = new LinkedHashMap<>();

  CoreModuleTypes(TypeScope scope) {
    this.scope = scope;
    this.faults = scope.faults();
    this.core = scope.core();
  }

  CoreModuleType resolve(CoreDefType.CoreModuleDef def) {
    faults.charge(def.decls().size());
    for (CoreModuleDecl decl : def.decls()) {
      switch (decl) {
        case CoreModuleDecl.CoreTypeDecl d -> core.define(d.type(), types, scope);
        case CoreModuleDecl.CoreAlias d -> alias(d);
        case CoreModuleDecl.CoreImport d -> addImport(d);
        case CoreModuleDecl.CoreExport d -> addExport(d);
      }
    }
    return new CoreModuleType(imports, exports);
  }

  private void addImport(CoreModuleDecl.CoreImport decl) {
    imports.add(new CoreImport(decl.module(), decl.name(), extern(decl.type())));
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
      types.add(new CoreType.Def(core.id(alias.idx(), types, scope)));
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
    if (found instanceof CoreType.Def def) {
      types.add(def);
    } else if (found == null) {
      scope.unknown(Sort.CORE_TYPE, alias.idx());
    } else {
      scope.wrongCoreKind(alias.idx(), "a defined type");
    }
  }

  /// The id of a function type.
  private int func(int typeidx) {
    int id = core.id(typeidx, types, scope);
    if (faults.ok() && core.funcOrNull(id) == null) {
      scope.wrongCoreKind(typeidx, "a function type");
    }
    return id;
  }

  private CoreExternType extern(CoreExternDesc desc) {
    IntUnaryOperator ids = core.reference(types, 0, scope);
    return switch (desc) {
      case CoreExternDesc.Func d -> new CoreExternType.Func(func(d.typeidx()));
      case CoreExternDesc.Table d ->
          new CoreExternType.Table(CoreTypes.renamed(table(d.type()), ids));
      case CoreExternDesc.Mem d -> new CoreExternType.Mem(memory(d.type()));
      case CoreExternDesc.Global d -> new CoreExternType.Global(CoreTypes.renamed(d.type(), ids));
      case CoreExternDesc.Tag d -> new CoreExternType.Tag(tag(d.typeidx()));
    };
  }

  /// An exception has no results.
  private int tag(int typeidx) {
    int id = func(typeidx);
    if (core.func(id).resultCount() > 0) {
      faults.invalid(ValidationCode.BAD_TYPE, "invalid exception type: non-empty tag result type");
    }
    return id;
  }

  private TableType table(TableType type) {
    ordered(type.bounds());
    return type;
  }

  private MemType memory(MemType type) {
    ordered(type.bounds());
    if (type.shared() && !type.bounds().hasMax()) {
      faults.invalid(ValidationCode.BAD_TYPE, "shared memory must have a maximum size");
    }
    SizeBounds bounds = type.bounds();
    long pagesMax = pagesMax(type);
    boolean maxTooLarge = bounds.hasMax() && Long.compareUnsigned(bounds.max(), pagesMax) > 0;
    if (maxTooLarge || Long.compareUnsigned(bounds.min(), pagesMax) > 0) {
      String most = type.is64() ? "2**48 pages" : "65536 pages (4GiB)";
      faults.invalid(ValidationCode.BAD_TYPE, "memory size must be at most " + most);
    }
    return type;
  }

  private static long pagesMax(MemType type) {
    if (type.pageSizeLog2() == 0) {
      return type.is64() ? ANY_SIZE : ADDRESSES_32;
    }
    return type.is64() ? PAGES_MAX_64 : PAGES_MAX;
  }

  private void ordered(SizeBounds bounds) {
    if (bounds.hasMax() && Long.compareUnsigned(bounds.min(), bounds.max()) > 0) {
      faults.invalid(ValidationCode.BAD_TYPE, "size minimum must not be greater than maximum");
    }
  }
}
