package dev.wrt.component.abi;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;

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

  /// `lift_stream`, `lift_future`: removes the readable end from the table.
  ///
  /// @param index index in the table, 32 bits to be read unsigned
  /// @param type the stream or future type expected
  Result<ReadableEnd> liftEnd(int index, ValType type);

  /// `lower_stream`, `lower_future`: adds the readable end.
  ///
  /// @param end what to add
  /// @param type its type
  /// @return its index
  Result<Integer> lowerEnd(ReadableEnd end, ValType type);

  /// `lift_error_context`: leaves the handle in the table.
  ///
  /// @param index index in the table, 32 bits to be read unsigned
  /// @return the debug message
  Result<String> liftErrorContext(int index);

  /// `lower_error_context`: adds a handle.
  ///
  /// @param debugMessage its debug message
  /// @return its index
  Result<Integer> lowerErrorContext(String debugMessage);
}
