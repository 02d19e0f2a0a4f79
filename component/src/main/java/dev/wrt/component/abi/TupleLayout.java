package dev.wrt.component.abi;

/// The layout of a sequence of types: flat, and in memory as a tuple.
public final class TupleLayout {
  TupleLayout() {}

  /// How many core values it flattens to; {@link FuncLayout#MAX_FLAT_PARAMS} + 1 stands for more.
  public int flatCount() {
    return 0;
  }
}
