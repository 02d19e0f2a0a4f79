package dev.wrt.engine;

import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Fuel;
import dev.wrt.decoder.core.Func;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;
import dev.wrt.memory.VerificationLevel;

/// Translates a function's body, which validation has accepted, to register code.
///
/// One pass, one instruction at a time. {@link Registers} knows where operands are, {@link Emitter}
/// writes instructions and labels, {@link ControlStack} holds the open blocks. Each family of
/// instructions has a translator of its own, and all share a {@link Body}; {@link
/// ControlTranslator} does the instructions that branch. Code that can't be reached is skipped.
///
/// Fuel: each instruction adds what its row of the {@link Opcode} table costs to the block it
/// stands in, whatever register code it becomes, so that the total does not depend on this
/// translation.
///
/// What this is not: an optimiser. It sees an instruction and the one before it, nothing more.
final class Translator {
  /// Locals that are zeroed for one unit of fuel when a function is entered.
  private static final int LOCALS_PER_FUEL_LOG2 = 6;

  private final boolean verified;
  private final boolean traced;
  private final Body body;
  private final Emitter emitter;
  private final OperandStack operands;
  private final ControlStack controls;
  private final Registers registers;
  private final NumericTranslator numbers;
  private final WideTranslator wides;
  private final MemoryTranslator memories;
  private final TableTranslator tables;
  private final ReferenceTranslator references;
  private final HeapTranslator heaps;
  private final VectorTranslator vectors;
  private final AtomicTranslator atomics;
  private final ControlTranslator control;
  private int frameSlotsMax;

  /// Creates a translator.
  ///
  /// @param storage pays for what it needs while it works
  /// @param options whether globals are verified, and whether blocks are traced
  Translator(Storage storage, EngineOptions options) {
    this.verified = options.verification().level() != VerificationLevel.OFF;
    this.traced = options.trace();
    this.body = new Body(storage);
    this.emitter = body.emitter;
    this.operands = body.operands;
    this.controls = new ControlStack(storage);
    this.registers = body.registers;
    this.numbers = new NumericTranslator(body);
    this.wides = new WideTranslator(body);
    this.memories = new MemoryTranslator(body);
    this.tables = new TableTranslator(body);
    this.references = new ReferenceTranslator(body, numbers);
    this.heaps = new HeapTranslator(body);
    this.vectors = new VectorTranslator(body);
    this.atomics = new AtomicTranslator(body);
    this.control = new ControlTranslator(body, controls);
  }

  /// Translates a function and makes it callable.
  ///
  /// @param definedIndex index among the functions that the module defines
  /// @return false if the budget refuses, see {@link Storage#refusal}, or if a mismatch was found
  boolean translate(ModuleInst instance, int definedIndex) {
    if (!isIntact(instance, definedIndex)) {
      return false;
    }
    CodeArea area = instance.code();
    int entry = area.end();
    int funcidx = instance.module().importedFuncCount() + definedIndex;
    emitter.begin(area, traced ? funcidx : Emitter.NONE);
    boolean translated = translateBody(instance, definedIndex) && !area.refused();
    if (translated && area.finish(definedIndex, entry)) {
      return true;
    }
    area.discard();
    return false;
  }

  /// Verifies the bytes of a function; a mismatch is latched.
  private static boolean isIntact(ModuleInst instance, int definedIndex) {
    Func func = instance.module().funcs().get(definedIndex);
    Areas areas = instance.store().areas();
    byte[] bytes = instance.module().bytes();
    int length = func.bodyEnd() - func.bodyOffset();
    return areas.latch(areas.images().verify(bytes, func.bodyOffset(), length));
  }

  /// Slots that are enough for the frame of any function translated so far, and for its results.
  int frameSlotsMax() {
    return frameSlotsMax;
  }

