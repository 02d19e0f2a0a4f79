package dev.wrt.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import java.util.List;

/// A component that has been instantiated: its exports can be called.
public interface ComponentInstance extends AutoCloseable {
  /// A function that can be called from outside.
  ///
  /// @param interfaceName name of the exported instance; empty for a function exported by itself
  /// @param function name of the function
  /// @param type its type
  record ExportedFunc(String interfaceName, String function, ComponentFuncType type) {}

  /// Name of the component, for statistics and interceptors.
  String name();

  /// The functions that can be called, in the order of the component's exports.
  List<ExportedFunc> exports();

  /// The function that a name means: `hello`, `ns:pkg/iface#func` or `ns:pkg/iface.func`, where the
  /// version may be left out if only one fits.
  Result<ExportedFunc> export(String name);

  /// Calls an export and runs it to its end. Running out of fuel is an error here that gives the
  /// instance up; use {@link #start} where the call is to be resumable.
  ///
  /// @param export a name as in {@link #export(String)}
  /// @param arguments the arguments
  Result<Values> call(String export, Values arguments);

  /// Prepares a call of an export; nothing runs before {@link Execution#run}.
  ///
  /// @param export a name as in {@link #export(String)}
  /// @param arguments the arguments
  Result<Execution> start(String export, Values arguments);

  /// Fuel that is left for the linked components.
  long fuel();

  /// Sets the fuel of the linked components.
  void fuel(long fuel);

  /// The account of what this tree of components makes the host hold.
  MemoryBudget budget();

  /// What the linked components have used so far.
  ComponentStats stats();

  /// Drops all handles that are left and gives everything back to the budget.
  @Override
  void close();
}
