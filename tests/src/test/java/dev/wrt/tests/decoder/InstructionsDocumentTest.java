package dev.wrt.tests.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.decoder.Feature;
import dev.wrt.decoder.core.Fuel;
import dev.wrt.decoder.core.Immediate;
import dev.wrt.decoder.core.Opcode;
import dev.wrt.decoder.core.Rule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The document of all instructions says what the opcode table says; `-Dbless=true` rewrites it.
// [utest->req~core-instructions-document~1]
final class InstructionsDocumentTest {
  private static final String HEAD =
      """
      # Instructions

      Every instruction that wrt knows, generated from the opcode table
      (`decoder/src/main/java/dev/wrt/decoder/core/Opcode.java`). Rewritten by
      `InstructionsDocumentTest` with `-Dbless=true`.

      - Immediates are in the order of the binary format.
      - Types are operands, `->`, results, the deepest operand first. `addr` and `addr2` are the
        address types of the memories or tables named, `len` is the smaller one of both; `elem`,
        `local`, `global` and `field` are the types of what is named; `ref` is `(ref x)`, `refnull`
        `(ref null x)` of the type named, `refnull2` of the second one; `type` is the reference type
        named, `top` the nullable one above its whole hierarchy; `i31` is `(ref i31)`. What depends on
        more is the rule's: labels, signatures, fields of a new structure.
      - Fuel: 0, 1, or 1 and more by the number of bytes or elements asked for.
      - The rule is the one of validation: `Rule`, in `CodeValidator` and the classes of its families.
      - Semantics is the pure function of the engine (`dev.wrt.engine`), where there is one; one that
        works on halves of its operands or results has several.
      - An instruction with a feature is refused by the feature's name unless that feature is on.
      """;

  private static final Map<Integer, String> TITLES =
      new TreeMap<>(
          Map.of(
              0, "One byte",
              0xFB, "Prefix `0xFB`: aggregates, casts, scalar references",
              0xFC, "Prefix `0xFC`: saturating truncation, bulk memory and tables, wide arithmetic",
              0xFD, "Prefix `0xFD`: vectors",
              0xFE, "Prefix `0xFE`: atomics"));

  @Test
  @DisplayName("docs/instructions.md is what the opcode table and the engine's functions generate")
  void document() throws IOException {
    Path file = root().resolve("docs/instructions.md");
    String text = text();
    if (Boolean.getBoolean("bless")) {
      Files.writeString(file, text);
    }
    assertEquals(text, Files.readString(file), "rewrite it with -Dbless=true");
  }

  private static String text() {
    StringBuilder out = new StringBuilder(HEAD);
    for (Map.Entry<Integer, String> title : TITLES.entrySet()) {
      List<Opcode> rows =
          Arrays.stream(Opcode.values())
              .filter(row -> row.prefix() == title.getKey())
              .sorted(Comparator.comparingInt(Opcode::code))
              .toList();
      out.append("\n## ").append(title.getValue()).append("\n\n");
      out.append(rows.size()).append(" instructions.\n\n");
      out.append("| code | instruction | immediates | types | fuel | rule | semantics |\n");
      out.append("| --- | --- | --- | --- | --- | --- | --- |\n");
      rows.forEach(row -> out.append(line(row)));
    }
    return out.toString();
  }

  private static String line(Opcode row) {
    List<String> cells =
        List.of(
            code(row),
            "`" + row.mnemonic() + "`" + feature(row),
            immediates(row.immediate()),
            types(row),
            fuel(row.fuel()),
            words(row.rule()),
            semantics(row));
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String code(Opcode row) {
    return row.prefix() == 0
        ? String.format(Locale.ROOT, "`%02X`", row.code())
        : String.format(Locale.ROOT, "`%02X %X`", row.prefix(), row.code());
  }

  private static String feature(Opcode row) {
    Feature feature = row.feature();
    return feature == null ? "" : " (" + feature.word() + ")";
  }

  private static String types(Opcode row) {
    return row.types().isEmpty() ? "" : "`" + row.types() + "`";
  }

  private static String fuel(Fuel fuel) {
    return switch (fuel) {
      case FREE -> "0";
      case ONE -> "1";
      case BY_LENGTH -> "by length";
    };
  }

  private static String words(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }

  private static String immediates(Immediate kind) {
    return switch (kind) {
      case NONE -> "";
      case BLOCK_TYPE -> "block type";
      case CATCHES -> "block type, catch clauses";
      case LABEL -> "label";
      case LABELS -> "labels, label";
      case FUNC -> "function";
      case TAG -> "tag";
      case TYPE -> "type";
      case TYPE_FIELD -> "type, field";
      case TYPE_COUNT -> "type, count";
      case TYPE_TYPE -> "type, type";
      case TYPE_DATA -> "type, data segment";
      case TYPE_ELEM -> "type, element segment";
      case TYPE_TABLE -> "type, table";
      case LOCAL -> "local";
      case GLOBAL -> "global";
      case TABLE -> "table";
      case TABLE_TABLE -> "table, table";
      case ELEM_TABLE -> "element segment, table";
      case ELEM -> "element segment";
      case MEM -> "memory";
      case MEM_MEM -> "memory, memory";
      case DATA_MEM -> "data segment, memory";
      case DATA -> "data segment";
      case MEMARG -> "memarg";
      case MEMARG_LANE -> "memarg, lane";
      case LANE -> "lane";
      case LANES -> "16 lanes";
      case VAL_TYPES -> "value types";
      case HEAP_TYPE -> "heap type";
      case CAST -> "flags, label, heap type, heap type";
      case ZERO_BYTE -> "`00`";
      case I32 -> "`i32`";
      case I64 -> "`i64`";
      case F32 -> "`f32`";
      case F64 -> "`f64`";
      case V128 -> "`v128`";
    };
  }

  /// The functions that the naming convention finds: `i32.div_s` is `I32.divS`.
  private static String semantics(Opcode row) {
    String[] name = row.mnemonic().split("[.]", 2);
    boolean pure = row.immediate() != Immediate.MEMARG && row.immediate() != Immediate.MEMARG_LANE;
    if (name.length == 1 || !pure) {
      return "";
    }
    String type = Character.toUpperCase(name[0].charAt(0)) + name[0].substring(1);
    String function = camel(name[1]);
    Set<String> wanted =
        new TreeSet<>(List.of(function, function + "Low", function + "High", unsigned(function)));
    List<String> found = new ArrayList<>();
    for (String each : functions(type)) {
      if (wanted.contains(each)) {
        found.add("`" + type + "." + each + "`");
      }
    }
    return String.join(", ", found);
  }

  /// A function's name without its sign: the low half of a product is the same for both.
  private static String unsigned(String function) {
    return function.replaceAll("Wide[SU]$", "WideLow");
  }

  private static List<String> functions(String type) {
    try {
      Class<?> semantics = Class.forName("dev.wrt.engine." + type);
      return Arrays.stream(semantics.getDeclaredMethods())
          .map(Method::getName)
          .distinct()
          .sorted()
          .toList();
    } catch (ClassNotFoundException e) {
      return List.of();
    }
  }

  private static String camel(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.split("_")) {
      boolean first = out.isEmpty();
      out.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here;
  }
}
