package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The state of a {@link Heap} as bytes: the figures of {@link HeapStats}, eight bytes each, then
/// the objects as they lie, dead ones included.
///
/// Whoever goes on from it goes on exactly as before: the size of the arena is part of it, because
/// it decides when the next collection comes. References in it are offsets, and numbers of types
/// are the store's; so it is read into a store in which the same was instantiated.
final class HeapState {
  private static final int FIGURES = 8;
  private static final int FIGURES_BYTES = FIGURES * Long.BYTES;

  private HeapState() {}

  /// Bytes that {@link #write} takes.
  static long bytes(Heap heap) {
    return FIGURES_BYTES + heap.stats().usedBytes();
  }

  /// Writes a heap.
  ///
  /// @param to has room for {@link #bytes} from `at` on
  static void write(Heap heap, byte[] to, int at) {
    HeapStats stats = heap.stats();
    ByteBuffer out = ByteBuffer.wrap(to, at, to.length - at).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(stats.objects()).putLong(stats.usedBytes());
    out.putLong(stats.capacityBytes()).putLong(stats.maxBytes());
    out.putLong(stats.allocatedObjects()).putLong(stats.allocatedBytes());
    out.putLong(stats.collections()).putLong(stats.liveBytes());
    if (stats.usedBytes() > 0) {
      out.put(heap.memory().plain(), Heap.FIRST_OBJECT, (int) stats.usedBytes());
    }
  }

  /// Reads into a heap that has had no object yet.
  ///
  /// @param from what {@link #write} has written, from `at` on
  /// @return why not, or null
  static @Nullable Fault read(Heap heap, byte[] from, int at) {
    if (from.length - at < FIGURES_BYTES) {
      return malformed(at);
    }
    ByteBuffer in = ByteBuffer.wrap(from, at, from.length - at).order(ByteOrder.LITTLE_ENDIAN);
    HeapStats stats = figures(in);
    boolean fits = stats.usedBytes() >= 0 && stats.usedBytes() <= in.remaining();
    if (!fits || !isPossible(stats, heap.stats().maxBytes())) {
      return malformed(at);
    }
    return heap.restore(stats, from, at + FIGURES_BYTES);
  }

  private static HeapStats figures(ByteBuffer in) {
    long objects = in.getLong();
    long used = in.getLong();
    long capacity = in.getLong();
    long max = in.getLong();
    long allocatedObjects = in.getLong();
    long allocatedBytes = in.getLong();
    long collections = in.getLong();
    return new HeapStats(
        objects, used, capacity, max, allocatedObjects, allocatedBytes, collections, in.getLong());
  }

  private static boolean isPossible(HeapStats stats, long maxBytes) {
    boolean sized = stats.maxBytes() == maxBytes && stats.capacityBytes() <= maxBytes;
    long end = stats.usedBytes() == 0 ? 0 : stats.usedBytes() + Heap.FIRST_OBJECT;
    boolean aligned = (end | stats.capacityBytes()) % 8 == 0;
    return sized && aligned && end <= stats.capacityBytes();
  }

  private static Fault malformed(int at) {
    return new Fault.MalformedFault(TrapCode.HEAP_CORRUPTED, at, "gc heap");
  }
}
