package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Checksums of words that are appended and, but for {@link #replace}, never change: translated
/// code and its side tables.
///
/// CRC-32C per 512 bytes, as {@link Crc32cImage} has. What is there is verified before a checksum
/// is taken again, so that an append or a change never makes corruption valid.
///
/// The words belong to the caller, who has paid for them; here are only the checksums. Verifying
/// allocates nothing unless it finds a mismatch.
public final class GrowingImage implements Scrubbable, AutoCloseable {
  /// Words that one checksum covers.
  public static final int BLOCK_WORDS = Crc32cImage.BLOCK_BYTES / Integer.BYTES;

  /// Estimate of this object, its scratch block, the checksum and array headers.
  static final int FIXED_BYTES = 768;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final Result<Unit> DONE = Result.ok(Unit.UNIT);

  private final MemoryBudget budget;
  private final String area;
  private final byte[] scratch = new byte[Crc32cImage.BLOCK_BYTES];
  private final CRC32C crc = new CRC32C();
  private int[] words = new int[0];
  private int size;
  private int[] checksums = new int[0];
  private int blocks;
  private long reservedBytes = FIXED_BYTES;
  private long verifiedBlocks;
  private long mismatches;

  private GrowingImage(MemoryBudget budget, String area) {
    this.budget = budget;
    this.area = area;
  }

  /// Creates an image without words.
  ///
  /// @param budget pays for the checksums
  /// @param area names the image in faults
  public static Result<GrowingImage> create(MemoryBudget budget, String area) {
    return budget.offer(FIXED_BYTES)
        ? Result.ok(new GrowingImage(budget, area))
        : Result.err(budget.refusal(FIXED_BYTES));
  }

  /// Makes room for the checksums of so many words.
  ///
  /// @param words how many there will be
  /// @return a refusal of the budget
  public Result<Unit> reserve(int words) {
    int needed = blocksOf(words);
    if (needed <= checksums.length) {
      return DONE;
    }
    int capacity = Math.max(needed, 2 * checksums.length);
    long more = (long) Integer.BYTES * (capacity - checksums.length);
    if (!budget.offer(more)) {
      return Result.err(budget.refusal(more));
    }
    reservedBytes += more;
    checksums = Arrays.copyOf(checksums, capacity);
    return DONE;
  }

  private static int blocksOf(int words) {
    return (words + BLOCK_WORDS - 1) / BLOCK_WORDS;
  }

  // [impl->req~memory-growing-image~1]
  /// Words were appended, for whose checksums there is room.
  ///
  /// @param image all words, those before unchanged; maybe in a longer array
  /// @param newSize how many belong to the image now
  /// @return the mismatch, if the last block has changed since its checksum was taken
  public Result<Unit> append(int[] image, int newSize) {
    Invariant.check(newSize >= size, "an image never shrinks");
    int last = size / BLOCK_WORDS;
    words = image;
    Result<Unit> verified = last < blocks ? verifyBlock(last) : DONE;
    size = newSize;
    blocks = blocksOf(newSize);
    for (int block = last; block < blocks; block++) {
      checksums[block] = checksum(block);
    }
    return verified;
  }

  /// Changes a word, and the checksum of its block with it.
  ///
  /// @param index of the word
  /// @param value what it becomes
  /// @return the mismatch, if the block has changed since its checksum was taken
  public Result<Unit> replace(int index, int value) {
    Invariant.check(index < size, "the word is there");
    int block = index / BLOCK_WORDS;
    Result<Unit> verified = verifyBlock(block);
    words[index] = value;
    checksums[block] = checksum(block);
    return verified;
  }

  private int checksum(int block) {
    int from = block * BLOCK_WORDS;
    int count = Math.min(BLOCK_WORDS, size - from);
    for (int i = 0; i < count; i++) {
      INTS.set(scratch, i * Integer.BYTES, words[from + i]);
    }
    crc.reset();
    crc.update(scratch, 0, count * Integer.BYTES);
    return (int) crc.getValue();
  }

  /// The name in faults.
  public String area() {
    return area;
  }

  /// The words that are covered, in bytes.
  public long sizeBytes() {
    return (long) Integer.BYTES * size;
  }

  /// How many blocks have been compared with their checksums.
  public long verifiedBlocks() {
    return verifiedBlocks;
  }

  /// How many blocks were found wrong.
  public long mismatches() {
    return mismatches;
  }

  @Override
  public int blocks() {
    return blocks;
  }

  // [impl->req~memory-growing-image~1]
  @Override
  public Result<Unit> verifyBlock(int block) {
    verifiedBlocks++;
    int found = checksum(block);
    int expected = checksums[block];
    if (found == expected) {
      return DONE;
    }
    mismatches++;
    return Result.err(
        new Fault.IntegrityFault(MemoryCode.IMAGE_MISMATCH, area, block, expected, found, false));
  }

  /// Gives the bytes back to the budget; nothing is verified from then on.
  @Override
  public void close() {
    budget.release(reservedBytes);
    reservedBytes = 0;
    blocks = 0;
    size = 0;
  }
}
