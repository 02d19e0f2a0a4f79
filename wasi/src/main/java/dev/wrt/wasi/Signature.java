package dev.wrt.wasi;

import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Types of functions as text, written out in full, so that a component's own declaration of a WASI
/// function can be compared with the WIT's.
///
/// In the texts of the host, `$name` stands for a type that the WIT defines by that name; `own` and
/// `borrow` are always written.
final class Signature {
  /// Types larger or deeper than any of WASI's are not written out.
  private static final int NODES_MAX = 256;

  private static final int DEPTH_MAX = 16;

  /// Names in names in a text, at most.
  private static final int NAMES_DEPTH = 3;

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("stream-error", "variant{last-operation-failed(own<error>), closed}"),
          Map.entry("datetime", "record{seconds: u64, nanoseconds: u32}"),
          Map.entry("new-timestamp", "variant{no-change, now, timestamp($datetime)}"),
          Map.entry("error-code", enumeration(ErrorCode.values())),
          Map.entry("descriptor-type", enumeration(DescriptorType.values())),
          Map.entry(
              "descriptor-flags",
              "flags{read, write, file-integrity-sync, data-integrity-sync,"
                  + " requested-write-sync, mutate-directory}"),
          Map.entry("path-flags", "flags{symlink-follow}"),
          Map.entry("open-flags", "flags{create, directory, exclusive, truncate}"),
          Map.entry(
              "descriptor-stat",
              "record{type: $descriptor-type, link-count: u64, size: u64,"
                  + " data-access-timestamp: option<$datetime>,"
                  + " data-modification-timestamp: option<$datetime>,"
                  + " status-change-timestamp: option<$datetime>}"),
          Map.entry("directory-entry", "record{type: $descriptor-type, name: string}"),
          Map.entry("advice", "enum{normal, sequential, random, will-need, dont-need, no-reuse}"),
          Map.entry("metadata-hash-value", "record{lower: u64, upper: u64}"));

  private Signature() {}

  /// The text of the host with all `$name` written out.
  static String expand(String text) {
    String expanded = text;
    for (int depth = 0; depth < NAMES_DEPTH && expanded.contains("$"); depth++) {
      for (Map.Entry<String, String> type : TYPES.entrySet()) {
        expanded = expanded.replace("$" + type.getKey(), type.getValue());
      }
    }
    return expanded;
  }

  /// The text of a declared type.
  static String of(ComponentFuncType type) {
    String params =
        type.params().stream()
            .map(p -> p.name() + ": " + of(p.type()))
            .collect(Collectors.joining(", ", "(", ")"));
    String result = type.result().map(r -> " -> " + of(r)).orElse("");
    return (type.async() ? "async " : "") + params + result;
  }

  /// Recursive, as deep as a type of at most {@link #DEPTH_MAX}.
  private static String of(ValType type) {
    if (type.info().nodes() > NODES_MAX || type.info().depth() > DEPTH_MAX) {
      return "?";
    }
    return switch (type) {
      case PrimValType t -> t.word();
      case ValType.RecordType t -> braces("record", t.fields().stream().map(Signature::field));
      case ValType.VariantType t -> braces("variant", t.cases().stream().map(Signature::caseOf));
      case ValType.ListType t -> "list<" + of(t.element()) + ">";
      case ValType.TupleType t ->
          t.elements().stream().map(Signature::of).collect(Collectors.joining(", ", "tuple<", ">"));
      case ValType.FlagsType t -> braces("flags", t.labels().stream());
      case ValType.EnumType t -> braces("enum", t.labels().stream());
      case ValType.OptionType t -> "option<" + of(t.some()) + ">";
      case ValType.ResultType t -> result(t);
      case ValType.OwnType t -> "own<" + t.resource().name() + ">";
      case ValType.BorrowType t -> "borrow<" + t.resource().name() + ">";
      case ValType.FixedLengthListType t -> t.kind();
      case ValType.StreamType t -> t.kind();
      case ValType.FutureType t -> t.kind();
      case ValType.MapType t -> t.kind();
    };
  }

  private static String field(ValType.Field field) {
    return field.name() + ": " + of(field.type());
  }

  private static String caseOf(ValType.Case item) {
    return item.name() + item.type().map(t -> "(" + of(t) + ")").orElse("");
  }

  private static String result(ValType.ResultType type) {
    Optional<String> ok = type.ok().map(Signature::of);
    Optional<String> error = type.error().map(Signature::of);
    if (error.isPresent()) {
      return "result<" + ok.orElse("_") + ", " + error.get() + ">";
    }
    return ok.map(t -> "result<" + t + ">").orElse("result");
  }

  private static String braces(String word, Stream<String> parts) {
    return parts.collect(Collectors.joining(", ", word + "{", "}"));
  }

  private static String enumeration(Enum<?>[] labels) {
    return braces(
        "enum",
        List.of(labels).stream().map(l -> l.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
