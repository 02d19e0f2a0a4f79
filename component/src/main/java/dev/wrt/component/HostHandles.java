package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.memory.Verification;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The handles of guest resources that the host holds: what a component returns to the host, or
/// passes to a function of the host.
///
/// The host is not trusted to use a handle only once, so it never sees a guest's representation:
/// the `rep` of a {@link Handle} that it is given is a ticket, an index of this table together with
/// the number of times that index has been used before. A handle that was given away or dropped is
/// refused even if its index is in use again.
final class HostHandles implements AutoCloseable {
  /// Bits of a ticket that are the index; the others are the generation.
  private static final int INDEX_BITS = 16;

  /// The most handles that the host can hold.
  static final int LIVE_MAX = (1 << INDEX_BITS) - 1;

  private static final int INDEX_MASK = LIVE_MAX;
  private static final int GENERATION_BYTES = Short.BYTES;

  private final HandleTable table;
  private final MemoryBudget budget;
  private short[] generations = new short[0];

  /// @param budget pays for the table
  /// @param count counts the handles of all tables together
  /// @param verification how the table is verified
  HostHandles(MemoryBudget budget, HandleCount count, Verification verification) {
    this.budget = budget;
    this.table = new HandleTable(budget, LIVE_MAX, LIVE_MAX, count, verification);
  }

  /// Gives a handle to the host.
  Result<Handle> give(ResourceHandle handle) {
    return switch (table.add(handle)) {
      case Result.Ok<Integer> ok -> ticketed(handle, ok.value());
      case Result.Err<Integer> err -> Result.err(err.fault());
    };
  }

  // [impl->req~component-handle-ticket~1]
  private Result<Handle> ticketed(ResourceHandle handle, int index) {
    while (index >= generations.length) {
      int added = Math.max(8, generations.length);
      if (!budget.offer((long) added * GENERATION_BYTES)) {
        return Result.err(budget.refusal((long) added * GENERATION_BYTES));
      }
      generations = Arrays.copyOf(generations, generations.length + added);
    }
    Fault wrong = generationFault(index);
    if (wrong != null) {
      return Result.err(wrong);
    }
    int ticket = index | generations[index] << INDEX_BITS;
    return Result.ok(new Handle(handle.type, ticket, handle.own));
  }

  /// Compares the generation of an index with its record, where there is one.
  private @Nullable Fault generationFault(int index) {
    Fault wrong = table.check(index, HandleRecords.GENERATION, generations[index]);
    if (wrong == null) {
      generations[index] =
          (short) table.recorded(index, HandleRecords.GENERATION, generations[index]);
    }
    return wrong;
  }

  /// The handle that the host names, which stays where it is.
  Result<ResourceHandle> get(Handle named) {
    int index = named.rep() & INDEX_MASK;
    Fault wrong = index < generations.length ? generationFault(index) : null;
    if (wrong != null) {
      return Result.err(wrong);
    }
    boolean current =
        index < generations.length && generations[index] == (short) (named.rep() >> INDEX_BITS);
    Result<ResourceHandle> found =
        current ? table.get(index, named.type()) : Result.err(stale(named.type()));
    return found instanceof Result.Err<ResourceHandle> err
            && !(err.fault() instanceof Fault.IntegrityFault)
        ? Result.err(stale(named.type()))
        : found;
  }

  /// The handle that the host gives away: it must own the resource, and the handle is no longer
  /// valid.
  Result<ResourceHandle> take(Handle named) {
    return switch (get(named)) {
      case Result.Ok<ResourceHandle> ok -> {
        if (!ok.value().own || !named.own()) {
          yield Result.err(
              new Trap(ComponentCode.HANDLE_NOT_OWNED, named.type().name(), List.of()));
        }
        yield remove(named);
      }
      case Result.Err<ResourceHandle> err -> err;
    };
  }

  /// Ends a handle: it is no longer valid.
  Result<ResourceHandle> remove(Handle named) {
    int index = named.rep() & INDEX_MASK;
    Result<ResourceHandle> removed = table.remove(index, named.type());
    if (removed instanceof Result.Ok<ResourceHandle>) {
      generations[index]++;
      table.record(index, HandleRecords.GENERATION, generations[index]);
    }
    return removed;
  }

  /// The table without its tickets.
  HandleTable table() {
    return table;
  }

  /// The generations; for tests that flip bits behind the API.
  short[] generations() {
    return generations;
  }

  /// Gives everything back to the budget; the resources themselves end with their components.
  @Override
  public void close() {
    table.close();
    budget.release((long) generations.length * GENERATION_BYTES);
    generations = new short[0];
  }

  private static Fault stale(ResourceType type) {
    return new Trap(ComponentCode.HANDLE_STALE, type.name(), List.of());
  }
}
