package dev.wrt.component;

import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.Layout;
import dev.wrt.decoder.component.CanonBuiltin;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.engine.MemInst;
import dev.wrt.engine.TableInst;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a core function stands for that the runtime provides to a guest: the tag of its `FuncInst`.
sealed interface CoreCallee {
  /// The component instance whose canonical definition it is.
  ComponentInstance instance();

  /// `canon lower`
  ///
  /// @param instance the component instance that calls
  /// @param callee what it calls
  /// @param options how arguments and results are passed on the caller's side
  /// @param hooks the interceptors that watch these calls
  record Lowered(
      ComponentInstance instance, ComponentFunc callee, CanonicalOptions options, Hooks hooks)
      implements CoreCallee {}

  /// `canon resource.new`
  ///
  /// @param instance the component instance that calls
  /// @param type the resource type
  record ResourceNew(ComponentInstance instance, ResourceType type) implements CoreCallee {}

  /// `canon resource.rep`
  ///
  /// @param instance the component instance that calls
  /// @param type the resource type
  record ResourceRep(ComponentInstance instance, ResourceType type) implements CoreCallee {}

  /// `canon resource.drop`
  ///
  /// @param instance the component instance that calls
  /// @param type the resource type
  record ResourceDrop(ComponentInstance instance, ResourceType type) implements CoreCallee {}

  /// `canon task.return`
  ///
  /// @param instance the component instance that calls
  /// @param layout a function without parameters that has the result
  /// @param options how the result is passed
  record TaskReturn(ComponentInstance instance, FuncLayout layout, CanonicalOptions options)
      implements CoreCallee {}

  /// `canon task.cancel`, `subtask.*`, `waitable-set.*`, `waitable.join`, `backpressure.*`,
  /// `context.*` and `thread.*` but `thread.new-indirect`.
  ///
  /// @param instance the component instance that calls
  /// @param builtin which one
  /// @param flag its `async?` or `cancel?`
  /// @param memory its memory, where it has one
  /// @param slot its context slot, where it has one
  record Builtin(
      ComponentInstance instance,
      CanonBuiltin builtin,
      boolean flag,
      @Nullable MemInst memory,
      int slot)
      implements CoreCallee {}

  /// `canon thread.new-indirect`
  ///
  /// @param instance the component instance that calls
  /// @param type the type of the functions that threads start with
  /// @param table where these functions are
  record NewThread(ComponentInstance instance, FuncType type, TableInst table)
      implements CoreCallee {}

  /// `canon stream.*` and `canon future.*`
  ///
  /// @param instance the component instance that calls
  /// @param builtin which one
  /// @param type the stream or future type
  /// @param element layout of its elements; null where they carry no value
  /// @param options how elements are passed
  /// @param async whether it returns at once where it can't complete
  record Copy(
      ComponentInstance instance,
      CanonBuiltin builtin,
      ValType type,
      @Nullable Layout element,
      CanonicalOptions options,
      boolean async)
      implements CoreCallee {}

  /// `canon error-context.*`
  ///
  /// @param instance the component instance that calls
  /// @param builtin which one
  /// @param options how the debug message is passed
  record ErrorContext(ComponentInstance instance, CanonBuiltin builtin, CanonicalOptions options)
      implements CoreCallee {}
}
