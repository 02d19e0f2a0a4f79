package dev.wrt.decoder.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.HeapType;
import dev.wrt.decoder.core.Module;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The type index spaces of one scope (component, component type or instance type), and the rules
/// that turn a type as it is written into a resolved one.
///
/// The validator opens one for each component that it validates, with abstract resource types. The
/// runtime opens one for each component instance, walks the definitions in order and adds to it
/// what they define, with its own resource types; the rules are the same, and after validation only
/// the budget can make them fail. See the package's essay.
///
/// Resolved types are charged to the budget until {@link #close}.
public final class TypeScope implements AutoCloseable {
  /// What a scope belongs to.
  enum Kind {
    COMPONENT,
    COMPONENT_TYPE,
    INSTANCE_TYPE
  }

  private final Kind kind;
  private final @Nullable TypeScope outer;
  private final FirstFault faults;
  private final CoreTypes core;
  private final List<Type> types = new ArrayList<>();
  private final Map<Integer, PrimitiveNames.Name> primitiveNames = new HashMap<>();
  private final List<CoreType> coreTypes = new ArrayList<>();

  /// The value index space.
  final ValueSpace values;

  TypeScope(Kind kind, @Nullable TypeScope outer, FirstFault faults) {
    this.kind = kind;
    this.outer = outer;
    this.faults = faults;
    this.values = new ValueSpace(faults);
    this.core = outer == null ? new CoreTypes(faults.storage()) : outer.core;
  }

  /// Opens the scope of a component.
  ///
  /// @param outer the scope of the enclosing component, which outer aliases look into; null at the
  ///   root
  /// @param limits what is the most we accept
  /// @param budget what resolved types are charged to
  public static Result<TypeScope> create(
      @Nullable TypeScope outer, Limits limits, MemoryBudget budget) {
    FirstFault faults = new FirstFault(limits, new Storage(budget), Features.ALL);
    faults.charge(2);
    return faults.result(new TypeScope(Kind.COMPONENT, outer, faults));
  }

  /// Resolves a type definition. Not for `resource` definitions: what they mean is the caller's,
  /// who makes a {@link ResourceType} and adds it.
  public Result<Type> resolve(DefType def) {
    return faults.result(type(def));
  }

  /// Resolves the type of an import or export. A `sub resource` gives a new abstract resource type;
  /// the abstract ones that an instance type binds are in its {@link InstanceType#resources}.
  public Result<ExternType> resolve(ExternDesc desc) {
    return faults.result(externType(desc));
  }

  /// Resolves a reference to a value type.
  public Result<ValType> resolve(ValTypeRef ref) {
    return faults.result(valtype(ref));
  }

  /// Resolves a core type definition and appends its types to the core type index space.
  public Result<Unit> addCore(CoreDefType def) {
    addCoreType(def);
    return faults.result(Unit.UNIT);
  }

  /// Appends to the type index space.
  public Result<Unit> add(Type type) {
    addType(type);
    return faults.result(Unit.UNIT);
  }

  /// Appends what an outer alias of sort `type` or `core type` refers to.
  public Result<Unit> addOuter(Alias.Outer alias) {
    addOuterAlias(alias);
    return faults.result(Unit.UNIT);
  }

  /// The type at an index of a validated component.
  public Type type(int typeidx) {
    return types.get(typeidx);
  }

  /// Puts actual resource types in the place of abstract ones.
  ///
  /// @param type a type resolved by this scope
  /// @param actual what stands for which abstract resource type
  public Result<ExternType> substitute(ExternType type, Map<ResourceType, ResourceType> actual) {
    Substitution substitution = new Substitution(faults);
    actual.forEach(substitution::put);
    ExternType substituted = substitution.apply(type);
    return faults.result(substituted);
  }

  /// The type of a core module, in terms of this scope's core types.
  public Result<ExternType> moduleType(Module module) {
    return faults.result(core.moduleType(module, faults));
  }

  /// Asks whether what is offered for an import may stand for it.
  ///
  /// @param offered type of what is offered, its resource types the actual ones, its modules' types
  ///   of this scope's
  /// @param expected the declared type, resolved by this scope
  /// @param name what is imported, for the fault
  /// @return what each abstract resource type of `expected` stands for, or a fault with the path to
  ///   the first part that does not match
  // [impl->req~component-import-subtype~1]
  public Result<Map<ResourceType, ResourceType>> match(
      ExternType offered, ExternType expected, String name) {
    TypeMatching matching = new TypeMatching(faults, core);
    matching.subtype(offered, expected, Mismatch.Context.of("import", name));
    return faults.result(matching.fixed());
  }

  /// Gives the reserved bytes back.
  @Override
  public void close() {
    faults.storage().close();
  }

  // The same rules with sticky faults, for the validator.

  Kind kind() {
    return kind;
  }

  FirstFault faults() {
    return faults;
  }

