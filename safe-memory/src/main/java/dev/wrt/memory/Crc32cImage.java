package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// Checksums of an area that does not change after load: module bytes, code, side tables.
///
/// CRC-32C per 512 bytes: Hamming distance 6 up to 655 bytes, so any 5 wrong bits of a block are
/// detected, and every burst up to 32 bits. SHA-256 of the whole, taken at load, identifies the
/// image in reports and shows that all blocks together are what was loaded.
///
/// The image itself belongs to the caller, who has paid for it; here are only the checksums.
public final class Crc32cImage implements Scrubbable, AutoCloseable {
  /// Bytes that one checksum covers.
  public static final int BLOCK_BYTES = 512;

  /// Estimate of this object, its scratch block, the checksum of the whole and array headers.
  static final int FIXED_BYTES = 1024;

  private static final Result<Unit> DONE = Result.ok(Unit.UNIT);

  private final MemoryBudget budget;
  private final String area;
  private final Source source;
  private final byte[] scratch = new byte[BLOCK_BYTES];
  private final CRC32C crc = new CRC32C();
  private int[] checksums = new int[0];
  private final byte[] sha256;
  private long reservedBytes;
  private long verifiedBlocks;
  private long mismatches;

  private Crc32cImage(MemoryBudget budget, String area, Source source, long reservedBytes) {
    this.budget = budget;
    this.area = area;
    this.source = source;
    this.reservedBytes = reservedBytes;
    this.sha256 = hash(source, scratch);
  }

  /// Takes the checksums of bytes.
  ///
  /// @param budget pays for the checksums
  /// @param area names the image in faults
  /// @param image the bytes, which must not change from now on
  public static Result<Crc32cImage> create(MemoryBudget budget, String area, byte[] image) {
    return create(budget, area, new Source.Bytes(image));
  }

  /// Takes the checksums of words, each as four bytes, the lowest first.
  ///
  /// @param budget pays for the checksums
  /// @param area names the image in faults
  /// @param image the words, which must not change from now on
  public static Result<Crc32cImage> create(MemoryBudget budget, String area, int[] image) {
    return create(budget, area, new Source.Words(image));
  }

  // [impl->req~memory-image~1]
  private static Result<Crc32cImage> create(MemoryBudget budget, String area, Source source) {
    int blocks = blocksOf(source);
    long bytes = FIXED_BYTES + (long) Integer.BYTES * blocks;
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    Crc32cImage image = new Crc32cImage(budget, area, source, bytes);
    image.checksums = new int[blocks];
    for (int block = 0; block < blocks; block++) {
      image.checksums[block] = image.checksum(block);
    }
    return Result.ok(image);
  }

  private static int blocksOf(Source source) {
    return (int) ((source.sizeBytes() + BLOCK_BYTES - 1) / BLOCK_BYTES);
  }

  private int checksum(int block) {
    int length = source.block(block, scratch);
    crc.reset();
    crc.update(scratch, 0, length);
    return (int) crc.getValue();
  }

  private static byte[] hash(Source source, byte[] scratch) {
    MessageDigest sha = algorithm("SHA-256");
    for (int block = 0; block < blocksOf(source); block++) {
      sha.update(scratch, 0, source.block(block, scratch));
    }
    return sha.digest();
  }

  /// A digest that every Java platform has.
  ///
  /// @param name its standard name
  static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new Invariant.Violation("every Java platform has " + name);
    }
  }

  /// The name in faults.
  public String area() {
    return area;
  }

  /// SHA-256 of the image at load, in lower-case hexadecimal.
  public String sha256() {
    return HexFormat.of().formatHex(sha256);
  }

  /// How many blocks have been compared with their checksums.
  public long verifiedBlocks() {
    return verifiedBlocks;
  }

  /// How many comparisons have shown a mismatch.
  public long mismatches() {
    return mismatches;
  }

  /// The size of the image.
  public long sizeBytes() {
    return source.sizeBytes();
  }

  @Override
  public int blocks() {
    return checksums.length;
  }

  // [impl->req~memory-image~1]
  @Override
  public Result<Unit> verifyBlock(int block) {
    verifiedBlocks++;
    int found = checksum(block);
    int expected = checksums[block];
    return found == expected ? DONE : mismatch(block, expected, found);
  }

  /// Compares the blocks of a stretch of bytes, before they are used.
  ///
  /// @param from its first byte
  /// @param length how many
  /// @return the first mismatch
  public Result<Unit> verifyRange(int from, int length) {
    int end = (int) (((long) from + length + BLOCK_BYTES - 1) / BLOCK_BYTES);
    for (int block = from / BLOCK_BYTES; block < end; block++) {
      Result<Unit> verified = verifyBlock(block);
      if (verified instanceof Result.Err<Unit>) {
        return verified;
      }
    }
    return DONE;
  }

  /// Compares all blocks with their checksums, then the whole with its SHA-256; a fault of the
  /// latter has the number of blocks as its block, and the first 64 bits of the hashes.
  public Result<Unit> verifyAll() {
    for (int block = 0; block < checksums.length; block++) {
      Result<Unit> verified = verifyBlock(block);
      if (verified instanceof Result.Err<Unit>) {
        return verified;
      }
    }
    byte[] found = hash(source, scratch);
    return Arrays.equals(found, sha256)
        ? DONE
        : mismatch(checksums.length, first64(sha256), first64(found));
  }

  private Result<Unit> mismatch(int block, long expected, long found) {
    mismatches++;
    return Result.err(
        new Fault.IntegrityFault(MemoryCode.IMAGE_MISMATCH, area, block, expected, found, false));
  }

  private static long first64(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  /// Gives the bytes back to the budget; nothing is verified from then on.
  @Override
  public void close() {
    budget.release(reservedBytes);
    reservedBytes = 0;
    checksums = new int[0];
  }

  /// Where the bytes of an image are.
  private sealed interface Source {
    long sizeBytes();

    /// Copies a block out.
    ///
    /// @param block its index
    /// @param to receives it
    /// @return how many bytes it has
    int block(int block, byte[] to);

    /// An image of bytes.
    record Bytes(byte[] image) implements Source {
      @Override
      public long sizeBytes() {
        return image.length;
      }

      @Override
      public int block(int block, byte[] to) {
        int length = lengthOf(block);
        System.arraycopy(image, block * BLOCK_BYTES, to, 0, length);
        return length;
      }
    }

    /// An image of words.
    record Words(int[] image) implements Source {
      @Override
      public long sizeBytes() {
        return (long) Integer.BYTES * image.length;
      }

      @Override
      public int block(int block, byte[] to) {
        int length = lengthOf(block);
        ByteBuffer.wrap(to)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer()
            .put(image, block * (BLOCK_BYTES / Integer.BYTES), length / Integer.BYTES);
        return length;
      }
    }

    /// The bytes of a block, at most so many as a block has.
    default int lengthOf(int block) {
      return (int) Math.min(BLOCK_BYTES, sizeBytes() - (long) block * BLOCK_BYTES);
    }
  }
}
