package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.VerificationLevel;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The function being translated, as all parts of the {@link Translator} share it: where its code
/// is read from, where the register code goes, and where operands are.
final class Body {
  final Emitter emitter;
  final OperandStack operands;
  final Registers registers;

  private @Nullable ModuleInst instance;
  private @Nullable CodeReader reader;

  Body(Storage storage) {
    emitter = new Emitter(new CodeArea(storage, new int[0]));
    operands = new OperandStack(storage);
    registers = new Registers(storage, emitter, operands);
  }

  /// Begins a function.
  ///
  /// @param from which has entered the function
  void begin(ModuleInst of, CodeReader from) {
    instance = of;
    reader = from;
  }

  /// The instance whose function it is.
  ModuleInst instance() {
    ModuleInst begun = instance;
    if (begun == null) {
      throw new Invariant.Violation("a function has been begun");
    }
    return begun;
  }

  /// Whether accesses of memory 0 go through digests.
  boolean verified() {
    SafeMemory memory = instance().memory();
    return memory != null && memory.verification().level() != VerificationLevel.OFF;
  }

  /// The reader, at the instruction that is translated.
  CodeReader reader() {
    CodeReader entered = reader;
    if (entered == null) {
      throw new Invariant.Violation("a function has been begun");
    }
    return entered;
  }

  /// The shape of the values of a type.
  ///
  /// @param code of a {@link dev.wrt.decoder.core.ValType}
  byte shape(int code) {
    return ValueShape.of(instance().module(), code);
  }

  /// Pushes a temp for a value of a type.
  ///
  /// @param code of a {@link dev.wrt.decoder.core.ValType}
  /// @return its first register
  int push(int code) {
    return operands.pushTemp(shape(code));
  }

  /// Pushes temps for the parameters of a type.
  void pushParams(FuncType type) {
    for (int i = 0; i < type.paramCount(); i++) {
      push(type.paramCode(i));
    }
  }

  /// Pushes temps for the results of a type.
  void pushResults(FuncType type) {
    for (int i = 0; i < type.resultCount(); i++) {
      push(type.resultCode(i));
    }
  }

  /// Pops an operand.
  ///
  /// @return the first register that holds it
  int pop() {
    return registers.of(operands.pop());
  }

  /// Moves the topmost `count` operands to their own registers, pops them, and says where they
  /// begin.
  int popSettled(int count) {
    registers.settleTop(count);
    operands.dropTo(operands.height() - count);
    return operands.temp(operands.height());
  }

  /// The same for an instruction at which the machine may stop or the collector may run: the stack
  /// map of the instruction that is emitted next has the operands.
  int popAtSafepoint(int count) {
    registers.settleTop(count);
    safepoint();
    return popSettled(count);
  }

  /// Writes the stack map of the instruction that is emitted next.
  void safepoint() {
    map(emitter.end());
  }

  /// Writes the stack map of the call that was emitted last, whose arguments were popped and whose
  /// results are not yet pushed.
  void callpoint() {
    map(emitter.end() - Op.WORDS);
  }

  /// Writes the stack map of the block that was begun last, at which the machine may stop.
  void blockpoint() {
    map(emitter.block());
  }

  /// Writes the stack map of the block that was begun last, in which the results of the function
  /// lie where a return finds them.
  void returnpoint(FuncType type) {
    StackMaps maps = instance().code().maps();
    int set = StackMaps.NONE;
    int register = 0;
    for (int i = 0; i < type.resultCount(); i++) {
      byte shape = shape(type.resultCode(i));
      set = shape == ValueShape.REF ? maps.with(register, set) : set;
      register += ValueShape.slots(shape);
    }
    maps.add(emitter.block(), StackMaps.NONE, set);
  }

  private void map(int pc) {
    StackMaps maps = instance().code().maps();
    maps.add(pc, registers.collectedLocals(), operands.collected(maps));
  }

  /// An instruction of {@link ColdOps} whose operands must be in the registers of their heights.
  void cold(Opcode op, int kind, int b, int c) {
    int at = popAtSafepoint(op.operandCount());
    emitter.emit(Op.of(Op.COLD, kind), at, b, c);
    for (int i = 0; i < op.resultCount(); i++) {
      push(resultType(op.result(i)));
    }
  }

  private int resultType(int code) {
    return code == Opcode.ELEM ? instance().table(reader().index()).type().elem().code() : code;
  }

  /// Why there is no translation of an instruction.
  static Invariant.Violation untranslated(Opcode op) {
    return new Invariant.Violation("each row of the opcode table has a translation: " + op);
  }
}
