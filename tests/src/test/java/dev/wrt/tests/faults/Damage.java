package dev.wrt.tests.faults;

import java.util.ArrayList;
import java.util.List;

/// What an injection has changed: words, and their values before and after.
final class Damage {
  /// One word.
  ///
  /// @param word which
  /// @param before what it was
  /// @param after what it is
  record Change(int word, long before, long after) {}

  private final List<Change> changes = new ArrayList<>(3);
  private Words stuckWords;
  private int stuckWord;
  private long stuckBit;
  private boolean stuckAtOne;

  /// Writes a word.
  void put(Words words, int word, long value) {
    changes.add(new Change(word, words.get(word), value));
    words.set(word, value);
  }

  /// Takes everything back.
  void undo(Words words) {
    for (Change change : changes.reversed()) {
      words.set(change.word, change.before);
    }
  }

  /// Sets a bit that does not change any more.
  ///
  /// @param bit the bit as a mask
  /// @param one whether it is 1 from now on
  void stick(Words words, int word, long bit, boolean one) {
    long before = words.get(word);
    put(words, word, one ? before | bit : before & ~bit);
    stuckWords = words;
    stuckWord = word;
    stuckBit = bit;
    stuckAtOne = one;
  }

  /// Sets the bit again.
  void stickAgain() {
    long value = stuckWords.get(stuckWord);
    stuckWords.set(stuckWord, stuckAtOne ? value | stuckBit : value & ~stuckBit);
  }

  /// The words that were changed, in this order.
  List<Change> changes() {
    return changes;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Change change : changes) {
      text.append(text.isEmpty() ? "" : "; ")
          .append("word ")
          .append(change.word)
          .append(": ")
          .append(Long.toHexString(change.before))
          .append(" -> ")
          .append(Long.toHexString(change.after));
    }
    return text.toString();
  }
}
