package dev.wrt.engine;

import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The register code of a module instance: what the {@link Translator} has made of its functions so
/// far, one behind the other, each translated when it is first called.
///
/// Code that belongs to a finished function never changes; only the part behind {@link #finished}
/// is written. The array may be replaced by a longer one, so that readers fetch it again after a
/// translation. A refused reservation is sticky: from then on nothing is written, until {@link
/// #discard}.
///
/// The first instruction is a {@link Op#RETURN}, to which a function of the host that was entered
/// directly returns; so 0 is never the entry of a function.
final class CodeArea {
  /// Code for machines that are in no instance: just a {@link Op#RETURN}.
  static final int[] RETURN_ONLY = {Op.RETURN, 0, 0, 0};

  private static final int FIRST_WORDS = 1 << 10;

  /// An instruction's four words and its offset in the module.
  private static final int BYTES_PER_WORD = 5;

  private final Storage storage;
  private final int[] entries;
  private final HandlerTable handlers;
  private final StackMaps maps;
  private @Nullable CodeImages images;
  private int[] code = RETURN_ONLY;
  private int[] offsets = {0};
  private int end = Op.WORDS;
  private int finished = Op.WORDS;
  private boolean refused;

  /// Creates an area without code.
  ///
  /// @param storage pays for the code
  /// @param entries for each function that the module defines a 0; the caller has reserved it
  CodeArea(Storage storage, int[] entries) {
    this.storage = storage;
    this.entries = entries;
    this.handlers = new HandlerTable(storage);
    this.maps = new StackMaps(storage);
  }

  /// Keeps checksums of what is finished from now on; nothing is, yet.
  ///
  /// @param areas where they are verified
  /// @param instance names the instance in faults
  /// @param full whether its level is `FULL` or above
  void cover(Areas areas, String instance, boolean full) {
    images =
        new CodeImages(
            areas,
            instance,
            full,
            new Code(),
            new Offsets(),
            handlers.handlers(),
            handlers.clauses(),
            maps.rows(),
            maps.stretches());
  }

  /// The code as a table.
  private final class Code implements CodeImages.IntTable {
    @Override
    public int[] words() {
      return code;
    }

    @Override
    public int size() {
      return end;
    }
  }

  /// Where it comes from, as a table.
  private final class Offsets implements CodeImages.IntTable {
    @Override
    public int[] words() {
      return offsets;
    }

    @Override
    public int size() {
      return end / Op.WORDS;
    }
  }

  /// The code.
  int[] code() {
    return code;
  }

  /// Where the functions that the module defines begin; 0 for those not translated yet.
  int[] entries() {
    return entries;
  }

  /// Where the instructions come from, in the order of the code.
  int[] offsets() {
    return offsets;
  }

  /// Where exceptions are caught.
  HandlerTable handlers() {
    return handlers;
  }

  /// Where references are held that are collected.
  StackMaps maps() {
    return maps;
  }

  /// Where the next instruction will be.
  int end() {
    return end;
  }

  /// Whether nothing more is written, because a reservation was refused.
  boolean refused() {
    return refused || handlers.refused() || maps.refused();
  }

  /// Appends an instruction.
  ///
  /// @param offset where in the module it comes from
  /// @return where it is
  int append(int op, int a, int b, int c, int offset) {
    int pc = end;
    if (!hasRoom(Op.WORDS)) {
      return pc;
    }
    code[pc] = op;
    code[pc + 1] = a;
    code[pc + 2] = b;
    code[pc + 3] = c;
    offsets[pc / Op.WORDS] = offset;
    end = pc + Op.WORDS;
    return pc;
  }

  /// Appends at least `count` words of zeros, as many as make whole instructions.
  ///
  /// @return where they begin
  int appendWords(int count, int offset) {
    int at = end;
    long words = (count + (Op.WORDS - 1L)) / Op.WORDS * Op.WORDS;
    if (words > Integer.MAX_VALUE / 2 || !hasRoom((int) words)) {
      return at;
    }
    end = at + (int) words;
    Arrays.fill(code, at, end, 0);
    Arrays.fill(offsets, at / Op.WORDS, end / Op.WORDS, offset);
    return at;
  }

  /// A word of the function being written, or one of its handlers'; 0 after a refusal.
  int word(int at) {
    if (refused) {
      return 0;
    }
    return at < 0 ? handlers.word(at) : code[at];
  }

  /// Changes a word of the function being written.
  void patch(int at, int value) {
    if (!refused && at >= 0) {
      code[at] = value;
    } else if (!refused) {
      handlers.patch(at, value);
    }
  }

  /// Takes back what was appended from `pc` on.
  void truncate(int pc) {
    end = Math.min(end, pc);
  }

  /// Makes the function just written callable.
  ///
  /// @return false if the budget refuses room for its checksums
  boolean finish(int definedIndex, int entry) {
    CodeImages covering = images;
    if (covering != null && !covering.reserve(entries)) {
      return false;
    }
    finished = end;
    handlers.finish();
    maps.finish();
    if (covering == null) {
      entries[definedIndex] = entry;
    } else {
      covering.finish(definedIndex, entry);
    }
    return true;
  }

  /// Drops the function being written, and the refusal that stopped it.
  void discard() {
    end = finished;
    handlers.discard();
    maps.discard();
    refused = false;
  }

  /// Where in the module the instruction at `pc` comes from.
  int offset(int pc) {
    return offsets[pc / Op.WORDS];
  }

  /// Which of the functions that the module defines contains `pc`: the one that begins last before
  /// it, or -1.
  int functionAt(int pc) {
    int best = -1;
    for (int i = 0; i < entries.length; i++) {
      if (entries[i] != 0 && entries[i] <= pc && (best < 0 || entries[i] > entries[best])) {
        best = i;
      }
    }
    return best;
  }

  private boolean hasRoom(int words) {
    if (refused) {
      return false;
    }
    return words <= code.length - end || grow(words);
  }

  private boolean grow(int words) {
    long wanted = Math.max(FIRST_WORDS, Math.max(2L * code.length, (long) end + words));
    long capacity = Math.min(wanted, 1 << 30);
    long before = code == RETURN_ONLY ? 0 : (long) code.length * BYTES_PER_WORD;
    if (end + (long) words > capacity || !storage.offer(capacity * BYTES_PER_WORD)) {
      refused = true;
      return false;
    }
    code = Arrays.copyOf(code, (int) capacity);
    offsets = Arrays.copyOf(offsets, (int) capacity / Op.WORDS);
    storage.release(before);
    return true;
  }
}
