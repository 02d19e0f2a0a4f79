package dev.wrt.decoder.component;

import dev.wrt.decoder.Storage;
import dev.wrt.decoder.component.CoreModuleType.CoreImport;
import dev.wrt.decoder.core.CompType;
import dev.wrt.decoder.core.DefTypes;
import dev.wrt.decoder.core.Export;
import dev.wrt.decoder.core.ExternKind;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.SubType;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntUnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The core types of a component and of the components and modules in it, in one set of {@link
/// DefTypes}, so that those of different modules can be compared.
// [impl->req~component-core-types~1]
final class CoreTypes {
  private static final int ANY = 0;

  private final Storage storage;
  private final DefTypes defTypes;

  CoreTypes(Storage storage) {
    this.storage = storage;
    this.defTypes = new DefTypes(storage);
  }

  DefTypes defTypes() {
    return defTypes;
  }

  /// The function type of an id, or null if it is another kind of type.
  @Nullable FuncType funcOrNull(int id) {
    CompType comp = id < defTypes.count() ? defTypes.type(id).comp() : null;
    return comp instanceof FuncType func ? func : null;
  }

  /// The function type of an id; there is one, unless there is a fault already.
  FuncType func(int id) {
    FuncType found = funcOrNull(id);
    return found == null ? FuncType.EMPTY : found;
  }

  /// The id of a function type that is final and in a group of its own, as those are that canonical
  /// definitions make.
  int func(FuncType type, FirstFault faults) {
    return intern(List.of(new SubType(true, SubType.NO_SUPERTYPE, type)), faults);
  }

  private int intern(List<SubType> group, FirstFault faults) {
    long count = (long) defTypes.count() + group.size();
    if (!faults.within("types", count, faults.limits().types())) {
      return ANY;
    }
    int first = defTypes.intern(group);
    if (first == DefTypes.REFUSED) {
      faults.fail(storage.refusal(DefTypes.bytes(group)));
      return ANY;
    }
    return first;
  }

  // Types as they are written in a component

  /// Appends the types of a recursion group to an index space.
  void define(CoreDefType.CoreRec rec, List<CoreType> space, TypeScope scope) {
    FirstFault faults = scope.faults();
    int size = rec.types().size();
    List<SubType> group = new ArrayList<>(size);
    for (SubType type : rec.types()) {
      if (type.supertype() >= space.size() + group.size()) {
        scope.unknown(Sort.CORE_TYPE, type.supertype());
      }
      group.add(DefTypes.renamed(type, reference(space, size, scope)));
    }
    if (!faults.ok()) {
      return;
    }
    int first = intern(group, faults);
    for (int i = 0; i < size && faults.ok(); i++) {
      space.add(new CoreType.Def(first + i));
      faults.charge(1);
      if (!defTypes.isDeclarable(first + i)) {
        faults.invalid(ValidationCode.SUB_TYPE, "core type " + (space.size() - 1));
        return;
      }
      faults.within("subtypeDepth", defTypes.depth(first + i), faults.limits().subtypeDepth());
    }
  }

  /// Ids for indices: of the index space, and after it of a group of types that is being defined.
  ///
  /// @param space the index space
  /// @param groupSize how many types the group has
  /// @param scope where unknown indices are refused
  IntUnaryOperator reference(List<CoreType> space, int groupSize, TypeScope scope) {
    int count = space.size();
    return typeidx -> {
      if (typeidx >= count && typeidx - count < groupSize) {
        return defTypes.count() + typeidx - count;
      }
      return id(typeidx, space, scope);
    };
  }

  /// The id of the defined type at an index.
  int id(int typeidx, List<CoreType> space, TypeScope scope) {
    if (typeidx < 0 || typeidx >= space.size()) {
      scope.unknown(Sort.CORE_TYPE, typeidx);
      return ANY;
    }
    if (space.get(typeidx) instanceof CoreType.Def def) {
      return def.id();
    }
    scope.wrongCoreKind(typeidx, "a defined type");
    return ANY;
  }

  // Modules

  /// The type of a module.
  CoreModuleType moduleType(Module module, FirstFault faults) {
    faults.charge(module.imports().size() + module.exports().size());
    int[] ids = ids(module, faults);
    if (!faults.ok()) {
      return CoreModuleType.EMPTY;
    }
    SequencedMap<String, CoreExternType> exports = new LinkedHashMap<>();
    for (Export export : module.exports()) {
      exports.put(export.name(), extern(module, export.kind(), export.index(), ids));
    }
    List<CoreImport> imports = new ArrayList<>(module.imports().size());
    int[] counts = new int[ExternKind.values().length];
    for (Import each : module.imports()) {
      ExternKind kind = each.desc().kind();
      CoreExternType type = extern(module, kind, counts[kind.ordinal()]++, ids);
      imports.add(new CoreImport(each.module(), each.name(), type));
    }
    return new CoreModuleType(imports, exports);
  }

  /// The ids of a module's types.
  private int[] ids(Module module, FirstFault faults) {
    int count = module.types().size();
    if (!faults.charge(1 + count / 8)) {
      return new int[0];
    }
    int[] ids = new int[count];
    int size;
    for (int start = 0; start < count && faults.ok(); start += size) {
      size = module.recGroupSize(start);
      int first =
          module.canonical(start) == start
              ? group(module, start, ids, faults)
              : ids[module.canonical(start)];
      for (int i = 0; i < size; i++) {
        ids[start + i] = first + i;
      }
    }
    return ids;
  }

  private int group(Module module, int start, int[] ids, FirstFault faults) {
    int size = module.recGroupSize(start);
    int first = defTypes.count();
    List<SubType> group =
        module.types().subList(start, start + size).stream()
            .map(type ->
                DefTypes.renamed(
                    type, typeidx -> typeidx < start ? ids[typeidx] : first + typeidx - start))
            .toList();
    return intern(group, faults);
  }

  private static CoreExternType extern(Module module, ExternKind kind, int index, int[] ids) {
    IntUnaryOperator renaming = typeidx -> ids[typeidx];
    return switch (kind) {
      case FUNC -> new CoreExternType.Func(ids[module.funcTypeidx(index)]);
      case TABLE -> new CoreExternType.Table(renamed(module.tableType(index), renaming));
      case MEM -> new CoreExternType.Mem(module.memType(index));
      case GLOBAL -> new CoreExternType.Global(renamed(module.globalType(index), renaming));
      case TAG -> new CoreExternType.Tag(ids[module.tagTypeidx(index)]);
    };
  }

  /// A table type with the indices in it replaced.
  static TableType renamed(TableType type, IntUnaryOperator renaming) {
    return new TableType(type.address(), renamed(type.elem(), renaming), type.bounds());
  }

  /// A global type with the indices in it replaced.
  static GlobalType renamed(GlobalType type, IntUnaryOperator renaming) {
    return new GlobalType(renamed(type.type(), renaming), type.mutable());
  }

  private static ValType renamed(ValType type, IntUnaryOperator renaming) {
    ValType renamed = ValType.of(DefTypes.renamed(type.code(), renaming));
    return renamed == null ? type : renamed;
  }
}
