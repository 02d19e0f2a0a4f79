package dev.wrt.memory;

import static dev.wrt.memory.Ws3.BLOCK_BYTES;
import static dev.wrt.memory.Ws3.BLOCK_SHIFT;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What watches over the bytes of one {@link SafeMemory}: digests, mirror, touched blocks, and the
/// first mismatch that could not be repaired, which stays.
///
/// What the levels do differently hangs on three things: the mark of a block (always 1 at `OFF`, so
/// no access does more than read it; always 0 at `SAMPLED`, so each access is counted; set by the
/// first touch since a boundary otherwise), `covered` and `mirrored`.
///
/// Invariants: every block with mark 1 at `STANDARD` and above is in `touched[0..touchedCount)`,
/// once; mirror and digests have the size of the data, or 0 where the level has none.
final class BlockGuard {
  private final String area;
  private final Verification verification;

  /// Whether blocks have digests.
  final boolean covered;

  /// Whether bytes have a mirror.
  final boolean mirrored;

  /// The digests; without blocks at `OFF`.
  final BlockDigests digests = new BlockDigests();

  private final boolean listed;
  private final IntegrityLog log = new IntegrityLog();
  private byte[] data = new byte[0];
  private byte[] mirror = new byte[0];
  private byte[] marks = new byte[0];
  private int[] touched = new int[0];
  private int touchedCount;
  private int countdown;
  private Fault.@Nullable IntegrityFault fault;
  private long verifiedBlocks;

  /// Creates the guard of an empty memory.
  ///
  /// @param area names the memory in faults
  /// @param verification what is done
  BlockGuard(String area, Verification verification) {
    this.area = area;
    this.verification = verification;
    this.covered = verification.level().includes(VerificationLevel.SAMPLED);
    this.listed = verification.level().includes(VerificationLevel.STANDARD);
    this.mirrored = verification.level().includes(VerificationLevel.FULL);
    this.countdown = verification.sampleEvery();
  }

  /// The bytes that guarding so many bytes takes.
  ///
  /// @param sizeBytes size of the data
  long overheadBytes(int sizeBytes) {
    long blocks = blocksOf(sizeBytes);
    return blocks
        + (covered ? blocks * BlockDigests.BYTES_PER_BLOCK : 0)
        + (listed ? (blocks + 1) * Integer.BYTES : 0)
        + (mirrored ? sizeBytes : 0);
  }

  private static int blocksOf(int sizeBytes) {
    return (int) ((sizeBytes + (long) BLOCK_BYTES - 1) >>> BLOCK_SHIFT);
  }

  /// Goes on with a longer array that holds the bytes of the one before, then zeros.
  ///
  /// @param grown the data from now on
  void cover(byte[] grown) {
    int oldBlocks = marks.length;
    int blocks = blocksOf(grown.length);
    data = grown;
    marks = Arrays.copyOf(marks, blocks);
    if (covered) {
      digests.grow(blocks);
    } else {
      Arrays.fill(marks, oldBlocks, blocks, (byte) 1);
    }
    if (listed) {
      touched = Arrays.copyOf(touched, blocks + 1);
    }
    if (mirrored) {
      mirror = Mirror.grown(mirror, grown.length);
    }
  }

  /// Forgets all blocks, and keeps what has happened.
  void release() {
    data = new byte[0];
    marks = data;
    mirror = data;
    touched = new int[0];
    touchedCount = 0;
    digests.release();
  }

  /// A byte a block: 0 when an access has more to do than to read it.
  byte[] marks() {
    return marks;
  }

  /// The complement of each byte; empty where the level has no mirror.
  byte[] mirror() {
    return mirror;
  }

  /// The first mismatch that could not be repaired.
  Fault.@Nullable IntegrityFault fault() {
    return fault;
  }

  /// The latest repairs, the oldest first.
  List<Fault.IntegrityFault> repairs() {
    return log.repairs();
  }

  /// What has been done so far.
  ///
  /// @param fixedBytes what the memory has reserved besides data and arrays
  MemoryMetrics metrics(int fixedBytes) {
    long overhead =
        fixedBytes
            + marks.length
            + digests.bytes()
            + (long) Integer.BYTES * touched.length
            + mirror.length;
    return new MemoryMetrics(
        verifiedBlocks, touchedCount, log.mismatchCount(), log.repairCount(), overhead);
  }

  // [impl->req~memory-touched-blocks~1]
  /// First touch of a block since the last boundary; at `SAMPLED`, any access. Never called at
  /// `OFF`.
  ///
  /// A block is written to the list in any case, and the list is only longer if it was new; so the
  /// list has one place more than there are blocks.
  ///
  /// @param a first byte of the access
  /// @param length its bytes, at least 1
  void touch(int a, int length) {
    if (listed) {
      for (int block = a >>> BLOCK_SHIFT; block <= (a + length - 1) >>> BLOCK_SHIFT; block++) {
        touched[touchedCount] = block;
        touchedCount += 1 - marks[block];
        marks[block] = 1;
      }
    } else {
      sample(a, length);
    }
  }

