package dev.wrt.memory;

/// Repair of one wrong word in a block that is stored three times: data, mirror and digest.
///
/// Two of the three must agree against the third, and the third must be wrong in one place only:
///
/// - data differ from the mirror in one word, the digest agrees with the data: the mirror's word is
///   put right;
/// - data differ from the mirror in one word, and that word alone, with that very error, explains
///   the digest's difference: the data's word is put right;
/// - data and mirror agree, the two copies of the digest differ, one agrees with the data: the
///   other is put right.
///
/// Everything else (two wrong words, two wrong copies) is not repaired but reported. It would often
/// be possible; but an error of more than a word has another cause than a flipped bit, and an
/// instance that has it belongs in its safe state.
final class BlockRepair {
  private BlockRepair() {}

  // [impl->req~memory-repair~1]
  /// Repairs a block that has just been compared with its digest.
  ///
  /// @param data the bytes
  /// @param mirror their complements
  /// @param digests the digests
  /// @param block which block
  /// @param state what the comparison showed
  /// @return whether the block is right now; nothing is changed otherwise
  static boolean repair(
      byte[] data, byte[] mirror, BlockDigests digests, int block, BlockDigests.State state) {
    int from = block << Ws3.BLOCK_SHIFT;
    int to = from + Math.min(Ws3.BLOCK_BYTES, data.length - from);
    int a = Mirror.firstDifference(data, mirror, from, to);
    if (a < 0) {
      return digests.restore(block);
    }
    int end = Math.min(a + 4, to);
    if (Mirror.differs(data, end, mirror, end, to - end)) {
      return false;
    }
    return switch (state) {
      case TORN -> false;
      case INTACT -> {
        Mirror.store(mirror, a, data, a, end - a);
        yield true;
      }
      case MISMATCH -> restoreData(data, mirror, digests, a, end);
    };
  }

  private static boolean restoreData(
      byte[] data, byte[] mirror, BlockDigests digests, int a, int end) {
    long error = Mirror.word(data, a) - Mirror.mirroredWord(mirror, a);
    int word = (a & (Ws3.BLOCK_BYTES - 1)) >>> 2;
    if (!digests.explainedBy(a >>> Ws3.BLOCK_SHIFT, word, error)) {
      return false;
    }
    Mirror.store(data, a, mirror, a, end - a);
    return true;
  }
}
