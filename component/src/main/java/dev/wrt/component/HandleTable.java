package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ResourceType;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Table` of CanonicalABI.md: the handles of one component instance, be they of resources,
/// waitables, waitable sets or error contexts.
///
/// Indices start at 1, and a freed index is the next to be used again: the order is part of the
/// specification, guests can observe it. Guest code names handles by index only, so every access
/// checks that the index is in use and that the handle has the expected type.
///
/// The guest decides how many handles it holds, so the table grows out of the instance's account,
/// up to a fixed count; both refusals are faults, and the table is as it was before.
///
/// Invariant: `entries[i]` is null exactly if `i` is 0, at least `top`, or in `free[0..freed)`.
final class HandleTable implements AutoCloseable {
  /// Bytes reserved for one slot: a reference, an index of the free list, and the element with what
  /// it holds, of which a subtask with its core values is the largest.
  private static final int SLOT_BYTES = 8 + 4 + 256;

  private static final int INITIAL_SLOTS = 8;

  private final MemoryBudget budget;
  private final int liveMax;
  private final int waitablesMax;
  private final HandleCount count;
  private @Nullable HandleElement[] entries = new @Nullable HandleElement[0];
  private int[] free = new int[0];
  private int freed;
  private int top = 1;
  private int live;
  private int waitables;

  /// Makes an empty table, which holds nothing until the first handle is added.
  ///
  /// @param budget pays for the slots
  /// @param liveMax the most handles that may be live
  /// @param count counts the handles of all tables together
  HandleTable(MemoryBudget budget, int liveMax, HandleCount count) {
    this(budget, liveMax, liveMax, count);
  }

  /// Makes an empty table, which holds nothing until the first handle is added.
  ///
  /// @param budget pays for the slots
  /// @param liveMax the most handles that may be live
  /// @param waitablesMax the most waitables and waitable sets among them
  /// @param count counts the handles of all tables together
  HandleTable(MemoryBudget budget, int liveMax, int waitablesMax, HandleCount count) {
    this.budget = budget;
    this.liveMax = liveMax;
    this.waitablesMax = waitablesMax;
    this.count = count;
  }

  /// `Table.add`: the index of the new handle, or the refusal.
  Result<Integer> add(HandleElement handle) {
    // [impl->req~component-handle-bound~1]
    if (live == liveMax) {
      return Result.err(
          new LimitFault(ComponentCode.HANDLES_EXHAUSTED, "handles", live + 1L, liveMax));
    }
    boolean waitable = isWaitable(handle);
    // [impl->req~limits-waitables~1]
    if (waitable && waitables == waitablesMax) {
      return Result.err(
          new LimitFault(
              ComponentCode.WAITABLES_EXHAUSTED, "waitables", waitables + 1L, waitablesMax));
    }
    int index;
    if (freed > 0) {
      index = free[--freed];
    } else if (top < entries.length || grow()) {
      index = top++;
    } else {
      return Result.err(budget.refusal((long) slotsAfterGrowth() * SLOT_BYTES));
    }
    entries[index] = handle;
    if (handle instanceof Waitable found) {
      found.index = index;
    }
    live++;
    waitables += waitable ? 1 : 0;
    count.added();
    return Result.ok(index);
  }

  private static boolean isWaitable(HandleElement element) {
    return element instanceof Waitable || element instanceof WaitableSet;
  }

  /// Waitables and waitable sets in the table.
  int waitables() {
    return waitables;
  }

  /// `Table.get`
  ///
  /// @param index 32 bits, to be read unsigned
  // [impl->req~component-handle-checked~1]
  Result<HandleElement> get(int index) {
    boolean used = index != 0 && Integer.compareUnsigned(index, top) < 0;
    HandleElement element = used ? entries[index] : null;
    return element == null
        ? Result.err(trap(ComponentCode.HANDLE_UNKNOWN, index))
        : Result.ok(element);
  }

  /// `Table.remove` of an element that was found at this index.
  void remove(int index) {
    HandleElement element = entries[index];
    Invariant.check(element != null, "what is removed was found");
    if (element instanceof Waitable waitable) {
      waitable.index = 0;
    }
    entries[index] = null;
    free[freed++] = index;
    live--;
    waitables -= isWaitable(element) ? 1 : 0;
    count.removed();
  }

  /// The resource handle of an index, with the check of its type.
  ///
  /// @param index 32 bits, to be read unsigned
  /// @param type the type expected
  // [impl->req~component-handle-checked~1]
  Result<ResourceHandle> get(int index, ResourceType type) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok -> {
        if (!(ok.value() instanceof ResourceHandle handle)) {
          yield Result.err(wrongKind(index, ok.value(), "a resource"));
        }
        yield handle.type.identity() == type.identity()
            ? Result.ok(handle)
            : Result.err(trap(ComponentCode.HANDLE_TYPE, index));
      }
    };
  }

  /// The waitable of an index.
  ///
  /// @param index 32 bits, to be read unsigned
  Result<Waitable> waitable(int index) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok ->
          ok.value() instanceof Waitable waitable
              ? Result.ok(waitable)
              : Result.err(wrongKind(index, ok.value(), "a waitable"));
    };
  }

  /// The waitable set of an index.
  ///
  /// @param index 32 bits, to be read unsigned
  Result<WaitableSet> waitableSet(int index) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok ->
          ok.value() instanceof WaitableSet set
              ? Result.ok(set)
              : Result.err(wrongKind(index, ok.value(), "a waitable set"));
    };
  }

  /// The error context of an index.
  ///
  /// @param index 32 bits, to be read unsigned
  Result<ErrorContextHandle> errorContext(int index) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok ->
          ok.value() instanceof ErrorContextHandle context
              ? Result.ok(context)
              : Result.err(wrongKind(index, ok.value(), "an error context"));
    };
  }

  /// The fault of an element of the wrong kind.
  // [impl->req~handles-one-space~1]
  static Fault wrongKind(int index, HandleElement found, String expected) {
    String subject =
        Integer.toUnsignedString(index) + " is " + found.kind() + ", expected " + expected;
    return new Trap(ComponentCode.HANDLE_KIND, subject, List.of());
  }

  /// `Table.remove` for a resource handle that leaves the table: it must not be lent.
  ///
  /// @param index 32 bits, to be read unsigned
  /// @param type the type expected
  Result<ResourceHandle> remove(int index, ResourceType type) {
    Result<ResourceHandle> found = get(index, type);
    if (found instanceof Result.Ok<ResourceHandle> ok) {
      // [impl->req~component-handle-lent~1]
      if (ok.value().numLends != 0) {
        return Result.err(trap(ComponentCode.HANDLE_LENT, index));
      }
      remove(index);
    }
    return found;
  }

  /// Handles in the table.
  int live() {
    return live;
  }

  /// Some element that is still in the table, which is thereby removed; null when it is empty.
  @Nullable HandleElement drain() {
    while (top > 1) {
      HandleElement handle = entries[--top];
      if (handle != null) {
        entries[top] = null;
        live--;
        count.removed();
        return handle;
      }
    }
    return null;
  }

  /// Gives the slots back to the budget.
  @Override
  public void close() {
    while (drain() != null) {
      // What is left ends with the table.
    }
    budget.release((long) entries.length * SLOT_BYTES);
    entries = new @Nullable HandleElement[0];
    free = new int[0];
    freed = 0;
    top = 1;
    live = 0;
    waitables = 0;
  }

  private int slotsAfterGrowth() {
    return entries.length == 0 ? INITIAL_SLOTS : entries.length;
  }

  private boolean grow() {
    int added = slotsAfterGrowth();
    if (!budget.offer((long) added * SLOT_BYTES)) {
      return false;
    }
    entries = Arrays.copyOf(entries, entries.length + added);
    free = Arrays.copyOf(free, entries.length);
    return true;
  }

  private static Fault trap(ComponentCode code, int index) {
    return new Trap(code, Integer.toUnsignedString(index), List.of());
  }
}
