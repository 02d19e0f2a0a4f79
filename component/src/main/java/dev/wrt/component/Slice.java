package dev.wrt.component;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;

/// Parts of lists, in the form of the whole.
final class Slice {
  private Slice() {}

  /// A part of a list, packed if the list is; a fault where the list is a view that has ended.
  ///
  /// @param from first element
  /// @param count how many, all of them within the list
  static Result<Sequence> of(Sequence list, int from, int count) {
    if (from == 0 && count == list.size()) {
      return Result.ok(list);
    }
    return switch (list) {
      case ByteList packed ->
          switch (part(packed, from, count)) {
            case Result.Ok<ByteList> ok -> Result.ok(ok.value());
            case Result.Err<ByteList> err -> Result.err(err.fault());
          };
      case NumberList packed -> {
        int width = NumberList.width(packed.element());
        yield switch (part(packed.bytes(), from * width, count * width)) {
          case Result.Ok<ByteList> ok -> Result.ok(new NumberList(packed.element(), ok.value()));
          case Result.Err<ByteList> err -> Result.err(err.fault());
        };
      }
      case Value.ListValue values ->
          Result.ok(new Value.ListValue(values.elements().subList(from, from + count)));
    };
  }

  private static Result<ByteList> part(ByteList packed, int from, int count) {
    byte[] part = new byte[count];
    return packed.read(from, part, 0, count) instanceof Result.Err<?> err
        ? Result.err(err.fault())
        : Result.ok(ByteList.owned(part));
  }
}
