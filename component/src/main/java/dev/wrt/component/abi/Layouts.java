package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.SizeEstimate;
import dev.wrt.component.abi.Layout.Kind;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.TypeInfo;
import dev.wrt.decoder.component.ValType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The layouts of a component's types, each computed once, at link time.
///
/// A type may be a graph with shared parts whose unfolding is exponential; types are therefore
/// remembered by identity and visited once, parts first, with a stack as deep as the type.
public final class Layouts implements AutoCloseable {
  /// The deepest nesting of a type that is lifted or lowered; {@link Lift} and {@link Lower} have
  /// room for it.
  public static final int DEPTH_MAX = 128;

  /// The largest layout: that of the largest list.
  static final int SIZE_MAX = (1 << 28) - 1;

  /// Estimate of a layout without its parts: the object (96), its arrays' headers (4 * 16), its
  /// entry in the map (32), the layout of the list of it (192).
  private static final int LAYOUT_BYTES = 384;

  /// The layout of no values.
  static final Layout EMPTY = Layout.empty();

  private final MemoryBudget budget;
  private final Map<ValType, Layout> done = new IdentityHashMap<>();
  private long reserved;

  private Layouts(MemoryBudget budget) {
    this.budget = budget;
  }

  /// Creates an empty set.
  ///
  /// @param budget pays for the layouts
  public static Result<Layouts> create(MemoryBudget budget) {
    return Result.ok(new Layouts(budget));
  }

  /// The layout of a function's parameters and result.
  public Result<FuncLayout> of(ComponentFuncType type) {
    List<ValType> params = type.params().stream().map(ComponentFuncType.Param::type).toList();
    return switch (tuple(params)) {
      case Result.Err<Layout> err -> Result.err(err.fault());
      case Result.Ok<Layout> p ->
          switch (tuple(type.result().stream().toList())) {
            case Result.Err<Layout> err -> Result.err(err.fault());
            case Result.Ok<Layout> r -> Result.ok(new FuncLayout(type, p.value(), r.value()));
          };
    };
  }

  /// The layout of a sequence of types: flat, and in memory as a tuple. It may be empty.
  public Result<Layout> tuple(List<ValType> types) {
    for (ValType type : types) {
      if (of(type) instanceof Result.Err<Layout> err) {
        return err;
      }
    }
    TypeInfo info = new ValType.TupleType(types).info();
    if (!reserve(info, types.size())) {
      return Result.err(budget.refusal(bytes(info, types.size())));
    }
    Fault fault = tooLarge(info);
    if (fault != null) {
      return Result.err(fault);
    }
    Layout layout = record(Kind.TUPLE, info, types, false);
    return Result.ok(
        info.hasPointer() ? layout.widened(record(Kind.TUPLE, info, types, true)) : layout);
  }

  /// The layout of a type.
  // [impl->req~abi-types~2]
  public Result<Layout> of(ValType type) {
    TypeInfo info = type.info();
    if (info.depth() > DEPTH_MAX) {
      return Result.err(limit(AbiCode.TYPE_TOO_DEEP, info.depth(), DEPTH_MAX));
    }
    ValType[] path = new ValType[info.depth()];
    int[] next = new int[info.depth()];
    path[0] = type;
    int depth = 1;
    while (depth > 0) {
      ValType top = path[depth - 1];
      ValType part = done.containsKey(top) ? null : unknownPart(top, next, depth - 1);
      if (part != null) {
        path[depth] = part;
        next[depth] = 0;
        depth++;
        continue;
      }
      Fault fault = done.containsKey(top) ? null : add(top);
      if (fault != null) {
        return Result.err(fault);
      }
      depth--;
    }
    return Result.ok(known(type));
  }

  /// The next part of a type without a layout; null where all have one.
  private @Nullable ValType unknownPart(ValType type, int[] next, int depth) {
    int count = partCount(type);
    while (next[depth] < count) {
      ValType part = part(type, next[depth]++);
      if (part != null && !done.containsKey(part)) {
        return part;
      }
    }
    return null;
  }

  private static int partCount(ValType type) {
    return switch (type) {
      case ValType.RecordType t -> t.fields().size();
      case ValType.VariantType t -> t.cases().size();
      case ValType.TupleType t -> t.elements().size();
      case ValType.ListType _, ValType.FixedLengthListType _, ValType.OptionType _ -> 1;
      case ValType.ResultType _, ValType.MapType _ -> 2;
      case PrimValType _, ValType.FlagsType _, ValType.EnumType _ -> 0;
      case ValType.OwnType _, ValType.BorrowType _ -> 0;
      case ValType.StreamType _, ValType.FutureType _ -> 0;
    };
  }

  private static @Nullable ValType part(ValType type, int i) {
    return switch (type) {
      case ValType.RecordType t -> t.fields().get(i).type();
      case ValType.VariantType t -> t.cases().get(i).type().orElse(null);
      case ValType.TupleType t -> t.elements().get(i);
      case ValType.ListType t -> t.element();
      case ValType.FixedLengthListType t -> t.element();
      case ValType.OptionType t -> t.some();
      case ValType.ResultType t -> (i == 0 ? t.ok() : t.error()).orElse(null);
      case ValType.MapType t -> i == 0 ? t.key() : t.value();
      default -> throw new Invariant.Violation("a type without parts has none");
    };
  }

