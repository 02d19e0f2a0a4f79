package dev.wrt.engine;

import dev.wrt.memory.GrowingImage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The checksums of a {@link CodeArea}: of the code, where it comes from, where functions begin,
/// and the side tables. They follow when a function is finished; one that is being written is not
/// covered.
// [impl->req~areas-images~1]
final class CodeImages {
  private final Areas areas;
  private final String instance;
  private final boolean full;
  private final IntTable[] tables;
  private final @Nullable GrowingImage[] ofTables;
  private @Nullable GrowingImage entries;

  /// Words that only grow.
  interface IntTable {
    /// They, and more behind them.
    int[] words();

    /// How many there are.
    int size();
  }

  /// Creates checksums of nothing.
  ///
  /// @param instance names the instance in faults
  /// @param full whether its level is `FULL` or above
  /// @param tables code and side tables, in the order of {@link #NAMES}
  CodeImages(Areas areas, String instance, boolean full, IntTable... tables) {
    this.areas = areas;
    this.instance = instance;
    this.full = full;
    this.tables = tables;
    this.ofTables = new GrowingImage[tables.length];
  }

  /// What the tables are called in faults.
  static final String[] NAMES = {"code ", "offsets ", "handlers ", "clauses ", "maps ", "sets "};

  /// Makes room for the checksums of all that is there now.
  ///
  /// @param entryWords where functions begin
  /// @return false if the budget refuses
  boolean reserve(int[] entryWords) {
    GrowingImage ofEntries = entries;
    if (ofEntries == null) {
      ofEntries = areas.images().grow("entries " + instance, full);
      entries = ofEntries;
    }
    if (ofEntries == null || !areas.images().reserve(ofEntries, entryWords.length)) {
      return false;
    }
    if (ofEntries.blocks() == 0) {
      ofEntries.append(entryWords, entryWords.length);
    }
    for (int i = 0; i < tables.length; i++) {
      if (!hasRoom(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasRoom(int i) {
    if (ofTables[i] == null && tables[i].size() > 0) {
      ofTables[i] = areas.images().grow(NAMES[i] + instance, full);
    }
    GrowingImage image = ofTables[i];
    return image == null ? tables[i].size() == 0 : areas.images().reserve(image, tables[i].size());
  }

  /// Follows a function that is finished, and makes it callable. A mismatch of what was there
  /// before is latched.
  ///
  /// @param definedIndex its index among the entries
  /// @param entry where it begins
  void finish(int definedIndex, int entry) {
    GrowingImage ofEntries = entries;
    if (ofEntries != null) {
      areas.latch(Images.fault(ofEntries.replace(definedIndex, entry)));
    }
    for (int i = 0; i < tables.length; i++) {
      GrowingImage image = ofTables[i];
      if (image != null) {
        areas.latch(Images.fault(image.append(tables[i].words(), tables[i].size())));
      }
    }
  }
}
