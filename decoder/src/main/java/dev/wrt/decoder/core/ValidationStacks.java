package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Storage;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The value stack and the control stack of the validation algorithm (core specification, appendix
/// "Validation Algorithm"), with its functions by their names.
///
/// A control frame is spread over parallel arrays; the top frame's height and reachability are kept
/// in fields, because each pop asks for them. After a fault the stacks stay consistent, so that the
/// rest of an instruction's rule needs no test.
final class ValidationStacks {
  /// What opened a control frame.
  enum Opener {
    /// A function body or constant expression.
    BODY,
    /// `block`.
    BLOCK,
    /// `loop`.
    LOOP,
    /// `if`.
    IF,
    /// `else`.
    ELSE
  }

  private static final int FIRST_FRAMES = 16;

  /// A frame's opener, type, height and flag.
  private static final int FRAME_BYTES = 24;

  private final ByteReader reader;
  private final CodeReader code;
  private final Storage storage;
  private final int depthMax;
  private final TypeStack vals;

  private Opener[] openers = {};
  private FuncType[] types = {};
  private int[] heights = {};
  private boolean[] unreachables = {};
  private int depth;
  private int height;
  private boolean unreachable;

  ValidationStacks(Context context, ByteReader reader, CodeReader code, Storage scratch) {
    this.reader = reader;
    this.code = code;
    this.storage = scratch;
    this.depthMax = context.limits.blockDepth();
    this.vals = new TypeStack(reader, scratch, "operandHeight", context.limits.operandHeight());
  }

  /// Empties both stacks.
  void clear() {
    vals.clear();
    depth = 0;
  }

  /// Number of control frames.
  int depth() {
    return depth;
  }

  /// Largest height of the value stack since {@link #clear}.
  int heightMax() {
    return vals.highWater();
  }

  void pushVal(int type) {
    vals.push(type);
  }

  /// Pops a value of any type.
  ///
  /// @return the code of its type; `BOT` where unreachable code or a fault leaves none
  int popVal() {
    if (vals.size() > height) {
      return vals.pop();
    }
    if (!unreachable) {
      mismatch("a value", "nothing");
    }
    return ValType.BOT.code();
  }

  void popVal(int expected) {
    int actual = popVal();
    if (actual != expected && actual != ValType.BOT.code()) {
      mismatch(name(expected), name(actual));
    }
  }

  /// Pops a value of a reference type.
  void popRef() {
    int actual = popVal();
    if (!ValType.isRef(actual) && actual != ValType.BOT.code()) {
      mismatch("a reference", name(actual));
    }
  }

  void pushParams(FuncType type) {
    for (int i = 0; i < type.paramCount(); i++) {
      vals.push(type.paramCode(i));
    }
  }

  void popParams(FuncType type) {
    for (int i = type.paramCount() - 1; i >= 0; i--) {
      popVal(type.paramCode(i));
    }
  }

  void pushResults(FuncType type) {
    for (int i = 0; i < type.resultCount(); i++) {
      vals.push(type.resultCode(i));
    }
  }

  void popResults(FuncType type) {
    for (int i = type.resultCount() - 1; i >= 0; i--) {
      popVal(type.resultCode(i));
    }
  }

  /// Opens a frame whose parameters are pushed by the caller where there are any.
  void pushCtrl(Opener opener, FuncType type) {
    if (depth == openers.length && !grow()) {
      return;
    }
    if (depth > 0) {
      unreachables[depth - 1] = unreachable;
    }
    openers[depth] = opener;
    types[depth] = type;
    heights[depth] = vals.size();
    depth++;
    height = vals.size();
    unreachable = false;
  }

  /// Closes the top frame: its results, and nothing else, are popped.
  ///
  /// @return its type
  FuncType popCtrl() {
    FuncType type = types[depth - 1];
    popResults(type);
    if (vals.size() != height) {
      mismatch("the end of the block", name(popVal()));
      vals.truncate(height);
    }
    depth--;
    if (depth > 0) {
      height = heights[depth - 1];
      unreachable = unreachables[depth - 1];
    }
    return type;
  }

  /// What opened the top frame.
  Opener opener() {
    return openers[depth - 1];
  }

  /// Whether a label leads to a frame; if not, the reader has failed.
  boolean labelExists(int label) {
    if (label < 0 || label >= depth) {
      reader.invalid(DecoderCode.UNKNOWN_LABEL, code.offset(), Integer.toUnsignedString(label));
      return false;
    }
    return true;
  }

  /// Number of values that a branch to a label takes along.
  int labelArity(int label) {
    FuncType type = types[depth - 1 - label];
    return isLoop(label) ? type.paramCount() : type.resultCount();
  }

  void pushLabelTypes(int label) {
    FuncType type = types[depth - 1 - label];
    if (isLoop(label)) {
      pushParams(type);
    } else {
      pushResults(type);
    }
  }

  void popLabelTypes(int label) {
    FuncType type = types[depth - 1 - label];
    if (isLoop(label)) {
      popParams(type);
    } else {
      popResults(type);
    }
  }

  /// Checks the top values against a label's types and leaves them.
  void checkLabelTypes(int label) {
    FuncType type = types[depth - 1 - label];
    int arity = labelArity(label);
    for (int i = 0; i < arity; i++) {
      int expected = isLoop(label) ? type.paramCode(i) : type.resultCode(i);
      int at = vals.size() - arity + i;
      int actual = at >= height ? vals.get(at) : ValType.BOT.code();
      boolean absent = at < height && !unreachable;
      if (absent || (actual != expected && actual != ValType.BOT.code())) {
        mismatch(name(expected), absent ? "nothing" : name(actual));
      }
    }
  }

  /// Marks the rest of the top frame as unreachable.
  void unreachable() {
    vals.truncate(height);
    unreachable = true;
  }

  /// Fails because of a type.
  void mismatch(String expected, String actual) {
    String subject = code.opcode() + ": " + expected + " expected, found " + actual;
    reader.invalid(DecoderCode.TYPE_MISMATCH, code.offset(), subject);
  }

  private boolean isLoop(int label) {
    return openers[depth - 1 - label] == Opener.LOOP;
  }

  private static String name(int type) {
    @Nullable ValType known = ValType.of(type);
    return known == null ? "an unknown type" : known.toString();
  }

  private boolean grow() {
    if (!reader.within("blockDepth", depth + 1L, depthMax)) {
      return false;
    }
    int capacity = Math.min(depthMax, Math.max(FIRST_FRAMES, 2 * depth));
    long bytes = (long) capacity * FRAME_BYTES;
    if (!storage.offer(bytes)) {
      reader.fail(storage.refusal(bytes));
      return false;
    }
    Opener[] widerOpeners = new Opener[capacity];
    System.arraycopy(openers, 0, widerOpeners, 0, depth);
    openers = widerOpeners;
    FuncType[] widerTypes = new FuncType[capacity];
    System.arraycopy(types, 0, widerTypes, 0, depth);
    types = widerTypes;
    heights = Arrays.copyOf(heights, capacity);
    unreachables = Arrays.copyOf(unreachables, capacity);
    return true;
  }
}
