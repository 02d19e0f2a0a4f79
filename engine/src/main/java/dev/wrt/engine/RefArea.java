package dev.wrt.engine;

import dev.wrt.bounded.Result;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.VerificationLevel;

/// References as ints, see {@link Refs}, in a {@link SafeMemory}: the elements of a table, or of
/// element segments.
///
/// At level `OFF` they are read and written in the plain array; above, through the digests. A
/// mismatch leaves as {@link TrapSignal#CORRUPTED}. Indices are the caller's to check.
// [impl->req~areas-tables~1]
final class RefArea {
  private final SafeMemory memory;
  private final boolean verified;

  /// The array of the memory, which growth replaces.
  private byte[] plain;

  RefArea(SafeMemory memory) {
    this.memory = memory;
    this.verified = memory.verification().level() != VerificationLevel.OFF;
    this.plain = memory.plain();
  }

  /// Where they lie.
  SafeMemory memory() {
    return memory;
  }

  /// How many there are.
  int size() {
    return plain.length >>> 2;
  }

  /// Reference `i`.
  int load(int i) {
    if (verified) {
      int ref = memory.load32(i << 2);
      check();
      return ref;
    }
    return (int) LittleEndian.INTS.get(plain, i << 2);
  }

  /// Sets reference `i`.
  void store(int i, int ref) {
    if (verified) {
      memory.store32(i << 2, ref);
      check();
    } else {
      LittleEndian.INTS.set(plain, i << 2, ref);
    }
  }

  /// Reference `i`, without a look at the digest.
  int peek(int i) {
    return (int) LittleEndian.INTS.get(plain, i << 2);
  }

  /// Copies references, as if through a buffer.
  void copy(int to, RefArea from, int at, int length) {
    memory.copy((long) to << 2, from.memory, (long) at << 2, (long) length << 2);
    from.check();
    check();
  }

  /// Copies references from an array.
  void write(int to, int[] refs) {
    for (int i = 0; i < refs.length; i++) {
      store(to + i, refs[i]);
    }
  }

  /// Sets references to the same value: by ever longer copies of what is there.
  void fill(int from, int length, int ref) {
    if (length == 0) {
      return;
    }
    store(from, ref);
    for (int done = 1; done < length; done *= 2) {
      copy(from + done, this, from, Math.min(done, length - done));
    }
  }

  /// Adds references that are all the same.
  ///
  /// @return false if the budget refuses
  boolean grow(int more, int ref) {
    int before = size();
    boolean grown = memory.grow(before + more << 2) instanceof Result.Ok<?>;
    check();
    plain = memory.plain();
    if (grown && ref != 0) {
      fill(before, more, ref);
    }
    return grown;
  }

  /// The collector visits references.
  void visit(int from, int to, RefVisitor visitor) {
    for (int i = from; i < to; i++) {
      int ref = load(i);
      int now = (int) visitor.visit(Integer.toUnsignedLong(ref));
      if (now != ref) {
        store(i, now);
      }
    }
  }

  private void check() {
    if (!memory.intact()) {
      throw TrapSignal.CORRUPTED;
    }
  }
}
