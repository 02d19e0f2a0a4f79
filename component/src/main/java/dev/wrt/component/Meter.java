package dev.wrt.component;

/// Running totals of a tree of linked components, for interceptors that measure.
public interface Meter {
  /// Fuel used so far.
  long fuelUsed();

  /// Core instructions executed so far.
  long instructions();

  /// Bytes of linear memory now.
  long memoryBytes();

  /// Bytes that canonical lifts and lowers have moved so far.
  long bytesCrossed();

  /// Handles that are live now.
  int handlesLive();
}
