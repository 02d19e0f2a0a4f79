package dev.wrt.engine;

import dev.wrt.decoder.core.Export;
import dev.wrt.decoder.core.ExternKind;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.FuncType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A tag of a {@link Store} (`taginst`): what exceptions are told apart by. Two tags are never the
/// same, even where they have the same type.
public final class TagInst implements ExternVal {
  /// Estimate of what one takes: the object and its place in the lists.
  static final int BYTES = 64;

  final int address;
  final int typeId;
  final int tagidx;

  /// Slots of its exceptions' values.
  final int slots;

  final @Nullable ModuleInst instance;
  private final FuncType type;

  TagInst(int address, int typeId, FuncType type, @Nullable ModuleInst instance, int tagidx) {
    this.address = address;
    this.typeId = typeId;
    this.type = type;
    this.instance = instance;
    this.tagidx = tagidx;
    this.slots = ValueShape.params(type);
  }

  /// Its type: the parameters are the values of its exceptions.
  public FuncType type() {
    return type;
  }

  /// The name that the module which defines it exports it by, or else `tag[3]`, its index there.
  public String name() {
    ModuleInst owner = instance;
    if (owner != null) {
      for (Export export : owner.module().exports()) {
        if (export.kind() == ExternKind.TAG && export.index() == tagidx) {
          return export.name();
        }
      }
    }
    return "tag[" + tagidx + "]";
  }

  @Override
  public ExternType externType() {
    return new ExternType.Tag(type);
  }
}