  /// The core types of the root component and all that is in it.
  CoreTypes core() {
    return core;
  }

  void addType(Type type) {
    if (faults.charge(1)) {
      types.add(type);
    }
  }

  /// Appends a type that may be a primitive one with a name.
  void addType(Type type, PrimitiveNames.@Nullable Name name) {
    if (name != null && faults.charge(1)) {
      primitiveNames.put(types.size(), name);
    }
    addType(type);
  }

  /// Appends the type of an import, an export or an alias of one.
  void addType(ExternType.OfType type) {
    addType(type.type(), faults.primitiveNames().of(type));
  }

  /// The name by which the type at an index is written if it is a primitive one; null if it has
  /// none.
  PrimitiveNames.@Nullable Name primitiveName(int typeidx) {
    return primitiveNames.get(typeidx);
  }

  Type type(DefType def) {
    return switch (def) {
      case DefType.ComponentDef d -> new Declarations(this).resolve(d);
      case DefType.InstanceDef d -> new Declarations(this).resolve(d);
      default -> simpleType(def);
    };
  }

  /// Resolves a type that has no declarators.
  Type simpleType(DefType def) {
    faults.charge(1);
    return switch (def) {
      case DefType.DefValType d -> new ValTypes(this).resolve(d);
      case DefType.FuncDef d -> new ValTypes(this).resolve(d);
      default -> {
        faults.invalid(ValidationCode.RESOURCE_IN_TYPE, "");
        yield PrimValType.BOOL;
      }
    };
  }

  ValType valtype(ValTypeRef ref) {
    return switch (ref) {
      case PrimValType p -> p;
      case ValTypeRef.TypeIdx t -> {
        if (typeAt(t.typeidx()) instanceof ValType found) {
          yield found;
        }
        wrongKind(t.typeidx(), "a defined type");
        yield PrimValType.BOOL;
      }
    };
  }

  /// The resource type at an index.
  ResourceType resource(int typeidx) {
    if (typeAt(typeidx) instanceof ResourceType found) {
      return found;
    }
    wrongKind(typeidx, "a resource type");
    return new OpaqueResource("");
  }

  /// The function type at an index.
  ComponentFuncType func(int typeidx) {
    if (typeAt(typeidx) instanceof ComponentFuncType found) {
      return found;
    }
    wrongKind(typeidx, "a function type");
    return new ComponentFuncType(List.of(), java.util.Optional.empty());
  }

  /// The type at an index; anything if there is none.
  Type typeAt(int typeidx) {
    if (typeidx >= 0 && typeidx < types.size()) {
      return types.get(typeidx);
    }
    unknown(Sort.TYPE, typeidx);
    return PrimValType.BOOL;
  }

  private void wrongKind(int typeidx, String kindRequired) {
    faults.invalid(ValidationCode.WRONG_KIND, "type index " + typeidx + " is not " + kindRequired);
  }

  void unknown(Sort sort, int idx) {
    String word = sort.word().replace("func", "function");
    faults.invalid(ValidationCode.UNKNOWN_INDEX, word + " " + Integer.toUnsignedString(idx));
  }

  ExternType externType(ExternDesc desc) {
    return switch (desc) {
      case ExternDesc.Module d -> moduleType(d.coreTypeidx());
      case ExternDesc.Func d -> func(d.typeidx());
      case ExternDesc.TypeEq d -> new ExternType.OfType(typeAt(d.typeidx()));
      case ExternDesc.SubResource d -> new ExternType.OfType(new OpaqueResource(""));
      case ExternDesc.ValueEq d -> new ExternType.OfValue(value(d.valueidx()));
      case ExternDesc.Value d -> new ExternType.OfValue(valtype(d.type()));
      case ExternDesc.Component d -> {
        if (typeAt(d.typeidx()) instanceof ComponentType found) {
          yield found;
        }
        wrongKind(d.typeidx(), "a component type");
        yield ComponentType.EMPTY;
      }
      case ExternDesc.Instance d -> {
        if (typeAt(d.typeidx()) instanceof InstanceType found) {
          yield found;
        }
        wrongKind(d.typeidx(), "an instance type");
        yield InstanceType.EMPTY;
      }
    };
  }

  /// The type of the value at an index; any if there is none.
  ValType value(int valueidx) {
    ValType found = values.at(valueidx);
    if (found == null) {
      unknown(Sort.VALUE, valueidx);
      return PrimValType.BOOL;
    }
    return found;
  }

  /// The type that an import or export has in this scope: types get a name of their own, and the
  /// resource types that an instance type binds become new ones, which the scope binds instead.
  ///
  /// @param name name of the import or export
  /// @param desc its type as it is written
  /// @param bound where the new resource types are added
  ExternType introduce(String name, ExternDesc desc, List<ResourceType> bound) {
    faults.charge(1);
    if (desc instanceof ExternDesc.SubResource) {
      ResourceType resource = new OpaqueResource(name);
      bound.add(resource);
      return new ExternType.OfType(resource);
    }
    ExternType type = externType(desc);
    return switch (type) {
      case ExternType.OfType t -> renamed(name, t, desc);
      case InstanceType t -> opened(t, bound);
      default -> type;
    };
  }