  // [impl->req~memory-sampled~1]
  private void sample(int a, int length) {
    countdown--;
    if (countdown == 0) {
      countdown = verification.sampleEvery();
      verify(a, length);
    }
  }

  /// A bulk access arrives at bytes and, where the level compares loads, compares them.
  ///
  /// @param a first byte
  /// @param length how many, maybe 0
  void visit(int a, int length) {
    arrive(a, length);
    if (mirrored && Mirror.differs(data, a, mirror, a, length)) {
      verify(a, length);
    }
  }

  private void arrive(int a, int length) {
    if (covered && length > 0) {
      touch(a, length);
    }
  }

  /// Hands bytes out; what is handed out is what has been compared, where the level compares loads.
  /// At `STANDARD`, a block that nobody has touched since the last boundary, which has therefore
  /// not verified it, is verified now: what is handed out leaves the guest.
  ///
  /// @param a first byte
  /// @param to receives them
  /// @param at where in `to`
  /// @param length how many, maybe 0
  // [impl->req~memory-deliver-verified~1]
  void deliver(int a, byte[] to, int at, int length) {
    if (listed && !mirrored && length > 0) {
      verifyUntouched(a >>> BLOCK_SHIFT, (a + length - 1) >>> BLOCK_SHIFT);
    }
    arrive(a, length);
    System.arraycopy(data, a, to, at, length);
    if (mirrored && Mirror.differs(to, at, mirror, a, length)) {
      verify(a, length);
      System.arraycopy(data, a, to, at, length);
    }
  }

  private void verifyUntouched(int first, int last) {
    for (int block = first; block <= last; block++) {
      if (marks[block] == 0) {
        verify(block);
      }
    }
  }

  /// Writes bytes that may overlap the data: digests and mirror first, while the source is
  /// unchanged.
  ///
  /// @param a first byte
  /// @param from where the new bytes are
  /// @param at the first of them
  /// @param length how many, maybe 0
  void overwrite(int a, byte[] from, int at, int length) {
    if (covered) {
      digests.overwrite(a, data, from, at, length);
    }
    if (mirrored) {
      Mirror.store(mirror, a, from, at, length);
    }
    System.arraycopy(from, at, data, a, length);
  }

  /// A view is opened: a boundary for the blocks it covers.
  ///
  /// @param a first byte
  /// @param length how many, maybe 0
  void open(int a, int length) {
    if (listed && length > 0) {
      verify(a, length);
    } else {
      arrive(a, length);
    }
  }

  // [impl->req~memory-verify-touched~1]
  /// A boundary: verifies the blocks touched since the last one.
  void verifyTouched() {
    for (int i = 0; i < touchedCount; i++) {
      marks[touched[i]] = 0;
      verify(touched[i]);
    }
    touchedCount = 0;
  }

  /// Verifies every block that has a digest.
  void verifyAll() {
    for (int block = 0; block < blocks(); block++) {
      verify(block);
    }
  }

  /// How many blocks have a digest.
  int blocks() {
    return covered ? marks.length : 0;
  }

  /// Verifies the blocks of a range.
  ///
  /// @param a first byte
  /// @param length how many, at least 1
  void verify(int a, int length) {
    for (int block = a >>> BLOCK_SHIFT; block <= (a + length - 1) >>> BLOCK_SHIFT; block++) {
      verify(block);
    }
  }

  // [impl->req~memory-latch~1]
  /// Verifies one block: data against digest, value against complement, data against mirror.
  ///
  /// @param block its index
  void verify(int block) {
    Invariant.check(block < blocks(), "only blocks that have a digest are verified");
    verifiedBlocks++;
    int from = block << BLOCK_SHIFT;
    int to = from + Math.min(BLOCK_BYTES, data.length - from);
    BlockDigests.State state = digests.check(block, data, to);
    boolean mirrorAgrees = !mirrored || !Mirror.differs(data, from, mirror, from, to - from);
    if (mirrorAgrees && state == BlockDigests.State.INTACT) {
      return;
    }
    log.mismatch();
    Fault.IntegrityFault found = mirrorAgrees ? digestFault(block, state) : mirrorFault(from, to);
    if (verification.level() == VerificationLevel.REDUNDANT
        && BlockRepair.repair(data, mirror, digests, block, state)) {
      log.repaired(
          new Fault.IntegrityFault(
              found.code(), area, block, found.expected(), found.found(), true));
    } else if (fault == null) {
      fault = found;
    }
  }

  private Fault.IntegrityFault digestFault(int block, BlockDigests.State state) {
    MemoryCode code =
        state == BlockDigests.State.TORN ? MemoryCode.DIGEST_CORRUPTED : MemoryCode.DIGEST_MISMATCH;
    return new Fault.IntegrityFault(code, area, block, digests.expected(), digests.found(), false);
  }

  private Fault.IntegrityFault mirrorFault(int from, int to) {
    int a = Mirror.firstDifference(data, mirror, from, to);
    return new Fault.IntegrityFault(
        MemoryCode.MIRROR_MISMATCH,
        area,
        from >>> BLOCK_SHIFT,
        Mirror.mirroredWord(mirror, a),
        Mirror.word(data, a),
        false);
  }
}
