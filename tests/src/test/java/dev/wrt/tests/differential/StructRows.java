package dev.wrt.tests.differential;

/// Structures.
final class StructRows {
  private final Body b;
  private final GcRows gc;

  StructRows(Body body, GcRows gc) {
    this.b = body;
    this.gc = gc;
  }

  void register() {
    b.register("struct.new", 8, this::make);
    b.register("struct.new_default", 4, this::makeDefault);
    b.register("struct.get", 8, want -> get("struct.get", want));
    b.register("struct.get_s", 4, want -> get("struct.get_s", want));
    b.register("struct.get_u", 4, want -> get("struct.get_u", want));
    b.register("struct.set", 8, this::set);
  }

  private int matching(int want) {
    return gc.typeidx(t ->
        b.shape.types.def(t) instanceof Types.Struct
            && b.shape.types.matches(Types.refTo(false, t), want));
  }

  private boolean make(int want) {
    int typeidx = matching(want);
    if (typeidx < 0) {
      return false;
    }
    for (Types.Field field : ((Types.Struct) b.shape.types.def(typeidx)).fields()) {
      b.expr(field.unpacked());
    }
    b.out.op("struct.new").u32(typeidx);
    return true;
  }

  private boolean makeDefault(int want) {
    int typeidx = matching(want);
    if (typeidx < 0) {
      return false;
    }
    b.out.op("struct.new_default").u32(typeidx);
    return true;
  }

  private boolean get(String mnemonic, int want) {
    boolean packed = !mnemonic.equals("struct.get");
    int typeidx = gc.typeidx(t -> field(t, packed, want) >= 0);
    if (typeidx < 0 || want == Body.VOID) {
      return false;
    }
    gc.object(typeidx);
    b.out.op(mnemonic).u32(typeidx).u32(field(typeidx, packed, want));
    return true;
  }

  /// The last field of what is wanted, or -1.
  private int field(int typeidx, boolean packed, int want) {
    int found = -1;
    if (b.shape.types.def(typeidx) instanceof Types.Struct s) {
      for (int i = 0; i < s.fields().size(); i++) {
        Types.Field f = s.fields().get(i);
        boolean fits = f.packed() == packed && b.shape.types.matches(f.unpacked(), want);
        found = fits ? i : found;
      }
    }
    return found;
  }

  private boolean set(int want) {
    int typeidx = gc.typeidx(t -> b.shape.types.def(t) instanceof Types.Struct);
    if (typeidx < 0 || want != Body.VOID) {
      return false;
    }
    Types.Struct struct = (Types.Struct) b.shape.types.def(typeidx);
    int field = struct.fields().isEmpty() ? -1 : b.rng.next(struct.fields().size());
    if (field < 0 || !struct.fields().get(field).mutable()) {
      return false;
    }
    gc.object(typeidx);
    b.expr(struct.fields().get(field).unpacked());
    b.out.op("struct.set").u32(typeidx).u32(field);
    return true;
  }
}