  private ExternType renamed(String name, ExternType.OfType type, ExternDesc desc) {
    ExternType.OfType renamed = new ExternType.OfType(TypeParts.alias(name, type.type()));
    if (desc instanceof ExternDesc.TypeEq eq) {
      faults.primitiveNames().introduce(renamed, primitiveName(eq.typeidx()));
    }
    return renamed;
  }

  private InstanceType opened(InstanceType type, List<ResourceType> bound) {
    if (type.resources().isEmpty()) {
      return type;
    }
    Substitution fresh = new Substitution(faults);
    for (ResourceType resource : type.resources()) {
      ResourceType own = new OpaqueResource(resource.name());
      fresh.put(resource, own);
      bound.add(own);
    }
    return new InstanceType(fresh.apply(type.exports()), List.of(), type.attributes());
  }

  // Outer aliases

  void addOuterAlias(Alias.Outer alias) {
    TypeScope scope = this;
    boolean crossed = false;
    for (int i = 0; i != alias.ct(); i++) {
      crossed |= scope.kind == Kind.COMPONENT;
      TypeScope next = scope.outer;
      if (next == null) {
        faults.invalid(ValidationCode.OUTER_COUNT, "of " + Integer.toUnsignedString(alias.ct()));
        return;
      }
      scope = next;
    }
    if (alias.sort() == Sort.CORE_TYPE) {
      addCore(scope, alias.idx());
    } else {
      addOuterType(scope, alias.idx(), crossed);
    }
  }

  private void addOuterType(TypeScope scope, int typeidx, boolean crossed) {
    if (typeidx < 0 || typeidx >= scope.types.size()) {
      unknown(Sort.TYPE, typeidx);
      return;
    }
    Type type = scope.types.get(typeidx);
    if (crossed && new FreeResources(faults).any(type)) {
      faults.invalid(ValidationCode.OUTER_RESOURCE, "type " + typeidx);
    }
    addType(type, scope.primitiveName(typeidx));
  }

  private void addCore(TypeScope scope, int idx) {
    CoreType type = scope.coreTypeAt(idx);
    if (type == null) {
      unknown(Sort.CORE_TYPE, idx);
    } else if (faults.charge(1)) {
      coreTypes.add(type);
    }
  }

  // Core types

  void addCoreType(CoreDefType def) {
    faults.charge(1);
    switch (def) {
      case CoreDefType.CoreRec d -> core.define(d, coreTypes, this);
      case CoreDefType.CoreModuleDef d -> coreTypes.add(new CoreModuleTypes(this).resolve(d));
    }
  }

  @Nullable CoreType coreTypeAt(int idx) {
    return idx >= 0 && idx < coreTypes.size() ? coreTypes.get(idx) : null;
  }

  /// The core function type at an index, or null with a fault.
  public @Nullable FuncType coreFuncType(int coreTypeidx) {
    int id = core.id(coreTypeidx, coreTypes, this);
    if (!faults.ok()) {
      return null;
    }
    FuncType type = core.funcOrNull(id);
    if (type == null) {
      wrongCoreKind(coreTypeidx, "a function type");
    }
    return type;
  }

  /// `(ref null t)` of the defined type at an index.
  dev.wrt.decoder.core.ValType refNull(int coreTypeidx) {
    int heap = HeapType.ofTypeidx(core.id(coreTypeidx, coreTypes, this));
    dev.wrt.decoder.core.ValType type =
        dev.wrt.decoder.core.ValType.of(dev.wrt.decoder.core.ValType.ref(true, heap));
    return type == null ? dev.wrt.decoder.core.ValType.FUNCREF : type;
  }

  void wrongCoreKind(int coreTypeidx, String kindRequired) {
    faults.invalid(
        ValidationCode.WRONG_KIND, "core type index " + coreTypeidx + " is not " + kindRequired);
  }

  /// Whether a core value type is a subtype of `funcref`.
  boolean matchesFuncref(dev.wrt.decoder.core.ValType type) {
    return dev.wrt.decoder.core.TypeMatching.abstractRef(
        type.code(), dev.wrt.decoder.core.ValType.FUNCREF.code());
  }

  @Nullable TypeScope outer() {
    return outer;
  }

  private CoreModuleType moduleType(int coreTypeidx) {
    CoreType type = coreTypeAt(coreTypeidx);
    if (type instanceof CoreModuleType module) {
      return module;
    }
    if (type == null) {
      unknown(Sort.CORE_TYPE, coreTypeidx);
    } else {
      wrongCoreKind(coreTypeidx, "a module type");
    }
    return CoreModuleType.EMPTY;
  }
}
