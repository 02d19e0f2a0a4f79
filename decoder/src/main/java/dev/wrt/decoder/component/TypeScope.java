package dev.wrt.decoder.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.Limits;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The type index spaces of one scope (component, component type or instance type), and the rules
/// that turn a type as it is written into a resolved one.
public final class TypeScope implements AutoCloseable {
  private TypeScope() {}

  /// Opens the scope of a component.
  ///
  /// @param outer the enclosing component's scope, which outer aliases look into; null at the root
  /// @param limits what is the most we accept
  /// @param budget what resolved types are reserved from until {@link #close}
  public static Result<TypeScope> create(
      @Nullable TypeScope outer, Limits limits, MemoryBudget budget) {
    throw new UnsupportedOperationException();
  }

  /// Resolves a type definition. Not for `resource` definitions: their meaning is the caller's,
  /// which makes a {@link ResourceType} and adds it.
  public Result<Type> resolve(DefType def) {
    throw new UnsupportedOperationException();
  }

  /// Resolves the type of an import or export. Each call makes new abstract resource types for the
  /// ones that an instance or component type binds, and a new one for `sub resource`.
  public Result<ExternType> resolve(ExternDesc desc) {
    throw new UnsupportedOperationException();
  }

  /// Resolves the optional valtype of a definition.
  public Result<ValType> resolve(ValTypeRef ref) {
    throw new UnsupportedOperationException();
  }

  /// Resolves a core type definition.
  public Result<Unit> addCore(CoreDefType def) {
    throw new UnsupportedOperationException();
  }

  /// Appends to the type index space.
  public Result<Unit> add(Type type) {
    throw new UnsupportedOperationException();
  }

  /// Appends what an outer alias of sort `type` or `core type` refers to.
  public Result<Unit> addOuter(Alias.Outer alias) {
    throw new UnsupportedOperationException();
  }

  /// The type at an index of a validated component.
  public Type type(int typeidx) {
    throw new UnsupportedOperationException();
  }

  /// Puts actual resource types in the place of abstract ones.
  ///
  /// @param type a type resolved by this scope
  /// @param actual what stands for which abstract resource type
  public Result<ExternType> substitute(ExternType type, Map<ResourceType, ResourceType> actual) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
