package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.component.Alias;
import dev.wrt.decoder.component.Sort;
import dev.wrt.decoder.component.SortIdx;
import dev.wrt.decoder.component.TypeScope;
import dev.wrt.engine.ExternVal;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.MemInst;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The index spaces of one component while it is instantiated (Explainer.md, "Index Spaces"), types
/// apart, which {@link TypeScope} keeps.
///
/// Validation has proved that every index is in range and of the right sort. The entries are
/// references whose number the component's own size bounds; the instance's account pays for them.
final class Scope {
  /// Where a component-level function was found, so that calls of it can be named.
  ///
  /// @param func the function
  /// @param interfaceName name of the imported instance it comes from; empty if of none
  /// @param function its name there; empty for a function that is not imported
  record NamedFunc(ComponentFunc func, String interfaceName, String function) {}

  /// A component-level instance and the name it was imported under.
  ///
  /// @param instance the instance
  /// @param name name of the import; empty for an instance that is not imported
  record NamedInstance(Item.InstanceItem instance, String name) {}

  final @Nullable Scope outer;
  final TypeScope types;
  final List<ExternVal> coreFuncs = new ArrayList<>();
  final List<ExternVal> coreTables = new ArrayList<>();
  final List<ExternVal> coreMemories = new ArrayList<>();
  final List<ExternVal> coreGlobals = new ArrayList<>();
  final List<ExternVal> coreTags = new ArrayList<>();
  final List<Item.ModuleItem> coreModules = new ArrayList<>();
  final List<CoreExports> coreInstances = new ArrayList<>();
  final List<NamedFunc> funcs = new ArrayList<>();
  final List<NamedInstance> instances = new ArrayList<>();
  final List<Item.ComponentItem> components = new ArrayList<>();

  Scope(@Nullable Scope outer, TypeScope types) {
    this.outer = outer;
    this.types = types;
  }

  /// A core instance: exports by name.
  interface CoreExports {
    /// The export of a name that validation has found there.
    ExternVal export(String name);
  }

  /// A core instance made of inline exports.
  ///
  /// @param exports the exports by name
  record InlineCoreExports(Map<String, ExternVal> exports) implements CoreExports {
    @Override
    public ExternVal export(String name) {
      ExternVal found = exports.get(name);
      if (found == null) {
        throw new Invariant.Violation("a validated core export exists");
      }
      return found;
    }
  }

  /// The core function at an index.
  FuncInst coreFunc(int coreFuncidx) {
    return (FuncInst) coreFuncs.get(coreFuncidx);
  }

  /// The core memory at an index.
  MemInst coreMemory(int coreMemidx) {
    return (MemInst) coreMemories.get(coreMemidx);
  }

  /// The core definition that a sort and an index refer to.
  ExternVal core(SortIdx at) {
    return coreSpace(at.sort()).get(at.idx());
  }

  /// The index space of a core sort that holds values of a store.
  List<ExternVal> coreSpace(Sort sort) {
    return switch (sort) {
      case CORE_FUNC -> coreFuncs;
      case CORE_TABLE -> coreTables;
      case CORE_MEMORY -> coreMemories;
      case CORE_GLOBAL -> coreGlobals;
      case CORE_TAG -> coreTags;
      default -> throw new Invariant.Violation("the sort is a core one with values");
    };
  }

  /// The component-level definition that a sort and an index refer to.
  Item item(SortIdx at) {
    int i = at.idx();
    return switch (at.sort()) {
      case CORE_MODULE -> coreModules.get(i);
      case FUNC -> funcs.get(i).func();
      case TYPE -> new Item.TypeItem(types.type(i));
      case COMPONENT -> components.get(i);
      case INSTANCE -> instances.get(i).instance();
      default -> throw new Invariant.Violation("the sort is a component-level one");
    };
  }

  /// The scope that an outer alias looks into.
  Scope outer(Alias.Outer alias) {
    Scope scope = this;
    for (int i = 0; i < alias.ct(); i++) {
      Scope next = scope.outer;
      if (next == null) {
        throw new Invariant.Violation("a validated outer alias stays inside the component");
      }
      scope = next;
    }
    return scope;
  }
}