  private boolean translateBody(ModuleInst instance, int definedIndex) {
    Func func = instance.module().funcs().get(definedIndex);
    FuncType type = instance.module().funcType(func.typeidx());
    CodeReader reader = instance.reader();
    reader.enter(func);
    emitter.at(func.bodyOffset());
    controls.clear();
    if (!registers.begin(instance, reader, func)
        || !controls.push(ControlStack.FUNC, 0, type, Emitter.NONE)) {
      return false;
    }
    int enter = emitter.emit(Op.ENTER, ValueShape.params(type), 0, 0);
    instance.code().maps().add(enter, registers.collectedParams(), StackMaps.NONE);
    emitter.startBlock();
    emitter.charge(func.localCount() >>> LOCALS_PER_FUEL_LOG2);
    body.begin(instance, reader);
    control.begin();
    body.blockpoint();
    while (!emitter.refused() && reader.next()) {
      emitter.at(reader.offset());
      if (!instruction(instance, reader)) {
        return false;
      }
    }
    emitter.patch(enter + 2, registers.zeroEnd());
    emitter.patch(enter + 3, registers.frameSlots());
    frameSlotsMax = Math.max(frameSlotsMax, registers.frameSlots());
    frameSlotsMax = Math.max(frameSlotsMax, ValueShape.results(type));
    return true;
  }

  private boolean instruction(ModuleInst instance, CodeReader reader) {
    Opcode op = reader.opcode();
    if (control.skips(op)) {
      return true;
    }
    emitter.charge(op.fuel() == Fuel.FREE ? 0 : 1);
    switch (op.rule().family()) {
      case PLAIN -> {
        if (op.rule() == Rule.WIDE) {
          wides.instruction(op, reader);
        } else {
          numbers.instruction(op, reader);
        }
      }
      case MEMORY -> memories.instruction(op, reader);
      case TABLE -> tables.instruction(op, reader);
      case VARIABLE -> variable(op, instance, reader);
      case PARAMETRIC -> {
        if (op == Opcode.DROP) {
          operands.pop();
        } else {
          select();
        }
      }
      case REFERENCE -> references.instruction(op, reader);
      case GC -> heaps.instruction(op, reader);
      case VECTOR -> vectors.instruction(op, reader);
      case ATOMIC -> atomics.instruction(op, reader);
      case CONTROL -> {
        return control.instruction(op);
      }
    }
    return true;
  }

  private void variable(Opcode op, ModuleInst instance, CodeReader reader) {
    switch (op.rule()) {
      case LOCAL_GET -> registers.get(reader.index());
      case LOCAL_SET -> registers.set(reader.index());
      case LOCAL_TEE -> registers.tee(reader.index());
      case GLOBAL_GET -> globalGet(instance.global(reader.index()));
      case GLOBAL_SET -> globalSet(instance.global(reader.index()));
      default -> throw Body.untranslated(op);
    }
  }

  private void select() {
    int condition = operands.pop();
    int otherwise = operands.pop();
    int then = operands.pop();
    int x = registers.of(then);
    int y = registers.of(otherwise);
    int z = registers.of(condition);
    byte shape = (byte) (operands.shape(then) | operands.shape(otherwise));
    int to = operands.pushTemp(shape);
    emitter.emit(Op.SELECT, to, x, y);
    emitter.extend(z);
    if (shape == ValueShape.WIDE) {
      emitter.emit(Op.SELECT, to + 1, x + 1, y + 1);
      emitter.extend(z);
    }
  }

  private void globalGet(GlobalInst global) {
    byte shape = body.shape(global.type().type().code());
    int to = operands.pushTemp(shape);
    emitter.produce(globalOp(Op.GLOBAL_GET), to, place(global.address), 0);
    if (shape == ValueShape.WIDE) {
      emitter.emit(globalOp(Op.GLOBAL_GET), to + 1, place(global.address + 1), 0);
    }
  }

  private void globalSet(GlobalInst global) {
    int h = operands.pop();
    int value = registers.of(h);
    emitter.emit(globalOp(Op.GLOBAL_SET), value, place(global.address), 0);
    if (operands.shape(h) == ValueShape.WIDE) {
      emitter.emit(globalOp(Op.GLOBAL_SET), value + 1, place(global.address + 1), 0);
    }
  }

  /// The op for an access of globals.
  private int globalOp(int plain) {
    return verified ? Op.of(Op.GLOBAL, plain == Op.GLOBAL_GET ? Op.GET : Op.SET) : plain;
  }

  /// How that op names a slot.
  private int place(int address) {
    return verified ? address : Globals.offset(address);
  }
}
