package dev.wrt.engine;

import java.util.ArrayList;
import java.util.List;

/// The exceptions of a store. Their place is the heap; until they are there, they are kept here.
final class Exceptions {
  private final List<long[]> all = new ArrayList<>();

  /// The reference of a new exception whose values lie in the slots from `firstSlot` on.
  long newException(State s, int tagAddress, int firstSlot) {
    TagInst tag = s.store.tag(tagAddress);
    long[] object = new long[1 + tag.slots];
    object[0] = tagAddress;
    System.arraycopy(s.stack, firstSlot, object, 1, tag.slots);
    all.add(object);
    return 8L * all.size();
  }

  /// Address of its tag.
  int tag(long ref) {
    return (int) all.get((int) (ref / 8) - 1)[0];
  }

  /// Copies its values to the slots from `firstSlot` on.
  void values(State s, long ref, int firstSlot) {
    long[] object = all.get((int) (ref / 8) - 1);
    System.arraycopy(object, 1, s.stack, firstSlot, object.length - 1);
  }

  /// One slot of its values.
  long value(long ref, int slot) {
    return all.get((int) (ref / 8) - 1)[1 + slot];
  }
}
