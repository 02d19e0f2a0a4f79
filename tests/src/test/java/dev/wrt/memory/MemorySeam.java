package dev.wrt.memory;

/// What lies behind the API of {@link SafeMemory}, for those who damage it on purpose.
public final class MemorySeam {
  private MemorySeam() {}

  /// The complements of the bytes; empty where the level has none.
  public static byte[] mirror(SafeMemory memory) {
    return memory.guard().mirror();
  }

  /// The digests, three a block; empty where the level has none.
  public static long[] digests(SafeMemory memory) {
    return memory.guard().digests.values();
  }

  /// The complements of the digests.
  public static long[] digestComplements(SafeMemory memory) {
    return memory.guard().digests.complements();
  }
}
