package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.SafeSlice;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The structs, arrays and exceptions of a {@link Store}: one arena of the budget.
///
/// **Objects** lie one behind the other from offset 8 on, laid out as {@link ObjectLayout} says; a
/// reference is an offset. Everything from {@link #top} on is zero, so that a new object needs no
/// clearing. Its bytes are a {@link SafeMemory}: digests are kept at every store, and verified as
/// those of linear memories are.
///
/// **Room** is taken from the end. When there is none, the {@link Collector} slides what is alive
/// to the front; if that is more than half of the arena, the arena is doubled, up to {@link
/// EngineOptions#heapBytesMax}. So a byte that is allocated causes at most a constant number of
/// bytes to be looked at later. An allocation is refused exactly if what is alive, the object, and
/// the 8 bytes in front are together larger than the maximum, or if the budget refuses the growth.
///
/// **Determinism**: where an object lies depends on what the guest has done, and on nothing else.
/// When a collection happens depends only on the sizes that were asked for, and on growth that the
/// budget has refused.
///
/// What this is not: concurrent, generational, or a place for functions and for what the host
/// refers to, which are numbers. A store without objects has no arena.
final class Heap {
  /// Size of the first arena.
  static final int FIRST_BYTES = 1 << 16;

  /// Where the first object lies: 0 is null.
  static final int FIRST_OBJECT = ObjectLayout.HEADER_BYTES;

  private static final int GRANULE_LOG2 = 3;

  /// Bytes in use that a unit of fuel collects: moving them takes far longer than filling new ones.
  private static final int COLLECTED_BYTES_PER_FUEL_LOG2 = 3;

  private static final int PAGE_BYTES = 4096;
  private static final long U32 = 0xFFFF_FFFFL;

  private final EngineOptions options;
  private final Storage storage;
  private final Areas areas;
  private final int maxBytes;
  private final Layouts layouts;
  private @Nullable Collector collector;
  private @Nullable SafeMemory memory;
  private long workBytes;
  private int top = FIRST_OBJECT;
  private boolean eager;
  private long objects;
  private long allocatedObjects;
  private long allocatedBytes;
  private long collections;
  private long liveBytes;

  /// Creates a heap that takes nothing yet.
  ///
  /// @param options its largest size, and the verification level
  /// @param storage pays for the arena and for what the collector needs
  /// @param areas where the arena is verified
  Heap(EngineOptions options, Storage storage, Areas areas) {
    this.areas = areas;
    this.options = options;
    this.storage = storage;
    this.maxBytes = options.heapBytesMax() & -8;
    this.layouts = new Layouts(storage);
  }

  /// The layouts of the types of its objects.
  Layouts layouts() {
    return layouts;
  }

  /// The arena.
  SafeMemory memory() {
    SafeMemory current = memory;
    if (current == null) {
      throw new Invariant.Violation("a store with objects has an arena");
    }
    return current;
  }

  /// The arena, or null as long as nothing was allocated.
  @Nullable SafeMemory memoryOrNull() {
    return memory;
  }

  /// Lets each allocation collect, for tests: whoever holds a reference that is not visited is then
  /// found out.
  void collectAlways() {
    eager = true;
  }

  /// Units of fuel that an allocation costs, besides its instruction: for its bytes, and for all
  /// bytes of the arena that are in use if it will collect.
  ///
  /// @param bytes at most {@link #bytesMax}
  long fuel(long bytes) {
    long work = mustCollect(aligned(bytes)) ? (long) top - FIRST_OBJECT : 0;
    return (bytes >>> ColdOps.BYTES_PER_FUEL_LOG2) + (work >>> COLLECTED_BYTES_PER_FUEL_LOG2);
  }

  /// The largest object that there can ever be room for.
  long bytesMax() {
    return (long) maxBytes - FIRST_OBJECT;
  }

  /// Makes room for an object, by collecting and growing if need be.
  ///
  /// @param bytes its size
  /// @param roots whoever holds references
  /// @return why there is none, or null
  // [impl->req~engine-heap-exhaustion~1]
  @Nullable Fault prepare(long bytes, RootSource roots) {
    if (bytes > bytesMax()) {
      return exhausted(bytes);
    }
    int size = aligned(bytes);
    boolean collects = mustCollect(size);
    if (collects) {
      collect(roots);
    }
    long wanted = (long) top + size;
    if (wanted > maxBytes) {
      return exhausted(bytes);
    }
    boolean crowded = wanted > capacity() / 2;
    return wanted > capacity() || collects && crowded ? grow((int) wanted) : null;
  }

  /// Takes the room that {@link #prepare} has made.
  ///
  /// @param typeId the store's number of the type
  /// @param second the second word of the header
  /// @param bytes the size of the object
  /// @return the reference to it; all of its fields are zero
  int allocate(int typeId, int second, long bytes) {
    int size = aligned(bytes);
    int at = top;
    memory().store64(at, typeId & U32 | (long) second << Integer.SIZE);
    top += size;
    objects++;
    allocatedObjects++;
    allocatedBytes += size;
    return at;
  }

  /// The first word of an object's header: the store's number of its type.
  int typeId(long ref) {
    return memory().load32((int) ref);
  }

  /// The first word of an object's header, which is the number of a type with a layout.
  int validTypeId(long ref) {
    int typeId = typeId(ref);
    TrapSignal.trapIf(layouts.isMissing(typeId), TrapCode.HEAP_CORRUPTED);
    return typeId;
  }

