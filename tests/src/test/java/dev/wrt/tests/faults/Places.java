package dev.wrt.tests.faults;

/// Where in an area a fault may be put: half of the draws are uniform over a range of its words,
/// half over the words that the guest is known to use, because most of a memory is never looked at.
///
/// @param words all words of the area, now
/// @param from the first that may be drawn
/// @param to after the last that may be drawn
/// @param used indices of words that are used; may be empty
record Places(Words words, int from, int to, int[] used) {
  static final int[] NONE_KNOWN = {};

  /// All words.
  ///
  /// @param used indices of words that are used; may be empty
  static Places all(Words words, int[] used) {
    return new Places(words, 0, words.size(), used);
  }

  /// How many words may be drawn.
  int count() {
    return to - from;
  }

  /// A word.
  int draw(Draw draw) {
    if (used.length > 0 && (draw.next() & 1) == 0) {
      int at = used[draw.below(used.length)];
      if (at >= from && at < to) {
        return at;
      }
    }
    return from + draw.below(to - from);
  }
}
