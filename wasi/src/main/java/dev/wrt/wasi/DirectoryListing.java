package dev.wrt.wasi;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.SizeEstimate;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A `directory-entry-stream`: the names that were in a directory when it was opened, sorted, so
/// that the order does not depend on the host. The names are reserved from the budget until the
/// stream is dropped.
final class DirectoryListing implements Closeable {
  private final Path directory;
  private final MemoryBudget budget;
  private final List<String> names = new ArrayList<>();
  private long reservedBytes;
  private int next;

  private DirectoryListing(Path directory, MemoryBudget budget) {
    this.directory = directory;
    this.budget = budget;
  }

  /// One entry.
  ///
  /// @param type what it is; unknown if it is gone by now
  /// @param name its name
  record Entry(DescriptorType type, String name) {}

  /// `descriptor.read-directory`. More entries than may be listed, or than the budget has room for,
  /// are `insufficient-memory`.
  ///
  /// @param entriesMax entries that may be listed
  static DirectoryListing open(Descriptor descriptor, MemoryBudget budget, int entriesMax)
      throws IOException {
    DirectoryListing listing = new DirectoryListing(descriptor.requireDirectory(), budget);
    try {
      listing.readNames(entriesMax);
      return listing;
    } catch (IOException e) {
      listing.close();
      throw e;
    }
  }

  private void readNames(int entriesMax) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        FileError.unless(names.size() < entriesMax, ErrorCode.INSUFFICIENT_MEMORY);
        reserve(SizeEstimate.REFERENCE_BYTES + SizeEstimate.stringBytes(name.length()));
        names.add(name);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(names);
  }

  private void reserve(long bytes) throws FileError {
    FileError.unless(budget.offer(bytes), ErrorCode.INSUFFICIENT_MEMORY);
    reservedBytes += bytes;
  }

  /// `directory-entry-stream.read-directory-entry`; null at the end.
  @Nullable Entry next() throws IOException {
    if (next == names.size()) {
      return null;
    }
    String name = names.get(next);
    next++;
    FileStat stat = FileStat.orNull(directory.resolve(name));
    return new Entry(stat == null ? DescriptorType.UNKNOWN : stat.type(), name);
  }

  @Override
  public void close() {
    budget.release(reservedBytes);
    reservedBytes = 0;
    names.clear();
    next = 0;
  }
}
