package dev.wrt.engine;

/// Where the exceptions of an instance's register code are caught: the side table of {@link
/// CodeArea}. Code that can catch looks like code that can't; the table is read when something is
/// thrown.
///
/// A *handler* is a stretch of code, the body of a `try_table`, with its clauses. Handlers are
/// listed by where they begin, an outer one before those inside of it, so the one that begins last
/// before an instruction either protects it or is followed outwards by the one that does. A clause
/// says which tag it is for, the target of the branch, and the register from which on the values of
/// the label lie.
///
/// The words of targets have addresses below {@link Emitter#NONE}, so that {@link Emitter} binds
/// labels to them as to the words of code.
// [impl->req~engine-exceptions~1]
final class HandlerTable {
  /// No handler, no clause.
  static final int NONE = -1;

  /// In place of a tag: all tags.
  static final int ALL = -1;

  /// The label takes no reference to the exception.
  static final int WITHOUT = 0;

  /// The reference to the exception follows its values.
  static final int BEHIND = 1;

  /// The reference to the exception comes before its values.
  static final int BEFORE = 2;

  /// Address of the word `i` of {@link #clauses} is this minus `i`.
  private static final int FIRST_ADDRESS = -2;

  // A handler: half-open stretch of code; the handler around it; the one that goes on where no
  // clause matches, which is another one for `delegate` only; its first and last clause;
  // the outermost handler around it
  private static final int HANDLER = 7;
  private static final int START = 0;
  private static final int END = 1;
  private static final int PARENT = 2;
  private static final int NEXT = 3;
  private static final int FIRST_CLAUSE = 4;
  private static final int LAST_CLAUSE = 5;
  private static final int OUTERMOST = 6;

  // A clause, and the one of its handler that is tried after it
  private static final int TAG = 0;
  private static final int EXCEPTION = 1;
  private static final int TARGET = 2;
  private static final int REGISTER = 3;
  private static final int FOLLOWING = 4;

  private final IntList handlers;
  private final IntList clauses;
  private int open = NONE;
  private int finishedHandlers;
  private int finishedClauses;
  private int steps;

  HandlerTable(Storage storage) {
    handlers = new IntList(storage);
    clauses = new IntList(storage);
  }

  /// The handlers, as words.
  IntList handlers() {
    return handlers;
  }

  /// The clauses, as words.
  IntList clauses() {
    return clauses;
  }

  /// Whether the budget has refused room.
  boolean refused() {
    return handlers.refused() || clauses.refused();
  }

  /// The handler that is open innermost.
  int open() {
    return open;
  }

  /// Begins a handler at `pc`, inside of the one that is open.
  void begin(int pc) {
    int handler = handlers.size() / HANDLER;
    handlers.add(pc);
    handlers.add(Integer.MAX_VALUE);
    handlers.add(open);
    handlers.add(open);
    handlers.add(NONE);
    handlers.add(NONE);
    boolean nested = open != NONE && !refused();
    handlers.add(nested ? handlers.get(open * HANDLER + OUTERMOST) : handler);
    open = handler;
  }

  /// Adds a clause to a handler, behind those that it has.
  ///
  /// @param tag index of the tag in the module, or {@link #ALL}
  /// @param exception {@link #WITHOUT}, {@link #BEHIND} or {@link #BEFORE}
  /// @param register of the label's first value
  /// @return address of the word of its target, which is {@link Emitter#NONE} now
  int clause(int handler, int tag, int exception, int register) {
    int row = handler * HANDLER;
    int at = clauses.size();
    clauses.add(tag);
    clauses.add(exception);
    clauses.add(Emitter.NONE);
    clauses.add(register);
    clauses.add(NONE);
    if (refused()) {
      return Emitter.NONE;
    }
    int last = handlers.get(row + LAST_CLAUSE);
    if (last == NONE) {
      handlers.set(row + FIRST_CLAUSE, at);
    } else {
      clauses.set(last + FOLLOWING, at);
    }
    handlers.set(row + LAST_CLAUSE, at);
    return FIRST_ADDRESS - (at + TARGET);
  }

  /// Ends the handler that is open innermost, in front of `pc`.
  void end(int pc) {
    if (!refused()) {
      int row = open * HANDLER;
      handlers.set(row + END, pc);
      open = handlers.get(row + PARENT);
    }
  }

  /// Lets what a handler doesn't catch go on with another one that is open around it, or with the
  /// caller's where that is {@link #NONE}.
  void delegate(int handler, int to) {
    if (!refused()) {
      handlers.set(handler * HANDLER + NEXT, to);
    }
  }

  /// The word at an address.
  int word(int address) {
    return clauses.get(FIRST_ADDRESS - address);
  }

  /// Changes the word at an address.
  void patch(int address, int value) {
    clauses.set(FIRST_ADDRESS - address, value);
  }

  /// Keeps the handlers of the function just written.
  void finish() {
    finishedHandlers = handlers.size();
    finishedClauses = clauses.size();
    open = NONE;
  }

  /// Drops the handlers of the function being written, and a refusal.
  void discard() {
    handlers.truncate(finishedHandlers);
    clauses.truncate(finishedClauses);
    handlers.forgive();
    clauses.forgive();
    open = NONE;
  }

  /// The clause that catches an exception at an instruction, or {@link #NONE}.
  ///
  /// @param tag of the exception
  int find(ModuleInst instance, int pc, TagInst tag) {
    int handler = lastFrom(pc);
    steps = 0;
    if (handler == NONE || pc >= handlers.get(outermost(handler) * HANDLER + END)) {
      return NONE;
    }
    while (handler != NONE) {
      steps++;
      int row = handler * HANDLER;
      boolean inside = pc < handlers.get(row + END);
      int clause = inside ? matching(instance, row, tag) : NONE;
      if (clause != NONE) {
        return clause;
      }
      handler = handlers.get(row + (inside ? NEXT : PARENT));
    }
    return NONE;
  }

  /// Handlers and clauses that the last {@link #find} has looked at: all of one function, so that
  /// the number does not depend on what else is translated.
  int steps() {
    return steps;
  }

  private int outermost(int handler) {
    return handlers.get(handler * HANDLER + OUTERMOST);
  }

  /// Where a clause goes on.
  int target(int clause) {
    return clauses.get(clause + TARGET);
  }

  /// The register of the first value that a clause's label takes.
  int register(int clause) {
    return clauses.get(clause + REGISTER);
  }

  /// Whether a clause's label takes the values of the exception.
  boolean withValues(int clause) {
    return clauses.get(clause + TAG) != ALL;
  }

  /// Where a clause's label takes the exception itself: {@link #WITHOUT}, {@link #BEHIND} or {@link
  /// #BEFORE}.
  int exception(int clause) {
    return clauses.get(clause + EXCEPTION);
  }

  private int matching(ModuleInst instance, int row, TagInst tag) {
    int clause = handlers.get(row + FIRST_CLAUSE);
    while (clause != NONE) {
      steps++;
      int wanted = clauses.get(clause + TAG);
      if (wanted == ALL || instance.tag(wanted) == tag) {
        return clause;
      }
      clause = clauses.get(clause + FOLLOWING);
    }
    return NONE;
  }

  /// The handler that begins last at or before `pc`.
  private int lastFrom(int pc) {
    int low = 0;
    int high = handlers.size() / HANDLER;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (handlers.get(middle * HANDLER + START) <= pc) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
