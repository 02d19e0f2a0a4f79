package dev.wrt.bounded;

/// A number that decides where the next access goes, or whether it may: kept as value and inverse.
///
/// Both copies follow each change on their own, so that a flipped bit in either leaves them in
/// disagreement from then on, whatever is added afterwards. Only {@link #set} makes them agree
/// again, for it replaces both.
///
/// What this is not: a correction. Which of the two is wrong can't be known; who asks {@link
/// #intact} and hears no, stops.
// [impl->req~bounded-control-words~1]
public final class ControlWord {
  /// What one takes: header and two words.
  public static final int BYTES = 32;

  private long value;
  private long inverse;

  /// Makes a word.
  ///
  /// @param value its value
  public ControlWord(long value) {
    this.value = value;
    inverse = ~value;
  }

  /// The value, compared or not.
  public long value() {
    return value;
  }

  /// The value according to the second copy.
  public long inverted() {
    return ~inverse;
  }

  /// Whether both copies agree.
  public boolean intact() {
    return value == ~inverse;
  }

  /// Replaces both copies.
  ///
  /// @param next the new value
  public void set(long next) {
    value = next;
    inverse = ~next;
  }

  /// Adds to both copies, without a look at one for the other.
  ///
  /// @param delta what is added, maybe negative
  public void add(long delta) {
    value += delta;
    inverse -= delta;
  }

  /// Flips bits of one copy behind the API: the seam for fault injection.
  ///
  /// @param bits which ones of the value
  public void flip(long bits) {
    value ^= bits;
  }

  /// Flips bits of the other copy behind the API: the seam for fault injection.
  ///
  /// @param bits which ones of the inverse
  public void flipInverse(long bits) {
    inverse ^= bits;
  }
}
