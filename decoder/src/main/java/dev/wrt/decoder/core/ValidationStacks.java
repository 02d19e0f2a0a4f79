package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Storage;
import java.util.Arrays;

/// The value stack and the control stack of the validation algorithm (core specification, appendix
/// "Validation Algorithm"), with its functions by their names, and the initialization of locals.
///
/// A control frame is spread over parallel arrays; the top frame's height and reachability are kept
/// in fields, because each pop asks for them. After a fault the stacks stay consistent, so that the
/// rest of an instruction's rule needs no test.
final class ValidationStacks {
  /// What opened a control frame.
  enum Opener {
    /// A function body or constant expression.
    BODY,
    /// `block` and `try_table`.
    BLOCK,
    /// `loop`.
    LOOP,
    /// `if`.
    IF,
    /// `else`.
    ELSE,
    /// `try`.
    TRY,
    /// `catch`.
    CATCH,
    /// `catch_all`.
    CATCH_ALL
  }

  private static final int FIRST_FRAMES = 16;

  /// A frame's opener, type, height, mark and flag.
  private static final int FRAME_BYTES = 28;

  /// Types of left-over values that a fault names.
  private static final int REST_MAX = 8;

  private static final int UNKNOWN_REF = ValType.ref(false, HeapType.BOT);

  private final ByteReader reader;
  private final CodeReader code;
  private final Storage storage;
  private final int depthMax;
  private final TypeStack vals;
  private final LocalInits inits;
  private final TypeMatching matching;

  private Opener[] openers = {};
  private FuncType[] types = {};
  private int[] heights = {};
  private int[] marks = {};
  private boolean[] unreachables = {};
  private int depth;
  private int catchDepth;
  private int catchDepthMax;
  private int height;
  private boolean unreachable;

  ValidationStacks(Context context, ByteReader reader, CodeReader code, Storage scratch) {
    this.reader = reader;
    this.code = code;
    this.storage = scratch;
    this.depthMax = context.limits.blockDepth();
    this.vals = new TypeStack(reader, scratch, "operandHeight", context.limits.operandHeight());
    this.inits = new LocalInits(reader, code, scratch, context.limits.locals());
    this.matching = new TypeMatching(context.types);
  }

  /// Which locals are set.
  LocalInits inits() {
    return inits;
  }

  /// Empties both stacks.
  void clear() {
    vals.clear();
    depth = 0;
    catchDepth = 0;
    catchDepthMax = 0;
  }

  /// Number of control frames.
  int depth() {
    return depth;
  }

  /// Largest height of the value stack since {@link #clear}, with room for the exception of each
  /// `catch` that is open, which `rethrow` needs.
  int heightMax() {
    return vals.highWater() + catchDepthMax;
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
      mismatch("a value", "");
    }
    return ValType.BOT.code();
  }

  void popVal(int expected) {
    if (vals.size() > height) {
      int actual = vals.pop();
      if (actual != expected && !matching.val(actual, expected)) {
        mismatch(ValType.text(expected), ValType.text(actual));
      }
    } else if (!unreachable) {
      mismatch(ValType.text(expected), "");
    }
  }

  /// Pops a value of a reference type.
  ///
  /// @return its code; `(ref bot)` where unreachable code or a fault leaves none
  int popRef() {
    int actual = popVal();
    if (ValType.isRef(actual)) {
      return actual;
    }
    if (actual != ValType.BOT.code()) {
      mismatch("a reference", ValType.text(actual));
    }
    return UNKNOWN_REF;
  }

  /// Whether the rest of the top frame is unreachable and has no operand on the stack, so that it
  /// has any.
  boolean anyOperands() {
    return unreachable && vals.size() == height;
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
    marks[depth] = inits.mark();
    if (catches(opener)) {
      catchDepth++;
      catchDepthMax = Math.max(catchDepthMax, catchDepth);
    }
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
      leftOver();
    }
    depth--;
    if (catches(openers[depth])) {
      catchDepth--;
    }
    inits.reset(marks[depth]);
    if (depth > 0) {
      height = heights[depth - 1];
      unreachable = unreachables[depth - 1];
    }
    return type;
  }

  private static boolean catches(Opener opener) {
    return opener == Opener.CATCH || opener == Opener.CATCH_ALL;
  }

  /// Fails because a block leaves more than its results.
  private void leftOver() {
    StringBuilder rest = new StringBuilder();
    int from = Math.max(height, vals.size() - REST_MAX);
    for (int i = from; i < vals.size(); i++) {
      rest.append(i == from ? "" : " ").append(ValType.text(vals.get(i)));
    }
    String results = types[depth - 1].resultsText();
    reader.invalid(
        DecoderCode.TYPE_MISMATCH,
        code.offset(),
        "block requires " + results + " but stack has [" + rest + "] besides");
    vals.truncate(height);
  }

  /// What opened the top frame.
  Opener opener() {
    return openers[depth - 1];
  }

  /// What opened the frame of a label.
  Opener opener(int label) {
    return openers[depth - 1 - label];
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

  /// Code of the type of a value that a branch to a label takes along.
  int labelType(int label, int i) {
    FuncType type = types[depth - 1 - label];
    return isLoop(label) ? type.paramCode(i) : type.resultCode(i);
  }

  void pushLabelTypes(int label) {
    pushLabelTypes(label, 0);
  }

  /// Pushes a label's types without the last few.
  void pushLabelTypes(int label, int without) {
    int count = labelArity(label) - without;
    for (int i = 0; i < count; i++) {
      vals.push(labelType(label, i));
    }
  }

  void popLabelTypes(int label) {
    popLabelTypes(label, 0);
  }

  /// Pops a label's types without the last few.
  void popLabelTypes(int label, int without) {
    for (int i = labelArity(label) - 1 - without; i >= 0; i--) {
      popVal(labelType(label, i));
    }
  }

  /// Checks the top values against a label's types and leaves them.
  void checkLabelTypes(int label) {
    int arity = labelArity(label);
    for (int i = 0; i < arity; i++) {
      int expected = labelType(label, i);
      int at = vals.size() - arity + i;
      if (at >= height) {
        int actual = vals.get(at);
        if (actual != expected && !matching.val(actual, expected)) {
          mismatch(ValType.text(expected), ValType.text(actual));
        }
      } else if (!unreachable) {
        mismatch(ValType.text(expected), "");
      }
    }
  }

  /// Whether a callee's results are results of the function; if not, the reader has failed.
  boolean returns(FuncType callee) {
    FuncType own = types[0];
    boolean matches = callee.resultCount() == own.resultCount();
    for (int i = 0; i < own.resultCount() && matches; i++) {
      matches = matching.val(callee.resultCode(i), own.resultCode(i));
    }
    if (!matches) {
      mismatch("a callee of results " + own.resultsText(), callee.resultsText());
    }
    return matches;
  }

  /// Marks the rest of the top frame as unreachable.
  void unreachable() {
    vals.truncate(height);
    unreachable = true;
  }

  /// Fails because of a type.
  ///
  /// @param required what the instruction wants
  /// @param actual what it finds, empty for nothing
  void mismatch(String required, String actual) {
    String subject = "instruction requires [" + required + "] but stack has [" + actual + "]";
    reader.invalid(DecoderCode.TYPE_MISMATCH, code.offset(), subject + " (" + code.opcode() + ")");
  }

  private boolean isLoop(int label) {
    return openers[depth - 1 - label] == Opener.LOOP;
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
    marks = Arrays.copyOf(marks, capacity);
    unreachables = Arrays.copyOf(unreachables, capacity);
    return true;
  }
}
