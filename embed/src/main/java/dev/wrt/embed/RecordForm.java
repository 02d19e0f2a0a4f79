package dev.wrt.embed;

import dev.wrt.component.value.Value;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/// A Java record for a `record`, a `tuple` or the payload of a variant's case: its parts are taken
/// by accessors and put together by the canonical constructor.
///
/// @param constructor the canonical constructor
/// @param parts one for each part of the WIT type, in its order
record RecordForm(MethodHandle constructor, List<Part> parts) {
  /// A component of the record.
  ///
  /// @param step the way to it, such as `.name`
  /// @param accessor reads it
  /// @param index its place among the constructor's parameters
  /// @param conversion converts it
  record Part(String step, MethodHandle accessor, int index, Conversion conversion) {}

  /// The values of the parts, in the order of the WIT type.
  List<Value> toWit(Object java, Passing passing) {
    List<Value> values = new ArrayList<>(parts.size());
    for (Part part : parts) {
      Object read = HostCode.run(part.step, part.accessor, java);
      values.add(Conversion.part(part.conversion, read, passing, part.step));
    }
    return values;
  }

  /// The record of the values of its parts.
  Object toJava(List<Value> values, Passing passing) {
    Object[] arguments = new Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      Part part = parts.get(i);
      arguments[part.index] = part.conversion.toJava(values.get(i), passing);
    }
    return HostCode.made("", constructor, arguments);
  }

  /// A `record`.
  ///
  /// @param form its fields
  record OfRecord(RecordForm form) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return new Value.RecordValue(form.toWit(java, passing));
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return form.toJava(((Value.RecordValue) wit).fields(), passing);
    }
  }

  /// A `tuple`.
  ///
  /// @param form its elements
  record OfTuple(RecordForm form) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return new Value.TupleValue(form.toWit(java, passing));
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return form.toJava(((Value.TupleValue) wit).elements(), passing);
    }
  }
}
