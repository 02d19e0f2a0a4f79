package dev.wrt.tests.faults;

/// What can happen to stored words.
///
/// The first five change what is stored at one moment; {@link #STUCK_AT} does so again and again;
/// the last three are writes of the guest that go wrong: what watches over the words has followed
/// the write that was intended.
enum FaultClass {
  /// One bit is flipped.
  SINGLE_BIT("single-bit", Kind.STORED),
  /// Two bits anywhere in the area are flipped.
  DOUBLE_BIT("double-bit", Kind.STORED),
  /// Three bits anywhere in the area are flipped.
  TRIPLE_BIT("triple-bit", Kind.STORED),
  /// Of 2 to 64 bits in a row, the first, the last and any others are flipped.
  BURST("burst", Kind.STORED),
  /// Two words with different values change places.
  WORD_SWAP("word-swap", Kind.STORED),
  /// A bit keeps one value for the rest of the run, whatever is written.
  STUCK_AT("stuck-at", Kind.STUCK),
  /// A word that was written keeps its old value.
  LOST_WRITE("lost-write", Kind.WRITTEN),
  /// A word that was written keeps its old value, and another word gets the new one.
  MISDIRECTED_WRITE("misdirected-write", Kind.WRITTEN),
  /// A word that was written is written to another place as well.
  DUPLICATED_WRITE("duplicated-write", Kind.WRITTEN);

  /// How a class is injected.
  enum Kind {
    /// Between two steps of the guest.
    STORED,
    /// After every window of the guest's fuel.
    STUCK,
    /// When the guest has written a word.
    WRITTEN
  }

  private static final int SWAP_TRIES = 16;
  private static final int BURST_BITS = 64;

  /// What it is called in tables.
  final String label;

  /// How it is injected.
  final Kind kind;

  FaultClass(String label, Kind kind) {
    this.label = label;
    this.kind = kind;
  }

  /// The class of a label.
  static FaultClass of(String label) {
    for (FaultClass fault : values()) {
      if (fault.label.equals(label)) {
        return fault;
      }
    }
    throw new IllegalArgumentException("no class of faults is called " + label);
  }

  /// Changes stored words.
  ///
  /// @param places where; its words have at least two places
  /// @return what was done, or null where nothing can be changed
  Damage damage(Places places, Draw draw) {
    return switch (this) {
      case SINGLE_BIT -> bits(places, draw, 1);
      case DOUBLE_BIT -> bits(places, draw, 2);
      case TRIPLE_BIT -> bits(places, draw, 3);
      case BURST -> burst(places, draw);
      case WORD_SWAP -> swap(places, draw);
      default -> throw new IllegalStateException(this + " is no change of stored words");
    };
  }

  private static Damage bits(Places places, Draw draw, int count) {
    Words words = places.words();
    Damage damage = new Damage();
    int[] at = new int[count];
    int[] bit = new int[count];
    for (int i = 0; i < count; i++) {
      do {
        at[i] = places.draw(draw);
        bit[i] = draw.below(words.bits());
      } while (isTaken(at, bit, i));
      damage.put(words, at[i], words.get(at[i]) ^ 1L << bit[i]);
    }
    return damage;
  }

  private static boolean isTaken(int[] at, int[] bit, int count) {
    for (int i = 0; i < count; i++) {
      if (at[i] == at[count] && bit[i] == bit[count]) {
        return true;
      }
    }
    return false;
  }

  private static Damage burst(Places places, Draw draw) {
    Words words = places.words();
    long total = (long) words.size() * words.bits();
    int length = (int) Math.min(total, 2 + draw.below(BURST_BITS - 1));
    long first = (long) places.draw(draw) * words.bits() + draw.below(words.bits());
    first = Math.min(first, total - length);
    long pattern = draw.next() | 1 | 1L << length - 1;
    Damage damage = new Damage();
    for (int done = 0; done < length; ) {
      int at = (int) ((first + done) / words.bits());
      int from = (int) ((first + done) % words.bits());
      int n = Math.min(words.bits() - from, length - done);
      long mask = n == Long.SIZE ? ~0L : (1L << n) - 1;
      long flips = (pattern >>> done & mask) << from;
      if (flips != 0) {
        damage.put(words, at, words.get(at) ^ flips);
      }
      done += n;
    }
    return damage;
  }

  private static Damage swap(Places places, Draw draw) {
    Words words = places.words();
    for (int i = 0; i < SWAP_TRIES; i++) {
      int a = places.draw(draw);
      int b = places.draw(draw);
      long first = words.get(a);
      long second = words.get(b);
      if (first != second) {
        Damage damage = new Damage();
        damage.put(words, a, second);
        damage.put(words, b, first);
        return damage;
      }
    }
    return null;
  }

  /// Makes a write of the guest go wrong that has been done.
  ///
  /// @param places where the word is
  /// @param at which word was written
  /// @param old what it was before
  /// @return what was done, or null where nothing can be changed
  Damage miswrite(Places places, int at, long old, Draw draw) {
    Words words = places.words();
    long written = words.get(at);
    Damage damage = new Damage();
    if (this != DUPLICATED_WRITE) {
      damage.put(words, at, old);
    }
    if (this != LOST_WRITE) {
      int other = elsewhere(places, at, written, draw);
      if (other < 0) {
        damage.undo(words);
        return null;
      }
      damage.put(words, other, written);
    }
    return damage;
  }

  private static int elsewhere(Places places, int at, long written, Draw draw) {
    for (int i = 0; i < SWAP_TRIES; i++) {
      int other = places.draw(draw);
      if (other != at && places.words().get(other) != written) {
        return other;
      }
    }
    return -1;
  }
}
