package dev.wrt.tests.faults;

import dev.wrt.engine.EngineSeam;
import dev.wrt.engine.Machine;
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
    Places places(Rig rig, int[] used) {
      return data(EngineSeam.memory(rig.store()), used);
    }
  },
  /// The digests of a linear memory, three sums a block.
  MEMORY_DIGEST("memory-digest", VerificationLevel.SAMPLED) {
    @Override
    Places places(Rig rig, int[] used) {
      long[] digests = MemorySeam.digests(EngineSeam.memory(rig.store()));
      return Places.all(Words.OfLongs.all(digests), used);
    }
  },
  /// The complements of the bytes of a linear memory.
  MEMORY_MIRROR("memory-mirror", VerificationLevel.FULL) {
    @Override
    Places places(Rig rig, int[] used) {
      byte[] mirror = MemorySeam.mirror(EngineSeam.memory(rig.store()));
      return Places.all(Words.OfBytes.all(mirror), used);
    }

    @Override
    boolean isUsed(long word) {
      return word != 0xFFFF_FFFFL;
    }
  },
  /// The elements of a table.
  TABLE("table", Guests.MILL) {
    @Override
    Places places(Rig rig, int[] used) {
      return data(EngineSeam.table(rig.store()), used);
    }
  },
  /// The values of globals.
  GLOBALS("globals", Guests.MILL, Guests.GROVE) {
    @Override
    Places places(Rig rig, int[] used) {
      return data(EngineSeam.globals(rig.store()), used);
    }
  },
  /// Structures and arrays.
  HEAP("gc-heap", Guests.GROVE) {
    @Override
    Places places(Rig rig, int[] used) {
      return data(EngineSeam.heap(rig.store()), used);
    }
  },
  /// The slots of the frame that runs.
  FRAME("running-frame", Guests.values()) {
    @Override
    Places places(Rig rig, int[] used) {
      Machine machine = rig.machine();
      return slots(rig, EngineSeam.frameBegin(machine), EngineSeam.frameEnd(machine));
    }
  },
  /// The slots of the frames below, which wait for a call to return.
  SLEEPING_FRAMES("sleeping-frames", Guests.MILL, Guests.GROVE, Guests.COUNTER) {
    @Override
    Places places(Rig rig, int[] used) {
      return slots(rig, 0, EngineSeam.frameBegin(rig.machine()));
    }
  },
  /// The copies of all slots in use.
  FRAME_COPIES("frame-copies", VerificationLevel.STANDARD, Guests.values()) {
    @Override
    Places places(Rig rig, int[] used) {
      Machine machine = rig.machine();
      int copies = EngineSeam.stackCopies(machine);
      Words words = new Words.OfLongs(EngineSeam.stack(machine), copies, SLOTS);
      return new Places(words, 0, EngineSeam.frameEnd(machine), used);
    }
  },
  /// The records of open calls.
  CALLS("call-stack", Guests.values()) {
    @Override
    Places places(Rig rig, int[] used) {
      Machine machine = rig.machine();
      Words words = new Words.OfInts(EngineSeam.calls(machine), 0, SLOTS / 2);
      return new Places(words, 0, EngineSeam.callsEnd(machine), used);
    }
  },
  /// Translated code, which the interpreter executes.
  CODE("code", Guests.MILL, Guests.GROVE, Guests.HELLO, Guests.COUNTER) {
    @Override
    Places places(Rig rig, int[] used) {
      int end = EngineSeam.codeEnd(rig.store());
      return Places.all(new Words.OfInts(EngineSeam.code(rig.store()), 0, end), used);
    }
  },
  /// Where functions begin.
  ENTRIES("code-entries", Guests.MILL, Guests.GROVE, Guests.COUNTER) {
    @Override
    Places places(Rig rig, int[] used) {
      return Places.all(Words.OfInts.all(EngineSeam.entries(rig.store())), used);
    }
  },
  /// The module as it was loaded.
  MODULE("module-bytes", Guests.MILL, Guests.GROVE, Guests.HELLO) {
    @Override
    Places places(Rig rig, int[] used) {
      return Places.all(Words.OfBytes.all(rig.bytes()), used);
    }
  },
  /// The registers of a machine that has stopped.
  CONTROL("control-words", Guests.values()) {
    @Override
    Places places(Rig rig, int[] used) {
      return Places.all(new Words.OfControl(rig.machine()), used);
    }
  };

  /// Slots of the value stack that are looked at; the guests use fewer.
  private static final int SLOTS = 192;

  /// What it is called in tables.
  final String label;

  private final VerificationLevel from;
  private final List<Guests> guests;

  Area(String label, VerificationLevel from, Guests... guests) {
    this.label = label;
    this.from = from;
    this.guests = List.of(guests);
  }

  Area(String label, Guests... guests) {
    this(label, VerificationLevel.OFF, guests);
  }

  Area(String label, VerificationLevel from) {
    this(label, from, Guests.MILL, Guests.HELLO, Guests.COUNTER, Guests.BASKET);
  }

  Area(String label) {
    this(label, VerificationLevel.OFF);
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

  /// Its words as they are now, and where a fault may be put.
  ///
  /// @param used words that are known to be used
  abstract Places places(Rig rig, int[] used);

  /// Whether there is such storage at a level.
  boolean isAt(VerificationLevel level) {
    return level.includes(from);
  }

  /// Whether guests write to it, so that their writes can go wrong.
  boolean isWritten() {
    return this != CODE && this != ENTRIES && this != MODULE;
  }

  /// The guests that have it.
  List<Guests> guests() {
    return guests;
  }

  /// The guest of an injection: every second one is made in the first guest, which uses most.
  ///
  /// @param index its number
  Guests guest(long index) {
    int others = guests.size() - 1;
    boolean first = others == 0 || index % 2 == 0;
    return guests.get(first ? 0 : 1 + (int) (index / 2 % others));
  }

  /// Whether a word shows by its value that it is used.
  boolean isUsed(long word) {
    return word != 0;
  }

  private static Places data(SafeMemory memory, int[] used) {
    return Places.all(Words.OfBytes.all(memory.plain()), used);
  }

  private static Places slots(Rig rig, int from, int to) {
    Words words = new Words.OfLongs(EngineSeam.stack(rig.machine()), 0, SLOTS);
    return new Places(words, from, to, Places.NONE_KNOWN);
  }
}
