package dev.wrt.engine;

/// The exceptions of a store: objects of its heap whose header has the address of the tag, and
/// whose values are slots.
final class Exceptions {
  private final Heap heap;

  Exceptions(Heap heap) {
    this.heap = heap;
  }

  /// Allocates an exception.
  ///
  /// @param firstSlot where its values lie
  /// @return the reference, or 0 if the machine has a status: it has failed, or its fuel does not
  ///   suffice and it comes here again
  long newException(State s, int tagAddress, int firstSlot) {
    int typeId = s.store.tag(tagAddress).typeId;
    ObjectLayout layout = heap.layouts().get(typeId);
    int ref = HeapOps.allocate(s, typeId, tagAddress, layout.bytes());
    if (ref != 0) {
      int[] offsets = layout.offsets();
      for (int i = 0; i < offsets.length; i++) {
        heap.memory().store64(ref + offsets[i], s.slot(firstSlot + i));
      }
    }
    return ref;
  }

  /// Address of its tag.
  int tag(long ref) {
    return heap.second(ref);
  }

  /// Copies its values to the slots from `firstSlot` on.
  void values(State s, long ref, int firstSlot) {
    int slots = heap.layout(ref).offsets().length;
    for (int i = 0; i < slots; i++) {
      s.slot(firstSlot + i, value(ref, i));
    }
  }

  /// One slot of its values.
  long value(long ref, int slot) {
    return heap.memory().load64((int) ref + ObjectLayout.HEADER_BYTES + slot * Long.BYTES);
  }
}
