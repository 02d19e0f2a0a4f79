package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.GlobalType;

/// A global of a {@link Store} (`globalinst`). Its value lies in the store's array of globals.
public final class GlobalInst implements ExternVal {
  /// Estimate of what one takes: the object, its place in the store's list, and its value.
  static final int BYTES = 40;

  /// The first slot of its value among the {@link Globals}.
  final int address;

  /// Store code of the type of its value.
  final int typeCode;

  private final Globals globals;
  private final GlobalType type;

  GlobalInst(Globals globals, GlobalType type, int typeCode, int address) {
    this.globals = globals;
    this.type = type;
    this.address = address;
    this.typeCode = typeCode;
  }

  /// Its type.
  public GlobalType type() {
    return type;
  }

  /// Its value; of a `v128` the low half.
  public long get() {
    return globals.get(address);
  }

  /// The high half of its value, which is a `v128`.
  public long getHigh() {
    Invariant.check(type.type().isVec(), "a vector has two halves");
    return globals.get(address + 1);
  }

  /// Sets its value, whether the guest may set it or not; of a `v128` the low half.
  ///
  /// @param value in the representation of the type
  public void set(long value) {
    globals.set(address, value);
  }

  /// Sets the high half of its value, which is a `v128`.
  public void setHigh(long value) {
    Invariant.check(type.type().isVec(), "a vector has two halves");
    globals.set(address + 1, value);
  }

  @Override
  public ExternType externType() {
    return new ExternType.Global(type);
  }
}
