package dev.wrt.tests.faults;

import dev.wrt.engine.EngineSeam;
import dev.wrt.engine.Machine;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A row of words of 32 or 64 bits that can be read and written behind every API: (part of) an
/// array, or some fields.
interface Words {
  /// How many.
  int size();

  /// Bits of one.
  int bits();

  /// Word `i`.
  long get(int i);

  /// Sets word `i`.
  void set(int i, long value);

  /// A copy of all, for {@link #firstChange}.
  default Object copy() {
    long[] copy = new long[size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = get(i);
    }
    return copy;
  }

  /// The first word from `from` on that is not as it was copied, or -1.
  default int firstChange(Object copy, int from) {
    for (int i = from; i < size(); i++) {
      if (get(i) != old(copy, i)) {
        return i;
      }
    }
    return -1;
  }

  /// How many words a copy has.
  default int sizeOf(Object copy) {
    return ((long[]) copy).length;
  }

  /// A word as it was copied.
  default long old(Object copy, int i) {
    return ((long[]) copy)[i];
  }

  /// Part of an array of bytes, as words of 32 bits, the lowest byte first.
  ///
  /// @param array the array
  /// @param from the first byte
  /// @param size words
  record OfBytes(byte[] array, int from, int size) implements Words {
    private static final VarHandle INTS =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /// All whole words.
    static OfBytes all(byte[] array) {
      return new OfBytes(array, 0, array.length / Integer.BYTES);
    }

    @Override
    public int bits() {
      return Integer.SIZE;
    }

    @Override
    public long get(int i) {
      return (int) INTS.get(array, from + Integer.BYTES * i) & 0xFFFF_FFFFL;
    }

    @Override
    public void set(int i, long value) {
      INTS.set(array, from + Integer.BYTES * i, (int) value);
    }

    @Override
    public Object copy() {
      return Arrays.copyOfRange(array, from, from + Integer.BYTES * size);
    }

    @Override
    public int firstChange(Object copy, int start) {
      int at =
          Arrays.mismatch(
              array,
              from + Integer.BYTES * start,
              from + Integer.BYTES * size,
              (byte[]) copy,
              Integer.BYTES * start,
              Integer.BYTES * size);
      return at < 0 ? -1 : start + at / Integer.BYTES;
    }

    @Override
    public int sizeOf(Object copy) {
      return ((byte[]) copy).length / Integer.BYTES;
    }

    @Override
    public long old(Object copy, int i) {
      return (int) INTS.get((byte[]) copy, Integer.BYTES * i) & 0xFFFF_FFFFL;
    }
  }

  /// Part of an array of ints.
  ///
  /// @param array the array
  /// @param from the first
  /// @param size how many
  record OfInts(int[] array, int from, int size) implements Words {
    /// All of an array.
    static OfInts all(int[] array) {
      return new OfInts(array, 0, array.length);
    }

    @Override
    public int bits() {
      return Integer.SIZE;
    }

    @Override
    public long get(int i) {
      return array[from + i] & 0xFFFF_FFFFL;
    }

    @Override
    public void set(int i, long value) {
      array[from + i] = (int) value;
    }
  }

  /// Part of an array of longs.
  ///
  /// @param array the array
  /// @param from the first
  /// @param size how many
  record OfLongs(long[] array, int from, int size) implements Words {
    /// All of an array.
    static OfLongs all(long[] array) {
      return new OfLongs(array, 0, array.length);
    }

    @Override
    public int bits() {
      return Long.SIZE;
    }

    @Override
    public long get(int i) {
      return array[from + i];
    }

    @Override
    public void set(int i, long value) {
      array[from + i] = value;
    }
  }

  /// The control words of a machine.
  ///
  /// @param machine which has stopped
  record OfControl(Machine machine) implements Words {
    @Override
    public int size() {
      return EngineSeam.CONTROL_WORDS;
    }

    @Override
    public int bits() {
      return Integer.SIZE;
    }

    @Override
    public long get(int i) {
      return EngineSeam.control(machine, i);
    }

    @Override
    public void set(int i, long value) {
      EngineSeam.control(machine, i, value);
    }
  }
}
