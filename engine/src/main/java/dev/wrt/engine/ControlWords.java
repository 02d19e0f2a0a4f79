package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The registers of a machine at rest, kept with their complements: between two calls of its
/// methods nothing may change them. While it runs they are local variables of the {@link
/// Interpreter}, out of reach.
///
/// Two registers of 32 bits make a word. At `REDUNDANT` a third copy of each word decides which of
/// two is wrong, and that one is put right. Elsewhere, or where all three differ, the machine is
/// *lost*: it can't even be said where its activations are, so it executes nothing more, whatever
/// is asked of it, and answers with the fault.
///
/// The methods of {@link Machine} begin with {@link #intact} and end with {@link #keep}. Sealing
/// and comparing are straight code, as both are done for each call of a component.
// [impl->req~integrity-control-words~1]
final class ControlWords {
  private static final int COUNT = 9;

  /// Bytes of the registers that are kept.
  static final long BYTES = (long) COUNT * Long.BYTES;

  private static final Status[] STATUS = Status.values();

  private final FrameGuard guard;
  private final long[] kept;
  private @Nullable Fault lost;

  ControlWords(FrameGuard guard) {
    this.guard = guard;
    this.kept = new long[COUNT * (guard.copies - 1)];
  }

  /// Bytes of what is kept.
  static long bytes(int copies) {
    return BYTES * (copies - 1);
  }

  /// Keeps the registers as they are now, as the machine rests.
  void keep(State s) {
    if (kept.length == 0 || lost != null) {
      return;
    }
    kept[0] = ~(pair(s.pc, s.fp));
    kept[1] = ~(pair(s.csp, s.boundary));
    kept[2] = ~(pair(s.hostBase, s.entered));
    kept[3] = ~(pair(instance(s), callee(s)));
    kept[4] = ~(pair(state(s), s.depth));
    kept[5] = ~s.fuel;
    kept[6] = ~s.fuelGiven;
    kept[7] = ~s.traceHash;
    kept[8] = ~s.thrown;
    if (kept.length > COUNT) {
      for (int i = 0; i < COUNT; i++) {
        kept[COUNT + i] = ~kept[i];
      }
    }
  }

  /// Whether the registers are those that were kept, or could be put right.
  boolean intact(State s) {
    return kept.length == 0 || lost == null && (agree(s) || repaired(s));
  }

  /// Why the machine executes nothing more, or null.
  @Nullable Fault lost() {
    return lost;
  }

  /// Lets the machine execute nothing more.
  void lose(Fault why) {
    if (lost == null) {
      lost = why;
    }
  }

  private boolean agree(State s) {
    long equal = pair(s.pc, s.fp) ^ kept[0];
    equal &= pair(s.csp, s.boundary) ^ kept[1];
    equal &= pair(s.hostBase, s.entered) ^ kept[2];
    equal &= pair(instance(s), callee(s)) ^ kept[3];
    equal &= pair(state(s), s.depth) ^ kept[4];
    equal &= s.fuel ^ kept[5];
    equal &= s.fuelGiven ^ kept[6];
    equal &= s.traceHash ^ kept[7];
    equal &= s.thrown ^ kept[8];
    return equal == -1L;
  }

  // [impl->req~integrity-frames-repair~1]
  private boolean repaired(State s) {
    for (int i = 0; i < COUNT && lost == null; i++) {
      long value = word(s, i);
      long copy = ~kept[i];
      if (value != copy) {
        long third = guard.copies == 3 ? kept[COUNT + i] : 0;
        if (guard.settled(guard.words, i, value, copy, third)) {
          restore(s, i, third);
        } else {
          lost = guard.fault();
        }
      }
    }
    keep(s);
    return lost == null;
  }

  private static long word(State s, int i) {
    return switch (i) {
      case 0 -> pair(s.pc, s.fp);
      case 1 -> pair(s.csp, s.boundary);
      case 2 -> pair(s.hostBase, s.entered);
      case 3 -> pair(instance(s), callee(s));
      case 4 -> pair(state(s), s.depth);
      case 5 -> s.fuel;
      case 6 -> s.fuelGiven;
      case 7 -> s.traceHash;
      default -> s.thrown;
    };
  }

  private static void restore(State s, int i, long word) {
    int high = (int) (word >>> Integer.SIZE);
    int low = (int) word;
    switch (i) {
      case 0 -> {
        s.pc = high;
        s.fp = low;
      }
      case 1 -> {
        s.csp = high;
        s.boundary = low;
      }
      case 2 -> {
        s.hostBase = high;
        s.entered = low;
      }
      case 3 -> {
        s.switchTo(high == State.NONE ? null : s.store.instance(high));
        s.callee = low == State.NONE ? null : s.store.func(low + 1L);
      }
      case 4 -> {
        s.status = high >>> 1 == STATUS.length ? null : STATUS[high >>> 1];
        s.replied = (high & 1) != 0;
        s.depth = low;
      }
      case 5 -> s.fuel = word;
      case 6 -> s.fuelGiven = word;
      case 7 -> s.traceHash = word;
      default -> s.thrown = word;
    }
  }

  /// Status and {@link State#replied} in one number.
  private static int state(State s) {
    Status status = s.status;
    return (status == null ? STATUS.length : status.ordinal()) << 1 | (s.replied ? 1 : 0);
  }

  private static int instance(State s) {
    ModuleInst instance = s.instance;
    return instance == null ? State.NONE : instance.index();
  }

  private static int callee(State s) {
    FuncInst callee = s.callee;
    return callee == null ? State.NONE : callee.address;
  }

  private static long pair(int high, int low) {
    return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
  }
}
