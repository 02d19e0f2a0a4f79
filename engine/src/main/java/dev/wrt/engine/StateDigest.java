package dev.wrt.engine;

import dev.wrt.memory.SafeSlice;
import java.util.zip.CRC32C;

/// One number for all that guests of a store can change: memories, tables, globals, and the heap.
///
/// It is for comparing two runs of the same modules, not for noticing corruption: each memory has
/// digests of its own for that. Segments that were dropped are not in it.
final class StateDigest {
  private final CRC32C crc = new CRC32C();

  private StateDigest() {}

  // [impl->req~engine-state-digest~1]
  static long of(Store store) {
    StateDigest digest = new StateDigest();
    for (int i = 0; i < store.memCount(); i++) {
      byte[] bytes = store.mem(i).memory().plain();
      digest.add(SafeSlice.digestOf(bytes, 0, bytes.length));
    }
    for (int i = 0; i < store.tableCount(); i++) {
      digest.table(store.table(i));
    }
    byte[] globals = store.globals().plain;
    for (int at = 0; at < globals.length; at += Long.BYTES) {
      digest.add((long) LittleEndian.LONGS.get(globals, at));
    }
    digest.add(store.heap().digest());
    return digest.crc.getValue();
  }

  private void table(TableInst table) {
    add(table.size());
    for (int i = 0; i < table.size(); i++) {
      add(Integer.toUnsignedLong(table.elements.peek(i)));
    }
  }

  private void add(long value) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      crc.update((int) (value >>> shift) & 0xFF);
    }
  }
}
