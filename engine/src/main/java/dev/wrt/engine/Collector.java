package dev.wrt.engine;

import dev.wrt.memory.SafeMemory;

/// Finds what is alive in the {@link Heap} and slides it to the front, in the order in which it
/// lies.
///
/// 1. *Mark*: from the roots on, each object that is reached is marked once and put into the {@link
///    GraySet}; the objects there are looked into until there is none left.
/// 2. *Update*: {@link MarkBits} tells where each object will be; roots and fields get the new
///    references.
/// 3. *Slide*: runs of objects without a gap are moved as a whole, from the lowest on; what becomes
///    free is zeroed.
///
/// Each object is looked into twice and moved at most once; the bits are read a few times. So the
/// work is at most in proportion to what is in use when it begins, whatever the guest has built,
/// and neither the Java stack nor the space depends on the shape of the graph.
///
/// Nothing is written before everything is marked, so a reference that leads nowhere, which only a
/// corrupted heap has, stops it before harm is done.
final class Collector implements RefVisitor {
  private static final int GRANULE_LOG2 = 3;

  private final Heap heap;
  private final MarkBits marks = new MarkBits();
  private final GraySet gray = new GraySet();
  private boolean forwarding;
  private int firstOfMoved;

  Collector(Heap heap) {
    this.heap = heap;
  }

  /// Bytes that it needs for a heap of so many granules.
  static long bytes(int granules) {
    return MarkBits.bytes(granules) + GraySet.bytes(granules);
  }

  /// Makes room for what it needs to know about so many granules.
  void resize(int granules) {
    marks.resize(granules);
    gray.resize(granules);
  }

  // [impl->req~engine-heap-collection~1]
  void run(RootSource roots) {
    forwarding = false;
    marks.clear();
    gray.clear();
    roots.visit(this);
    while (!gray.isEmpty()) {
      lookInto(gray.take() << GRANULE_LOG2);
    }
    stopIfCorrupted();
    int live = marks.count();
    int end = heap.top() >>> GRANULE_LOG2;
    firstOfMoved = marks.nextUnmarked(Heap.FIRST_OBJECT >>> GRANULE_LOG2, end);
    forwarding = true;
    roots.visit(this);
    long objects = update(end);
    slide(end);
    int newTop = Heap.FIRST_OBJECT + (live << GRANULE_LOG2);
    heap.memory().fill(newTop, 0, (long) heap.top() - newTop);
    heap.collected(newTop, objects);
    stopIfCorrupted();
  }

  /// A mismatch that was seen on the way ends in the fault that the memory holds.
  private void stopIfCorrupted() {
    if (!heap.memory().intact()) {
      throw TrapSignal.of(TrapCode.HEAP_CORRUPTED);
    }
  }

  /// Marks what a reference leads to, or, once everything is marked, says where that will be.
  @Override
  public long visit(long ref) {
    return forwarding ? forward(ref) : mark(ref);
  }

  private long mark(long ref) {
    if (Refs.isHeap(ref)) {
      int granule = (int) (ref >>> GRANULE_LOG2);
      if (!marks.marked(granule)) {
        ObjectLayout layout = heap.layout(ref);
        marks.mark(granule, end(ref, layout));
        if (layout.refs().length > 0) {
          gray.add(granule);
        }
      }
    }
    return ref;
  }

  /// One past an object's last granule.
  private int end(long ref, ObjectLayout layout) {
    long end = ref + layout.bytes(heap.second(ref));
    TrapSignal.trapIf(end > heap.top(), TrapCode.HEAP_CORRUPTED);
    return (int) (end + 7 >>> GRANULE_LOG2);
  }

  private long forward(long ref) {
    if (!Refs.isHeap(ref)) {
      return ref;
    }
    int granule = (int) (ref >>> GRANULE_LOG2);
    return Heap.FIRST_OBJECT + ((long) marks.before(granule) << GRANULE_LOG2);
  }

  /// Visits the references in an object.
  private void lookInto(int at) {
    ObjectLayout layout = heap.layout(at);
    if (layout.kind() == ObjectLayout.ARRAY) {
      int length = heap.second(at);
      for (int i = 0; i < length; i++) {
        field(at + ObjectLayout.HEADER_BYTES + i * Integer.BYTES);
      }
      return;
    }
    for (int offset : layout.refs()) {
      field(at + offset);
    }
  }

  private void field(int at) {
    SafeMemory memory = heap.memory();
    int ref = memory.load32(at);
    int now = (int) visit(Integer.toUnsignedLong(ref));
    if (now != ref) {
      memory.store32(at, now);
    }
  }

  /// Puts the new references into all live objects.
  ///
  /// @return how many there are
  private long update(int end) {
    long objects = 0;
    int granule = marks.nextMarked(Heap.FIRST_OBJECT >>> GRANULE_LOG2, end);
    while (granule < end) {
      int at = granule << GRANULE_LOG2;
      ObjectLayout layout = heap.layout(at);
      if (layout.refs().length > 0) {
        lookInto(at);
      }
      objects++;
      granule = marks.nextMarked(end(at, layout), end);
    }
    return objects;
  }

  private void slide(int end) {
    SafeMemory memory = heap.memory();
    int to = firstOfMoved;
    int from = marks.nextMarked(to, end);
    while (from < end) {
      int runEnd = marks.nextUnmarked(from, end);
      int length = runEnd - from;
      memory.copy(
          (long) to << GRANULE_LOG2,
          memory,
          (long) from << GRANULE_LOG2,
          (long) length << GRANULE_LOG2);
      to += length;
      from = marks.nextMarked(runEnd, end);
    }
  }
}
