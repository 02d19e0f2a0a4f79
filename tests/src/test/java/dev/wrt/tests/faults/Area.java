package dev.wrt.tests.faults;

import dev.wrt.engine.EngineSeam;
import dev.wrt.memory.MemorySeam;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import java.util.List;

/// A kind of storage that faults are injected into.
enum Area {
  /// The bytes of a linear memory.
  MEMORY("memory") {
    @Override
    Words words(Rig rig) {
      return Words.OfBytes.all(memory(rig).plain());
    }
  },
  /// The digests of a linear memory, three sums a block.
  MEMORY_DIGEST("memory-digest") {
    @Override
    VerificationLevel from() {
      return VerificationLevel.SAMPLED;
    }

    @Override
    Words words(Rig rig) {
      return Words.OfLongs.all(MemorySeam.digests(memory(rig)));
    }
  },
  /// The complements of the bytes of a linear memory.
  MEMORY_MIRROR("memory-mirror") {
    @Override
    VerificationLevel from() {
      return VerificationLevel.FULL;
    }

    @Override
    Words words(Rig rig) {
      return Words.OfBytes.all(MemorySeam.mirror(memory(rig)));
    }

    @Override
    boolean isUsed(long word) {
      return word != 0xFFFF_FFFFL;
    }
  };

  /// What it is called in tables.
  final String label;

  Area(String label) {
    this.label = label;
  }

  /// The area of a label.
  static Area of(String label) {
    for (Area area : values()) {
      if (area.label.equals(label)) {
        return area;
      }
    }
    throw new IllegalArgumentException("no area is called " + label);
  }

  /// The areas that a guest has at a level.
  static List<Area> of(Guests guest, VerificationLevel level) {
    return Arrays.stream(values())
        .filter(area -> area.isAt(level) && area.guests().contains(guest))
        .toList();
  }

  /// Its words as they are now.
  abstract Words words(Rig rig);

  /// The levels that have it, from this one on.
  VerificationLevel from() {
    return VerificationLevel.OFF;
  }

  /// Whether there is such storage at a level.
  boolean isAt(VerificationLevel level) {
    return level.includes(from());
  }

  /// The guests that have it.
  List<Guests> guests() {
    return List.of(Guests.MILL, Guests.HELLO, Guests.COUNTER, Guests.BASKET);
  }

  /// Whether a word shows by its value that it is used.
  boolean isUsed(long word) {
    return word != 0;
  }

  /// The memory that a guest uses most, which is the last one made.
  private static SafeMemory memory(Rig rig) {
    return EngineSeam.memory(rig.store(), EngineSeam.memories(rig.store()) - 1);
  }
}
