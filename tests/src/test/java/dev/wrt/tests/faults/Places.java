package dev.wrt.tests.faults;

/// Where in an area a fault may be put: half of the draws are uniform over all words, half over the
/// words that the guest is known to use, because most of a memory is never looked at.
///
/// @param words all words of the area, now
/// @param used indices of words that are used; may be empty
record Places(Words words, int[] used) {
  static final int[] NONE_KNOWN = {};

  /// A word.
  int draw(Draw draw) {
    if (used.length > 0 && (draw.next() & 1) == 0) {
      int at = used[draw.below(used.length)];
      if (at < words.size()) {
        return at;
      }
    }
    return draw.below(words.size());
  }
}
