package dev.wrt.component.abi;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.decoder.component.ResourceType;

/// A component instance's handle table as one call sees it: the table, and the scope that borrows
/// of this call belong to.
///
/// Lifting takes indices and gives {@link Handle}s, lowering the reverse; all rules about lends,
/// scopes and types are the implementer's, as are their traps.
public interface HandleScope {
  /// `lift_own`: removes the handle from the table.
  ///
  /// @param index index in the table, 32 bits to be read unsigned
  /// @param type the type expected
  Result<Handle> liftOwn(int index, ResourceType type);

  /// `lift_borrow`: leaves the handle in the table and lends it to this call.
  ///
  /// @param index index in the table, 32 bits to be read unsigned
  /// @param type the type expected
  Result<Handle> liftBorrow(int index, ResourceType type);

  /// `lower_own`: adds an owning handle.
  ///
  /// @param handle what to add
  /// @return its index
  Result<Integer> lowerOwn(Handle handle);

  /// `lower_borrow`: adds a borrowed handle that ends with this call, or gives the representation
  /// itself where the instance implements the resource.
  ///
  /// @param handle what to add
  /// @return its index, or the representation
  Result<Integer> lowerBorrow(Handle handle);
}
