package dev.wrt.decoder.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import java.util.List;

/// `component`: a decoded and validated component, its definitions in the order of the binary.
///
/// Holds bytes of the budget it was decoded with until it is closed; nested components and modules
/// are closed with it.
public final class Component implements AutoCloseable {
  private final List<Definition> definitions;
  private final ComponentType type;

  Component(List<Definition> definitions, ComponentType type) {
    this.definitions = definitions;
    this.type = type;
  }

  /// Decodes and validates a component.
  ///
  /// @param bytes the whole file; kept, not copied
  /// @param limits what is the most we accept
  /// @param budget what the component's storage is reserved from
  public static Result<Component> decode(byte[] bytes, Limits limits, MemoryBudget budget) {
    throw new UnsupportedOperationException();
  }

  /// The definitions in the order of the binary.
  public List<Definition> definitions() {
    return definitions;
  }

  /// Its imports and exports with their resolved types; resource types in it are abstract.
  public ComponentType type() {
    return type;
  }

  /// Gives the reserved bytes back.
  @Override
  public void close() {}
}
