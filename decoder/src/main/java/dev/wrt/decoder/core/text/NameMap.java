package dev.wrt.decoder.core.text;

import dev.wrt.bounded.SizeEstimate;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.Utf8;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Names by index (`namemap` of the name section), usable as identifiers: of those that are equal
/// only the first one counts, and an empty name counts as none.
final class NameMap {
  static final NameMap EMPTY = new NameMap(new byte[0], 0);

  private static final int BYTES_PER_NAME = 3 * Integer.BYTES;

  /// An entry of a hash set with its table's share.
  private static final int SET_ENTRY_BYTES = 64;

  private final byte[] bytes;
  private final int[] indices;
  private final int[] offsets;
  private final int[] lengths;

  private NameMap(byte[] bytes, int count) {
    this.bytes = bytes;
    this.indices = new int[count];
    this.offsets = new int[count];
    this.lengths = new int[count];
  }

  /// Reads a map at the cursor; one that is malformed or that storage is refused for is empty.
  static NameMap read(ByteReader reader, Storage storage) {
    int count = reader.length();
    if (!storage.offer((long) count * BYTES_PER_NAME)) {
      return EMPTY;
    }
    NameMap map = new NameMap(reader.bytes(), count);
    for (int i = 0; i < count; i++) {
      map.entry(reader, i);
    }
    if (reader.ok() && map.isOrdered()) {
      map.dropDuplicates(storage);
      return map;
    }
    return EMPTY;
  }

  /// Moves over a map.
  static void skip(ByteReader reader) {
    int count = reader.length();
    for (int i = 0; i < count && reader.ok(); i++) {
      reader.u32();
      reader.skip(reader.length());
    }
  }

  private void entry(ByteReader reader, int i) {
    indices[i] = reader.u32();
    int length = reader.length();
    int offset = reader.offset();
    reader.skip(length);
    boolean usable = reader.ok() && Utf8.valid(bytes, offset, offset + length);
    offsets[i] = offset;
    lengths[i] = usable ? length : 0;
  }

  private boolean isOrdered() {
    for (int i = 1; i < indices.length; i++) {
      if (Integer.compareUnsigned(indices[i - 1], indices[i]) >= 0) {
        return false;
      }
    }
    return indices.length == 0 || indices[0] >= 0 && indices[indices.length - 1] >= 0;
  }

  private void dropDuplicates(Storage storage) {
    try (Storage temporary = new Storage(storage.budget())) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < indices.length; i++) {
        long size = SET_ENTRY_BYTES + SizeEstimate.stringBytes(lengths[i] + 1);
        boolean first = temporary.offer(size) && seen.add(text(i));
        lengths[i] = first ? lengths[i] : 0;
      }
    }
  }

  private String text(int i) {
    return Texts.id(bytes, offsets[i], lengths[i]);
  }

  /// The identifier of an index, or null.
  @Nullable String id(int index) {
    int i = Arrays.binarySearch(indices, index);
    return i >= 0 && lengths[i] > 0 ? text(i) : null;
  }
}
