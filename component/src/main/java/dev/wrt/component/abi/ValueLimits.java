package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// How large single values may be that one component instance lifts or lowers.
///
/// @param stringBytes bytes of a string, as it lies in the guest's memory
/// @param listElements elements of a list that has no fixed length
public record ValueLimits(int stringBytes, int listElements) {
  /// What the specification allows in any case.
  public static final ValueLimits STANDARD = new ValueLimits(Layouts.SIZE_MAX, Layouts.SIZE_MAX);

  /// The fault of a string that is too long; null for another one.
  @Nullable Fault ofString(long bytes) {
    return bytes <= stringBytes
        ? null
        : new LimitFault(AbiCode.STRING_LIMIT, "string-bytes", bytes, stringBytes);
  }

  /// The fault of a list that is too long; null for another one.
  @Nullable Fault ofList(long elements) {
    return elements <= listElements
        ? null
        : new LimitFault(AbiCode.LIST_LIMIT, "list-elements", elements, listElements);
  }
}
