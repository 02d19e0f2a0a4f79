package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import java.util.Arrays;

/// References that the host keeps while the guest goes on: a table of the store that the collector
/// visits, so that what is pinned stays alive and can be found wherever it has moved.
///
/// Free places form a list: each holds a negative number, the next free one's as {@link #link} has
/// it.
// [impl->req~engine-heap-pins~1]
final class Pins {
  /// The most references that are pinned at a time.
  static final int MAX = 1 << 16;

  /// No place.
  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 16;

  private final Storage storage;
  private long[] refs = new long[0];
  private int used;
  private int free = NONE;

  Pins(Storage storage) {
    this.storage = storage;
  }

  /// Keeps a reference.
  ///
  /// @return its place, or {@link #NONE} if there is none or the budget refuses
  int pin(long ref) {
    if (free != NONE) {
      int place = free;
      free = (int) link(refs[place]);
      refs[place] = ref;
      return place;
    }
    if (used == refs.length && !grow()) {
      return NONE;
    }
    refs[used] = ref;
    return used++;
  }

  /// The reference in a place, as it is now.
  long pinned(int place) {
    check(place);
    return refs[place];
  }

  /// Frees a place.
  void unpin(int place) {
    check(place);
    refs[place] = link(free);
    free = place;
  }

  /// The collector visits all places.
  void visit(RefVisitor visitor) {
    for (int i = 0; i < used; i++) {
      if (isTaken(i)) {
        refs[i] = visitor.visit(refs[i]);
      }
    }
  }

  /// A place, or {@link #NONE}, as a negative number, and back.
  private static long link(long place) {
    return -2 - place;
  }

  private boolean isTaken(int place) {
    return refs[place] >= 0;
  }

  private void check(int place) {
    Invariant.check(
        place >= 0 && place < used && isTaken(place), "a reference is pinned in that place");
  }

  private boolean grow() {
    int capacity = Math.max(FIRST_CAPACITY, 2 * refs.length);
    if (capacity > MAX || !storage.offer((long) capacity * Long.BYTES)) {
      return false;
    }
    storage.release((long) refs.length * Long.BYTES);
    refs = Arrays.copyOf(refs, capacity);
    return true;
  }
}
