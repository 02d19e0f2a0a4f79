package dev.wrt.component.abi;

import dev.wrt.memory.SafeMemory;

/// Changes what a passage has read behind its back, for tests of other packages.
public final class Tampering {
  private Tampering() {}

  /// Reads a byte of a memory into a passage's buffer and changes it there.
  public static void flip(Crossing crossing, SafeMemory memory) {
    crossing.open(memory, 0, 1);
    crossing.window()[crossing.at()] ^= 1;
  }
}
