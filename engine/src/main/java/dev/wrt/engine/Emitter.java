package dev.wrt.engine;

/// Writes the register code of one function: instructions, basic blocks with their cost, labels and
/// their fix-ups, and the little rewriting of the instruction just written that the {@link
/// Translator} asks for.
///
/// **Blocks.** Every block begins with a {@link Op#FUEL} that holds its cost, also the block behind
/// a conditional branch; so a branch finds the cost of where it goes at its target, whichever way
/// it goes.
///
/// **Labels.** Target words that wait for a forward label are chained: each holds the index of the
/// one before, the last one {@link #NONE}.
///
/// **The producer** is the last instruction, as long as it is one that has its result in `a` and no
/// label lies behind it. Only it may be changed or taken back.
final class Emitter {
  /// The end of a chain; no instruction.
  static final int NONE = -1;

  /// Which word of a branch holds its target.
  static final int TARGET = 3;

  private CodeArea area;
  private int offset;
  private int traced = NONE;
  private int fuel = NONE;
  private int producer = NONE;

  /// Where the instructions of the block begin.
  private int body = NONE;

  /// Creates an emitter.
  ///
  /// @param area any area; {@link #begin} says where code goes
  Emitter(CodeArea area) {
    this.area = area;
  }

  /// Begins a function.
  ///
  /// @param tracedFunc index of the function where its blocks are to be traced, else {@link #NONE}
  void begin(CodeArea target, int tracedFunc) {
    area = target;
    traced = tracedFunc;
    fuel = NONE;
    producer = NONE;
  }

  /// Says where in the module the following instructions come from.
  void at(int moduleOffset) {
    offset = moduleOffset;
  }

  /// Whether the budget has refused room for code.
  boolean refused() {
    return area.refused();
  }

  /// Where the next instruction will be.
  int end() {
    return area.end();
  }

  /// Appends an instruction without a result in `a`.
  ///
  /// @return where it is
  int emit(int op, int a, int b, int c) {
    producer = NONE;
    return area.append(op, a, b, c, offset);
  }

  /// Appends an instruction whose result goes to register `a`.
  void produce(int op, int a, int b, int c) {
    producer = area.append(op, a, b, c, offset);
  }

  /// Appends the word that follows an instruction of 8 words.
  void extend(int word) {
    extend(word, 0);
  }

  /// Appends the words that follow an instruction of 8 words.
  void extend(int first, int second) {
    extend(first, second, 0);
  }

  /// Appends the words that follow an instruction of 8 words.
  void extend(int first, int second, int third) {
    extend(first, second, third, 0);
  }

  /// Appends the words that follow an instruction of 8 words.
  void extend(int first, int second, int third, int fourth) {
    area.append(first, second, third, fourth, offset);
  }

  /// Appends words for the targets of a {@link Op#BR_TABLE}.
  ///
  /// @return where they begin
  int targets(int count) {
    return area.appendWords(count, offset);
  }

  /// A word written before.
  int word(int at) {
    return area.word(at);
  }

  /// Changes a word written before.
  void patch(int at, int value) {
    area.patch(at, value);
  }

  /// Where the block begins that is being written.
  int block() {
    return fuel;
  }

  /// Begins a block here.
  void startBlock() {
    fuel = emit(Op.FUEL, 0, 0, 0);
    if (traced != NONE) {
      emit(Op.of(Op.COLD, Op.TRACE), 0, traced, offset);
    }
    body = area.end();
  }

  /// Adds to the cost of the block.
  void charge(int units) {
    patch(fuel + 1, Math.addExact(word(fuel + 1), units));
  }

  /// A label here: the block just begun if it is still empty and free, else a new one.
  int label() {
    if (area.end() != body || word(fuel + 1) != 0) {
      startBlock();
    }
    producer = NONE;
    return fuel;
  }

  /// Lets all words of a chain point to here; an empty chain needs no label.
  void bind(int chain) {
    if (chain == NONE) {
      return;
    }
    int here = label();
    for (int at = chain; at != NONE && !refused(); ) {
      int next = word(at);
      patch(at, here);
      at = next;
    }
  }

  /// Appends an unconditional branch.
  ///
  /// @param word target or chain
  /// @return its target word
  int branch(int word) {
    return emit(Op.BR, 0, 0, word) + TARGET;
  }

  /// Appends a branch that is taken if a register is non-zero, or if it is zero; an integer
  /// comparison that has just produced the register becomes part of the branch.
  ///
  /// @return its target word
  int branchIf(int register, boolean nonZero) {
    int at = producer;
    if (!produces(register) || !Comparison.is(word(at))) {
      int kind = nonZero ? Op.I32_NE : Op.I32_EQ;
      return emit(Op.of(Op.BRANCH_IMM, kind), register, 0, NONE) + TARGET;
    }
    int compare = nonZero ? word(at) : Comparison.negate(word(at));
    int shape = compare >>> 8 == Op.BINARY ? Op.BRANCH : Op.BRANCH_IMM;
    int left = word(at + 2);
    int right = word(at + 3);
    area.truncate(at);
    return emit(Op.of(shape, compare & 0xFF), left, right, NONE) + TARGET;
  }

  /// Lets the instruction that has just produced a register put its result into another one.
  ///
  /// @return false if the last instruction has not produced it
  boolean redirect(int register, int to) {
    if (!produces(register)) {
      return false;
    }
    patch(producer + 1, to);
    producer = NONE;
    return true;
  }

  /// Negates the integer comparison that has just produced a register.
  ///
  /// @return false if the last instruction is none
  boolean negate(int register) {
    if (!produces(register) || !Comparison.is(word(producer))) {
      return false;
    }
    patch(producer, Comparison.negate(word(producer)));
    return true;
  }

  private boolean produces(int register) {
    return producer != NONE && !refused() && word(producer + 1) == register;
  }
}
