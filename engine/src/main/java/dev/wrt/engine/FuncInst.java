package dev.wrt.engine;

import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.FuncType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A function of a {@link Store} (`funcinst`): one that a module instance defines, or one of the
/// host.
public final class FuncInst implements ExternVal {
  /// Estimate of what one takes: the object and its place in the store's list.
  static final int BYTES = 64;

  final int address;
  final int typeId;
  final int funcidx;
  final @Nullable ModuleInst instance;
  final int paramSlots;
  final int resultSlots;
  private final FuncType type;
  private final @Nullable Object tag;

  private FuncInst(
      int address,
      int typeId,
      FuncType type,
      @Nullable ModuleInst instance,
      int funcidx,
      @Nullable Object tag) {
    this.address = address;
    this.typeId = typeId;
    this.type = type;
    this.instance = instance;
    this.funcidx = funcidx;
    this.tag = tag;
    this.paramSlots = ValueShape.params(type);
    this.resultSlots = ValueShape.results(type);
  }

  static FuncInst guest(int address, int typeId, ModuleInst instance, int funcidx) {
    FuncType type = instance.module().funcTypeOf(funcidx);
    return new FuncInst(address, typeId, type, instance, funcidx, null);
  }

  static FuncInst host(int address, int typeId, FuncType type, Object tag) {
    return new FuncInst(address, typeId, type, null, -1, tag);
  }

  /// Its type.
  public FuncType type() {
    return type;
  }

  /// What the host has attached to its function; null for a function of a module.
  public @Nullable Object tag() {
    return tag;
  }

  /// The instance that defines it; null for a function of the host.
  public @Nullable ModuleInst instance() {
    return instance;
  }

  /// Whether the host implements it.
  public boolean isHost() {
    return instance == null;
  }

  /// The reference to it as a value: its address in the store plus one.
  public long ref() {
    return address + 1L;
  }

  @Override
  public ExternType externType() {
    return new ExternType.Func(type);
  }
}
