package dev.wrt.component;

/// Counts the handles of all tables of a tree of linked components.
final class HandleCount {
  private int live;
  private int peak;

  void added() {
    live++;
    peak = Math.max(peak, live);
  }

  void removed() {
    live--;
  }

  /// Handles that are live now.
  int live() {
    return live;
  }

  /// The most handles that were ever live at a time.
  int peak() {
    return peak;
  }
}
