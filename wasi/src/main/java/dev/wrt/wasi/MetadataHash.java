package dev.wrt.wasi;

import dev.wrt.bounded.Invariant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The `metadata-hash-value` of an object: a hash of its identity, size and time of modification,
/// with a secret of the run, so that inode numbers can't be read out of it.
///
/// @param lower one half
/// @param upper the other half
record MetadataHash(long lower, long upper) {
  /// Hashes the metadata.
  ///
  /// @param secret any number, the same for all objects of a run
  static MetadataHash of(FileStat stat, long secret) {
    byte[] identity = stat.identity().toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer input = ByteBuffer.allocate(4 * Long.BYTES + identity.length);
    input.putLong(secret).putLong(stat.size());
    input.putLong(stat.modified().toInstant().getEpochSecond());
    input.putLong(stat.modified().toInstant().getNano());
    input.put(identity);
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(input.array()));
    return new MetadataHash(digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException _) {
      throw new Invariant.Violation("each Java platform has SHA-256");
    }
  }
}
