package dev.wrt.decoder.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.Module;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `component`: a decoded and validated component, its definitions in the order of the binary.
///
/// Holds bytes of the budget it was decoded with until it is closed; nested components and modules
/// are closed with it.
public final class Component implements AutoCloseable {
  private final List<Definition> definitions;
  private final ComponentType type;
  private final @Nullable Storage storage;
  private final List<Module> modules;
  private final PrimitiveNames primitiveNames;

  /// Creates a component.
  ///
  /// @param storage what the root pays with; null for a nested one
  /// @param modules all modules in the root, which are closed with it
  /// @param primitiveNames the names of primitive types
  Component(
      List<Definition> definitions,
      ComponentType type,
      @Nullable Storage storage,
      List<Module> modules,
      PrimitiveNames primitiveNames) {
    this.definitions = Collections.unmodifiableList(definitions);
    this.type = type;
    this.storage = storage;
    this.modules = modules;
    this.primitiveNames = primitiveNames;
  }

  /// Decodes and validates a component.
  ///
  /// @param bytes the whole file; kept, not copied, and not to be changed
  /// @param limits what it may declare
  /// @param budget where its storage is reserved; {@link #close} gives it back
  /// @return the component, or the first fault with its offset in `bytes`
  public static Result<Component> decode(byte[] bytes, Limits limits, MemoryBudget budget) {
    return decode(bytes, new DecoderOptions(limits, Features.NONE), budget);
  }

  /// Decodes and validates a component that may use {@link dev.wrt.decoder.Feature features}.
  ///
  /// @param bytes the whole file; kept, not copied, and not to be changed
  /// @param options what it may declare, and what it and its core modules may use
  /// @param budget where its storage is reserved; {@link #close} gives it back
  /// @return the component, or the first fault with its offset in `bytes`
  public static Result<Component> decode(
      byte[] bytes, DecoderOptions options, MemoryBudget budget) {
    return new ComponentDecoder(bytes, options, budget).decode();
  }

  /// The definitions in the order of the binary.
  public List<Definition> definitions() {
    return definitions;
  }

  /// The core modules in it and in the components inside of it, in the order of the binary; known
  /// of the outermost component only.
  public List<Module> coreModules() {
    return Collections.unmodifiableList(modules);
  }

  /// Its imports and exports with their resolved types; resource types in it are abstract.
  public ComponentType type() {
    return type;
  }

  /// The names that its imports and exports give to primitive types.
  PrimitiveNames primitiveNames() {
    return primitiveNames;
  }

  /// Gives the reserved bytes back; idempotent. Nested components are closed with the one that
  /// contains them all, and closing them alone does nothing.
  @Override
  public void close() {
    modules.forEach(Module::close);
    if (storage != null) {
      storage.close();
    }
  }
}