  /// Computes the layouts of a type whose parts have theirs.
  private @Nullable Fault add(ValType type) {
    TypeInfo info = type.info();
    Fault large = tooLarge(info);
    if (large != null) {
      return large;
    }
    int parts = partCount(type);
    if (!reserve(info, parts)) {
      return budget.refusal(bytes(info, parts));
    }
    Layout layout = layout(type, false);
    done.put(type, info.hasPointer() ? layout.widened(layout(type, true)) : layout);
    return null;
  }

  /// The layout of a type whose parts have theirs.
  // [impl->req~abi-layout~1]
  // [impl->req~abi-memory64~1]
  private Layout layout(ValType type, boolean address64) {
    TypeInfo info = type.info();
    return switch (type) {
      case PrimValType.STRING -> Layout.string(address64);
      case PrimValType t -> Layout.scalar(kind(t), info);
      case ValType.ListType t -> Layout.list(info, known(t.element(), address64), address64);
      case ValType.MapType t -> map(t, address64);
      case ValType.RecordType t ->
          record(
              Kind.RECORD, info, t.fields().stream().map(ValType.Field::type).toList(), address64);
      case ValType.TupleType t -> record(Kind.TUPLE, info, t.elements(), address64);
      case ValType.VariantType t ->
          variant(
              Kind.VARIANT, info, t.cases().stream().map(ValType.Case::type).toList(), address64);
      case ValType.OptionType t ->
          variant(Kind.OPTION, info, List.of(Optional.empty(), Optional.of(t.some())), address64);
      case ValType.ResultType t ->
          variant(Kind.RESULT, info, List.of(t.ok(), t.error()), address64);
      case ValType.EnumType t -> Layout.enumeration(info, t.labels().size());
      case ValType.FlagsType t -> Layout.flags(info, t.labels().size());
      case ValType.OwnType t -> Layout.handle(Kind.OWN, info, t.resource());
      case ValType.BorrowType t -> Layout.handle(Kind.BORROW, info, t.resource());
      case ValType.FixedLengthListType t ->
          Layout.fixedList(info, known(t.element(), address64), t.length(), address64);
      case ValType.StreamType t -> Layout.end(Kind.STREAM, t);
      case ValType.FutureType t -> Layout.end(Kind.FUTURE, t);
    };
  }

  private static Kind kind(PrimValType type) {
    return switch (type) {
      case BOOL -> Kind.BOOL;
      case S8 -> Kind.S8;
      case U8 -> Kind.U8;
      case S16 -> Kind.S16;
      case U16 -> Kind.U16;
      case S32 -> Kind.S32;
      case U32 -> Kind.U32;
      case S64 -> Kind.S64;
      case U64 -> Kind.U64;
      case F32 -> Kind.F32;
      case F64 -> Kind.F64;
      case CHAR -> Kind.CHAR;
      case STRING -> Kind.STRING;
      case ERROR_CONTEXT -> Kind.ERROR_CONTEXT;
    };
  }

  /// `map` despecializes to a list of pairs.
  private Layout map(ValType.MapType type, boolean address64) {
    List<ValType> pair = List.of(type.key(), type.value());
    TypeInfo info = new ValType.TupleType(pair).info();
    return Layout.list(type.info(), record(Kind.TUPLE, info, pair, address64), address64);
  }

  private Layout record(Kind kind, TypeInfo info, List<ValType> types, boolean address64) {
    Layout[] parts = types.stream().map(t -> known(t, address64)).toArray(Layout[]::new);
    return Layout.record(kind, info, parts, address64);
  }

  private Layout variant(
      Kind kind, TypeInfo info, List<Optional<ValType>> types, boolean address64) {
    @Nullable Layout[] cases = new @Nullable Layout[types.size()];
    for (int i = 0; i < cases.length; i++) {
      ValType payload = types.get(i).orElse(null);
      cases[i] = payload == null ? null : known(payload, address64);
    }
    return Layout.variant(kind, info, cases, address64);
  }

  private Layout known(ValType type, boolean address64) {
    return address64 ? known(type).wide() : known(type);
  }

  private Layout known(ValType type) {
    Layout layout = done.get(type);
    if (layout == null) {
      throw new Invariant.Violation("parts are laid out before what they are parts of");
    }
    return layout;
  }

  private static @Nullable Fault tooLarge(TypeInfo info) {
    long bytes = Math.max(info.memory32().bytes(), info.memory64().bytes());
    return bytes > SIZE_MAX ? limit(AbiCode.TYPE_TOO_LARGE, bytes, SIZE_MAX) : null;
  }

  private static Fault limit(AbiCode code, long requested, long max) {
    return new Fault.LimitFault(code, "type", requested, max);
  }

  private static long bytes(TypeInfo info, int parts) {
    long one = LAYOUT_BYTES + (long) parts * (2 * SizeEstimate.REFERENCE_BYTES);
    return info.hasPointer() ? 2 * one : one;
  }

  private boolean reserve(TypeInfo info, int parts) {
    long bytes = bytes(info, parts);
    boolean room = budget.offer(bytes);
    reserved += room ? bytes : 0;
    return room;
  }

  /// Gives the bytes back.
  @Override
  public void close() {
    budget.release(reserved);
    reserved = 0;
    done.clear();
  }
}