  /// The second word of an object's header: the length of an array, the tag of an exception.
  int second(long ref) {
    return memory().load32((int) ref + Integer.BYTES);
  }

  /// The layout of an object.
  ObjectLayout layout(long ref) {
    ObjectLayout layout = layouts.at(typeId(ref));
    if (layout == null) {
      throw TrapSignal.of(TrapCode.HEAP_CORRUPTED);
    }
    return layout;
  }

  /// Where the next object will lie.
  int top() {
    return top;
  }

  /// Collects what is not reached from the roots.
  void collect(RootSource roots) {
    if (memory == null) {
      return;
    }
    collections++;
    collector().run(roots);
    liveBytes = (long) top - FIRST_OBJECT;
  }

  /// The collector has moved everything to the front.
  void collected(int newTop, long liveObjects) {
    top = newTop;
    objects = liveObjects;
  }

  private Collector collector() {
    Collector made = collector;
    if (made == null) {
      made = new Collector(this);
      collector = made;
    }
    return made;
  }

  /// What it holds and has done.
  HeapStats stats() {
    return new HeapStats(
        objects,
        (long) top - FIRST_OBJECT,
        capacity(),
        maxBytes,
        allocatedObjects,
        allocatedBytes,
        collections,
        liveBytes);
  }

  /// CRC-32C of all objects, the dead ones included.
  long digest() {
    SafeMemory current = memory;
    return current == null
        ? 0
        : SafeSlice.digestOf(current.plain(), FIRST_OBJECT, top - FIRST_OBJECT);
  }

  /// Goes on from a state, in a heap without objects.
  ///
  /// @param state what {@link #stats} had, and where its objects end
  /// @param from the bytes of the objects
  /// @param at the first of them
  /// @return why not, or null
  @Nullable Fault restore(HeapStats state, byte[] from, int at) {
    Invariant.check(memory == null, "a state is restored in a heap without an arena");
    Fault refusal = state.capacityBytes() == 0 ? null : resize((int) state.capacityBytes());
    if (refusal != null) {
      return refusal;
    }
    if (state.usedBytes() > 0) {
      memory().write(FIRST_OBJECT, from, at, (int) state.usedBytes());
    }
    top = FIRST_OBJECT + (int) state.usedBytes();
    objects = state.objects();
    allocatedObjects = state.allocatedObjects();
    allocatedBytes = state.allocatedBytes();
    collections = state.collections();
    liveBytes = state.liveBytes();
    return null;
  }

  /// Why something in the heap can't be what was written there: the mismatch that its digests show,
  /// or else, where there are none, a trap.
  Fault corruption() {
    Fault found = areas.search();
    return found != null ? found : new Fault.Trap(TrapCode.HEAP_CORRUPTED, "", List.of());
  }

  /// Gives the arena back; the rest goes with the store's account.
  void close() {
    SafeMemory current = memory;
    if (current != null) {
      areas.remove(current);
      current.close();
      memory = null;
      top = FIRST_OBJECT;
    }
  }

  private int capacity() {
    SafeMemory current = memory;
    return current == null ? 0 : current.sizeBytes();
  }

  private boolean mustCollect(int size) {
    return objects > 0 && (eager || (long) top + size > capacity());
  }

  private Fault exhausted(long bytes) {
    String subject = bytes + " bytes more than " + (top - FIRST_OBJECT);
    return new Fault.Trap(TrapCode.HEAP_EXHAUSTED, subject, List.of());
  }

  /// Doubles the arena until half of it would do; if the budget refuses that, takes what is needed.
  private @Nullable Fault grow(int wanted) {
    int capacity = capacity();
    long target = Math.max(FIRST_BYTES, capacity);
    while (target / 2 < wanted && target < maxBytes) {
      target *= 2;
    }
    target = Math.min(target, maxBytes);
    if (target == capacity) {
      return null;
    }
    Fault refusal = resize((int) target);
    if (refusal == null || wanted <= capacity) {
      return null;
    }
    return resize((int) Math.min(maxBytes, wanted + PAGE_BYTES - 1L & -PAGE_BYTES));
  }

  // [impl->req~engine-heap-storage~1]
  private @Nullable Fault resize(int bytes) {
    long work = Collector.bytes(bytes >>> GRANULE_LOG2);
    if (!storage.offer(work)) {
      return storage.refusal();
    }
    Fault refusal = resizeMemory(bytes);
    if (refusal != null) {
      storage.release(work);
      return refusal;
    }
    storage.release(workBytes);
    workBytes = work;
    collector().resize(bytes >>> GRANULE_LOG2);
    return null;
  }

  private @Nullable Fault resizeMemory(int bytes) {
    SafeMemory current = memory;
    if (current != null) {
      return current.grow(bytes) instanceof Result.Err<Unit> err ? err.fault() : null;
    }
    Result<SafeMemory> created =
        SafeMemory.create(storage.account(), "gc heap", bytes, maxBytes, options.verification());
    return switch (created) {
      case Result.Ok<SafeMemory> ok -> {
        if (!areas.offer(ok.value())) {
          ok.value().close();
          yield areas.refusal();
        }
        memory = ok.value();
        yield null;
      }
      case Result.Err<SafeMemory> err -> err.fault();
    };
  }

  private static int aligned(long bytes) {
    return (int) (bytes + 7 & -8);
  }
}
