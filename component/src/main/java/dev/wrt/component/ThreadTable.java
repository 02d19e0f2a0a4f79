package dev.wrt.component;

import dev.wrt.bounded.MemoryBudget;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `ComponentInstance.threads` of CanonicalABI.md: the threads of one component instance by index.
///
/// Indices start at 1 and a freed one is the next to be used again, as in {@link HandleTable}.
final class ThreadTable implements AutoCloseable {
  /// Bytes reserved for one slot: a reference and an index of the free list.
  private static final int SLOT_BYTES = 8 + 4;

  private static final int INITIAL_SLOTS = 4;

  private final MemoryBudget budget;
  private @Nullable GuestThread[] entries = new @Nullable GuestThread[0];
  private int[] free = new int[0];
  private int freed;
  private int top = 1;

  /// @param budget pays for the slots
  ThreadTable(MemoryBudget budget) {
    this.budget = budget;
  }

  /// `Table.add`, which gives the thread its index.
  ///
  /// @return whether there was room in the budget
  boolean add(GuestThread thread) {
    if (freed == 0 && top >= entries.length && !grow()) {
      return false;
    }
    int index = freed > 0 ? free[--freed] : top++;
    entries[index] = thread;
    thread.index = index;
    return true;
  }

  /// `Table.get`; null where there is no such thread.
  ///
  /// @param index 32 bits, to be read unsigned
  @Nullable GuestThread get(int index) {
    return Integer.compareUnsigned(index, top) < 0 && index < entries.length
        ? entries[index]
        : null;
  }

  /// `Table.remove` of a thread that is in the table.
  void remove(GuestThread thread) {
    entries[thread.index] = null;
    free[freed++] = thread.index;
    thread.index = 0;
  }

  private boolean grow() {
    int added = entries.length == 0 ? INITIAL_SLOTS : entries.length;
    if (!budget.offer((long) added * SLOT_BYTES)) {
      return false;
    }
    entries = Arrays.copyOf(entries, entries.length + added);
    free = Arrays.copyOf(free, entries.length);
    return true;
  }

  /// Gives the slots back to the budget.
  @Override
  public void close() {
    budget.release((long) entries.length * SLOT_BYTES);
    entries = new @Nullable GuestThread[0];
    free = new int[0];
    freed = 0;
    top = 1;
  }
}
