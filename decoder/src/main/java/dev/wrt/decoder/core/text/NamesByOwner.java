package dev.wrt.decoder.core.text;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.Storage;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Names in owners such as locals in functions (`indirectnamemap` of the name section); those of
/// one owner are held at a time.
final class NamesByOwner {
  static final NamesByOwner EMPTY = new NamesByOwner(new byte[0], 0, new int[0], new int[0]);

  private final byte[] bytes;
  private final int end;
  private final int[] owners;
  private final int[] offsets;
  private int owner = -1;
  private NameMap current = NameMap.EMPTY;
  private @Nullable Storage held;

  private NamesByOwner(byte[] bytes, int end, int[] owners, int[] offsets) {
    this.bytes = bytes;
    this.end = end;
    this.owners = owners;
    this.offsets = offsets;
  }

  /// Reads a map at the cursor; one that is malformed or that storage is refused for is empty.
  static NamesByOwner read(ByteReader reader, Storage storage) {
    int count = reader.length();
    if (!storage.offer(2L * count * Integer.BYTES)) {
      return EMPTY;
    }
    int[] owners = new int[count];
    int[] offsets = new int[count];
    boolean ordered = true;
    for (int i = 0; i < count; i++) {
      owners[i] = reader.u32();
      offsets[i] = reader.offset();
      ordered &= owners[i] >= 0 && (i == 0 || owners[i] > owners[i - 1]);
      NameMap.skip(reader);
    }
    boolean usable = reader.ok() && ordered;
    return usable ? new NamesByOwner(reader.bytes(), reader.end(), owners, offsets) : EMPTY;
  }

  /// The names of an owner.
  ///
  /// @param budget pays for them until the next owner is asked for, or {@link #close}
  NameMap of(int index, MemoryBudget budget) {
    if (index != owner) {
      close();
      owner = index;
      int i = Arrays.binarySearch(owners, index);
      if (i >= 0) {
        Storage storage = new Storage(budget);
        held = storage;
        current = NameMap.read(new ByteReader(bytes, offsets[i], end, storage), storage);
      }
    }
    return current;
  }

  /// Gives back what the names of the present owner have taken.
  void close() {
    Storage storage = held;
    if (storage != null) {
      storage.close();
    }
    held = null;
    owner = -1;
    current = NameMap.EMPTY;
  }
}
