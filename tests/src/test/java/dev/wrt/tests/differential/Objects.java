package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;

/// Declares the structures and arrays of a program: one recursion group, a structure first and an
/// array second.
final class Objects {
  private final Shape shape;
  private final Rng rng;
  private final Values values;
  private final List<Types.Def> members = new ArrayList<>();
  private int count;

  Objects(Shape shape, Rng rng, Values values) {
    this.shape = shape;
    this.rng = rng;
    this.values = values;
  }

  void declare() {
    count = 3 + rng.next(5);
    while (members.size() < count) {
      int index = members.size();
      boolean struct = index == 0 || index > 1 && rng.percent(60);
      members.add(struct ? struct() : new Types.Array(field()));
    }
    shape.types.group(members);
  }

  /// The first fields are those of the supertype.
  private Types.Struct struct() {
    int supertype = -1;
    List<Types.Field> fields = new ArrayList<>();
    int candidate = members.isEmpty() ? 0 : rng.next(members.size());
    if (rng.percent(60)
        && candidate < members.size()
        && members.get(candidate) instanceof Types.Struct above) {
      supertype = candidate;
      fields.addAll(above.fields());
    }
    for (int i = rng.next(4); i > 0; i--) {
      fields.add(field());
    }
    return new Types.Struct(supertype, fields);
  }

  private Types.Field field() {
    int storage =
        switch (rng.next(5)) {
          case 0 -> rng.pick(Types.I8, Types.I16);
          case 1 -> Types.refTo(true, rng.next(count));
          default -> values.defaultable();
        };
    return new Types.Field(storage, rng.percent(80));
  }
}
