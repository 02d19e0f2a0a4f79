package dev.wrt.wasi;

import dev.wrt.bounded.BoundedTable;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.wasi.ResourceTable.Size;
import java.io.Closeable;
import java.io.IOException;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What the host holds for the guests of one {@link Wasi02}: the objects behind their handles, and
/// what these need.
///
/// All of it is reserved when it is made: tables with their objects, and one buffer for reading and
/// one for writing, as only one call is under way at a time. Listings of directories and random
/// bytes are reserved when they are asked for.
final class WasiWorld implements AutoCloseable {
  private static final int DESCRIPTOR_BYTES = 1024;
  private static final int LISTING_BYTES = 256;
  private static final int STREAM_BYTES = 192;
  private static final int POLLABLE_BYTES = 64;
  private static final int ERROR_BYTES = 320;

  private final WasiOptions options;
  private final MemoryBudget budget;
  private final Waiting waiting;
  private final StandardInput stdin;
  private final ResourceTable<Descriptor> descriptors;
  private final ResourceTable<DirectoryListing> listings;
  private final ResourceTable<WasiInputStream> inputs;
  private final ResourceTable<WasiOutputStream> outputs;
  private final ResourceTable<Readiness> pollables;
  private final ResourceTable<IoError> errors;
  private final long secret;
  private long ownBytes;
  private long lentBytes;

  /// @param budget pays for what guests are lent
  /// @param tables an account of its own with room for the tables, which is paid for
  private WasiWorld(WasiOptions options, MemoryBudget budget, MemoryBudget tables) {
    this.options = options;
    this.budget = budget;
    Bell bell = new Bell();
    WasiLimits limits = options.limits();
    waiting = new Waiting(options.clock(), bell);
    stdin = new StandardInput(options.stdin(), bell);
    descriptors = ResourceTable.create(tables, "descriptors", descriptorSize(limits));
    listings = ResourceTable.create(tables, "directory-entry-streams", listingSize(limits));
    inputs = ResourceTable.create(tables, "input-streams", streamSize(limits));
    outputs = ResourceTable.create(tables, "output-streams", streamSize(limits));
    pollables = ResourceTable.create(tables, "pollables", pollableSize(limits));
    errors = ResourceTable.create(tables, "errors", errorSize(limits));
    secret = options.random().insecureBits();
  }

  /// Reserves and makes everything.
  // [impl->req~wasi-budget~1]
  static Result<WasiWorld> create(WasiOptions options, MemoryBudget budget) {
    WasiLimits limits = options.limits();
    long tables = tableBytes(limits);
    long bytes = tables + limits.readBytesMax() + limits.writeBytesMax();
    bytes += 2L * StandardInput.CHUNK_BYTES;
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    WasiWorld world = new WasiWorld(options, budget, MemoryBudget.root("tables", tables));
    world.ownBytes = bytes;
    return Result.ok(world);
  }

  private static long tableBytes(WasiLimits limits) {
    Size streams = streamSize(limits);
    return Stream.of(
            descriptorSize(limits),
            listingSize(limits),
            streams,
            streams,
            pollableSize(limits),
            errorSize(limits))
        .mapToLong(Size::bytes)
        .sum();
  }

  private static Size descriptorSize(WasiLimits limits) {
    return new Size(limits.descriptorsMax(), DESCRIPTOR_BYTES);
  }

  private static Size listingSize(WasiLimits limits) {
    return new Size(limits.listingsMax(), LISTING_BYTES);
  }

  private static Size streamSize(WasiLimits limits) {
    return new Size(limits.streamsMax(), STREAM_BYTES);
  }

  private static Size pollableSize(WasiLimits limits) {
    return new Size(limits.pollablesMax(), POLLABLE_BYTES);
  }

  private static Size errorSize(WasiLimits limits) {
    return new Size(limits.errorsMax(), ERROR_BYTES);
  }

  WasiOptions options() {
    return options;
  }

  WasiLimits limits() {
    return options.limits();
  }

  MemoryBudget budget() {
    return budget;
  }

  HostClock clock() {
    return options.clock();
  }

  RandomSource random() {
    return options.random();
  }

  Waiting waiting() {
    return waiting;
  }

  StandardInput stdin() {
    return stdin;
  }

  ResourceTable<Descriptor> descriptors() {
    return descriptors;
  }

  ResourceTable<DirectoryListing> listings() {
    return listings;
  }

  ResourceTable<WasiInputStream> inputs() {
    return inputs;
  }

  ResourceTable<WasiOutputStream> outputs() {
    return outputs;
  }

  ResourceTable<Readiness> pollables() {
    return pollables;
  }

  ResourceTable<IoError> errors() {
    return errors;
  }

  /// The secret of the metadata hashes.
  long secret() {
    return secret;
  }

  /// Reserves bytes for a value that lives until the next one of this kind is made.
  Result<Unit> lend(long bytes) {
    budget.release(lentBytes);
    lentBytes = 0;
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    lentBytes = bytes;
    return Result.ok(Unit.UNIT);
  }

  /// Tells all descriptors that an object has another path now.
  void renamed(DirectoryOperations.Renaming renaming) {
    int rep = descriptors.next(0);
    while (rep != BoundedTable.REFUSED) {
      descriptors.get(rep).renamed(renaming.from(), renaming.to());
      rep = descriptors.next(rep + 1);
    }
  }

  /// Drops the object of a handle, if it is there.
  static <T extends Closeable> Result<Unit> drop(ResourceTable<T> table, int rep) {
    closeQuietly(table.remove(rep));
    return Result.ok(Unit.UNIT);
  }

  private static <T extends Closeable> void dropAll(ResourceTable<T> table) {
    for (int rep = table.next(0); rep != BoundedTable.REFUSED; rep = table.next(rep)) {
      closeQuietly(table.remove(rep));
    }
    table.close();
  }

  /// Closes something of the host. There is nobody to tell an error of closing: WASI has no result
  /// for a drop, and what was to be on disk was flushed or synced before.
  private static void closeQuietly(@Nullable Closeable closing) {
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (IOException _) {
      return;
    }
  }

  @Override
  public void close() {
    closeQuietly(new HostSink(options.stdout()));
    closeQuietly(new HostSink(options.stderr()));
    dropAll(inputs);
    dropAll(outputs);
    dropAll(listings);
    dropAll(descriptors);
    pollables.close();
    errors.close();
    budget.release(ownBytes + lentBytes);
    ownBytes = 0;
    lentBytes = 0;
  }
}
