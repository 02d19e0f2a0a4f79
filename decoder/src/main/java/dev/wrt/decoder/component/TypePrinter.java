package dev.wrt.decoder.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Prints types as WIT on one line. What is to be printed stands on an explicit stack: text, and
/// types that are still to be turned into text.
final class TypePrinter {
  private static final int CHARACTERS_MAX = 100_000;

  private final Function<Type, @Nullable String> names;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();

  /// Creates a printer.
  ///
  /// @param names the name of a type in the place where it is printed, or null to write it out
  TypePrinter(Function<Type, @Nullable String> names) {
    this.names = names;
  }

  /// A value type: its name, or its structure.
  String valType(ValType type) {
    return print(List.of(type));
  }

  /// A value type's structure, even if it has a name: what stands right of `type x =`.
  String structure(ValType type) {
    return print(pieces(type));
  }

  /// `func(a: u32) -> string`
  String func(ComponentFuncType type) {
    return print(funcPieces(type, 0));
  }

  /// `(a: u32) -> string`, without the first parameters.
  String signature(ComponentFuncType type, int skipped) {
    return print(funcPieces(type, skipped)).substring(type.async() ? 10 : 4);
  }

  private String print(List<? extends Object> pieces) {
    out.setLength(0);
    stack.clear();
    push(pieces);
    while (!stack.isEmpty()) {
      Object piece = stack.pop();
      if (out.length() > CHARACTERS_MAX) {
        return out.append("...").toString();
      }
      if (piece instanceof ValType type) {
        String name = names.apply(type);
        push(name == null ? pieces(type) : List.of(name));
      } else {
        out.append(piece);
      }
    }
    return out.toString();
  }

  private void push(List<? extends Object> pieces) {
    pieces.reversed().forEach(stack::push);
  }

  private List<Object> funcPieces(ComponentFuncType type, int skipped) {
    List<Object> pieces = new ArrayList<>();
    pieces.add(type.async() ? "async func(" : "func(");
    String separator = "";
    for (ComponentFuncType.Param p : type.params().subList(skipped, type.params().size())) {
      pieces.add(separator + WitTypes.identifier(p.name()) + ": ");
      pieces.add(p.type());
      separator = ", ";
    }
    pieces.add(")");
    type.result().ifPresent(r -> pieces.addAll(List.of(" -> ", r)));
    return pieces;
  }

  private List<Object> pieces(ValType type) {
    return switch (type) {
      case PrimValType t -> List.of(t.word());
      case ValType.RecordType t -> record(t);
      case ValType.VariantType t -> variant(t);
      case ValType.ListType t -> List.of("list<", t.element(), ">");
      case ValType.FixedLengthListType t ->
          List.of("list<", t.element(), ", " + Integer.toUnsignedString(t.length()) + ">");
      case ValType.TupleType t -> tuple(t);
      case ValType.FlagsType t -> List.of(labels("flags", t.labels()));
      case ValType.EnumType t -> List.of(labels("enum", t.labels()));
      case ValType.OptionType t -> List.of("option<", t.some(), ">");
      case ValType.ResultType t -> result(t);
      case ValType.OwnType t -> List.of(resource(t.resource()));
      case ValType.BorrowType t -> List.of("borrow<" + resource(t.resource()) + ">");
      case ValType.StreamType t -> end("stream", t.element());
      case ValType.FutureType t -> end("future", t.element());
      case ValType.MapType t -> List.of("map<", t.key(), ", ", t.value(), ">");
    };
  }

  private String resource(ResourceType resource) {
    String name = names.apply(resource);
    if (name != null) {
      return name;
    }
    return resource.name().isEmpty() ? "resource" : WitTypes.identifier(resource.name());
  }

  private static List<Object> record(ValType.RecordType type) {
    List<Object> pieces = new ArrayList<>();
    String separator = "record { ";
    for (ValType.Field f : type.fields()) {
      pieces.add(separator + WitTypes.identifier(f.name()) + ": ");
      pieces.add(f.type());
      separator = ", ";
    }
    pieces.add(" }");
    return pieces;
  }

  private static List<Object> variant(ValType.VariantType type) {
    List<Object> pieces = new ArrayList<>();
    String separator = "variant { ";
    for (ValType.Case c : type.cases()) {
      pieces.add(separator + WitTypes.identifier(c.name()));
      c.type().ifPresent(t -> pieces.addAll(List.of("(", t, ")")));
      separator = ", ";
    }
    pieces.add(" }");
    return pieces;
  }

  private static List<Object> tuple(ValType.TupleType type) {
    List<Object> pieces = new ArrayList<>();
    String separator = "tuple<";
    for (ValType t : type.elements()) {
      pieces.add(separator);
      pieces.add(t);
      separator = ", ";
    }
    pieces.add(">");
    return pieces;
  }

  private static String labels(String kind, List<String> labels) {
    return kind
        + " { "
        + String.join(", ", labels.stream().map(WitTypes::identifier).toList())
        + " }";
  }

  private static List<Object> result(ValType.ResultType type) {
    List<Object> pieces = new ArrayList<>(List.of("result"));
    if (type.ok().isPresent() || type.error().isPresent()) {
      pieces.add("<");
      pieces.add(type.ok().isPresent() ? type.ok().get() : "_");
      type.error().ifPresent(e -> pieces.addAll(List.of(", ", e)));
      pieces.add(">");
    }
    return pieces;
  }

  private static List<Object> end(String kind, Optional<ValType> element) {
    return element.isPresent() ? List.of(kind + "<", element.get(), ">") : List.of(kind);
  }
}
