package dev.wrt.component.abi;

/// What {@link Lower} asks the guest's `realloc` for (`reallocate` and `allocate` of
/// `LiftLowerContext`).
final class ReallocRequest {
  private int oldPtr;
  private int oldSize;
  private int alignment;
  private int newSize;

  /// Asks for new memory.
  void allocate(int align, int size) {
    reallocate(0, 0, align, size);
  }

  /// Asks for more or less memory instead of what there is.
  void reallocate(int old, int oldLength, int align, int size) {
    oldPtr = old;
    oldSize = oldLength;
    alignment = align;
    newSize = size;
  }

  /// Argument 0 to 3 of `realloc`, zero-extended.
  long argument(int i) {
    return Integer.toUnsignedLong(
        switch (i) {
          case 0 -> oldPtr;
          case 1 -> oldSize;
          case 2 -> alignment;
          default -> newSize;
        });
  }

  int alignment() {
    return alignment;
  }

  int newSize() {
    return newSize;
  }
}
