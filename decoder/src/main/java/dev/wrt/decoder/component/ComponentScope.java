package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.GlobalType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.TableType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The index spaces of a component while it is validated: the type of each definition
/// (Explainer.md, "Index Spaces"), and its imports and exports.
final class ComponentScope {
  final @Nullable ComponentScope outer;
  final FirstFault faults;
  final TypeScope types;
  final Externs externs;

  /// Ids of the functions' types.
  final List<Integer> coreFuncs = new ArrayList<>();

  final List<TableType> coreTables = new ArrayList<>();
  final List<MemType> coreMemories = new ArrayList<>();
  final List<GlobalType> coreGlobals = new ArrayList<>();

  /// Ids of the tags' types.
  final List<Integer> coreTags = new ArrayList<>();

  final List<CoreModuleType> coreModules = new ArrayList<>();
  final List<Map<String, CoreExternType>> coreInstances = new ArrayList<>();
  final List<ComponentFuncType> funcs = new ArrayList<>();
  final List<InstanceType> instances = new ArrayList<>();
  final List<ComponentType> components = new ArrayList<>();

  /// The resource types that the component defines itself, and what represents each: only of these
  /// it may make handles.
  final Map<ResourceType, dev.wrt.decoder.core.ValType> localResources = new IdentityHashMap<>();

  /// The type of context slots, once a definition has said it.
  dev.wrt.decoder.core.@Nullable ValType contextType;

  ComponentScope(@Nullable ComponentScope outer, FirstFault faults) {
    this.outer = outer;
    this.faults = faults;
    this.types =
        new TypeScope(TypeScope.Kind.COMPONENT, outer == null ? null : outer.types, faults);
    this.externs = new Externs(faults, true);
  }

  /// The entry of an index space, or null with a fault.
  <T extends Object> @Nullable T at(List<? extends T> space, Sort sort, int idx) {
    if (idx >= 0 && idx < space.size()) {
      return space.get(idx);
    }
    types.unknown(sort, idx);
    return null;
  }

  /// Appends a core function that a canonical definition makes.
  void addCoreFunc(FuncType type) {
    coreFuncs.add(types.core().func(type, faults));
  }

  /// The core function at an index; anything if there is none.
  FuncType coreFunc(int coreFuncidx) {
    Integer found = at(coreFuncs, Sort.CORE_FUNC, coreFuncidx);
    return found == null ? FuncType.EMPTY : types.core().func(found);
  }

  /// The type of a core definition, or null with a fault.
  @Nullable CoreExternType core(SortIdx at) {
    int i = at.idx();
    return switch (at.sort()) {
      case CORE_FUNC -> {
        Integer found = at(coreFuncs, Sort.CORE_FUNC, i);
        yield found == null ? null : new CoreExternType.Func(found);
      }
      case CORE_TABLE -> {
        TableType found = at(coreTables, Sort.CORE_TABLE, i);
        yield found == null ? null : new CoreExternType.Table(found);
      }
      case CORE_MEMORY -> {
        MemType found = at(coreMemories, Sort.CORE_MEMORY, i);
        yield found == null ? null : new CoreExternType.Mem(found);
      }
      case CORE_GLOBAL -> {
        GlobalType found = at(coreGlobals, Sort.CORE_GLOBAL, i);
        yield found == null ? null : new CoreExternType.Global(found);
      }
      case CORE_TAG -> {
        Integer found = at(coreTags, Sort.CORE_TAG, i);
        yield found == null ? null : new CoreExternType.Tag(found);
      }
      default -> {
        faults.invalid(ValidationCode.BAD_TYPE, at.sort().word() + " can't be exported");
        yield null;
      }
    };
  }

  /// Appends a core definition to the index space of its sort.
  void append(CoreExternType type) {
    faults.charge(1);
    switch (type) {
      case CoreExternType.Func t -> coreFuncs.add(t.deftype());
      case CoreExternType.Table t -> coreTables.add(t.type());
      case CoreExternType.Mem t -> coreMemories.add(t.type());
      case CoreExternType.Global t -> coreGlobals.add(t.type());
      case CoreExternType.Tag t -> coreTags.add(t.deftype());
    }
  }

  /// The type of a component-level definition, or null with a fault.
  @Nullable ExternType extern(SortIdx at) {
    int i = at.idx();
    return switch (at.sort()) {
      case CORE_MODULE -> at(coreModules, Sort.CORE_MODULE, i);
      case FUNC -> at(funcs, Sort.FUNC, i);
      case TYPE -> {
        var type = new ExternType.OfType(types.typeAt(i));
        faults.primitiveNames().put(type, types.primitiveName(i));
        yield type;
      }
      case VALUE -> value(i);
      case COMPONENT -> at(components, Sort.COMPONENT, i);
      case INSTANCE -> at(instances, Sort.INSTANCE, i);
      default -> {
        faults.invalid(
            ValidationCode.BAD_TYPE, at.sort().word() + " can't be imported or exported");
        yield null;
      }
    };
  }

  /// A value, which is consumed; null with a fault if there is none.
  private @Nullable ExternType value(int valueidx) {
    ValType type = types.values.at(valueidx);
    if (type == null) {
      types.unknown(Sort.VALUE, valueidx);
      return null;
    }
    types.values.consume(valueidx);
    return new ExternType.OfValue(type);
  }

  /// Appends a component-level definition to the index space of its sort.
  void append(ExternType type) {
    faults.charge(1);
    switch (type) {
      case CoreModuleType t -> coreModules.add(t);
      case ComponentFuncType t -> funcs.add(t);
      case ExternType.OfType t -> types.addType(t);
      case ExternType.OfValue t -> types.values.add(t.type());
      case ComponentType t -> components.add(t);
      case InstanceType t -> instances.add(t);
    }
  }
}
