package dev.wrt.manual;

import dev.wrt.bounded.FaultCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every fault code of every module, read from the enums themselves; their meaning from the comment
/// before each constant; the class of fault from the places that make faults of it.
public final class FaultCatalogue {
  private static final Pattern ENUM = Pattern.compile("enum (\\w+) implements FaultCode");
  private static final Pattern CONSTANT =
      Pattern.compile("((?:\\s*///[^\\n]*\\n)+)\\s*([A-Z][A-Z0-9_]*)\\(");
  private static final Pattern MADE =
      Pattern.compile("new (?:Fault\\.)?(\\w+Fault|Trap)\\(\\s*(\\w+Code\\.[A-Z][A-Z0-9_]*)");

  /// A call of a method that is named after the class of fault it makes.
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(trap|trapIf|TrapSignal\\.of|malformed|invalid)\\([^;{}]{0,90}?"
              + "(\\w+Code\\.[A-Z][A-Z0-9_]*)");

  private static final Pattern EXIT = Pattern.compile("case Fault\\.(\\w+) \\w+ -> ([A-Z_]+);");
  private static final Pattern STATUS = Pattern.compile("  ([A-Z_]+)\\((\\d+)\\)[,;]");
  private static final String EXIT_CODES = "cli/src/main/java/dev/wrt/cli/ExitCode.java";

  /// One code.
  ///
  /// @param module folder of its module
  /// @param enumName the enum
  /// @param name the constant
  /// @param id its stable id
  /// @param text what went wrong
  /// @param meaning the comment before it
  record Code(
      String module, String enumName, String name, String id, String text, String meaning) {}

  private final Tree tree;

  /// Reads a checkout.
  public FaultCatalogue(Tree tree) {
    this.tree = tree;
  }

  /// All codes, by module and number.
  // [impl->req~manual-fault-catalogue~1]
  List<Code> codes() {
    List<Code> all = new ArrayList<>();
    for (String path : tree.sources()) {
      String source = path.endsWith("Code.java") ? tree.text(path).orElse("") : "";
      Matcher found = ENUM.matcher(source);
      if (found.find()) {
        addCodes(path, source, String.valueOf(found.group(1)), all);
      }
    }
    all.sort(Comparator.comparing(Code::id));
    return all;
  }

  private static void addCodes(String path, String source, String enumName, List<Code> to) {
    String name = path.replaceFirst("^.*/src/main/java/", "").replace(".java", "");
    String module = path.substring(0, path.indexOf("/src/"));
    Map<String, String> meanings = meanings(source);
    for (Object constant : constants(name.replace('/', '.'))) {
      if (constant instanceof FaultCode code) {
        String word = constant.toString();
        String meaning = meanings.getOrDefault(word, "");
        to.add(new Code(module, enumName, word, code.id(), code.text(), meaning));
      }
    }
  }

  private static Object[] constants(String className) {
    try {
      Object[] constants = Class.forName(className).getEnumConstants();
      return constants == null ? new Object[0] : constants;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("compile the modules before the manual", e);
    }
  }

  /// The comment before each constant of an enum, by its name.
  static Map<String, String> meanings(String source) {
    Map<String, String> meanings = new TreeMap<>();
    Matcher found = CONSTANT.matcher(source);
    while (found.find()) {
      String comment = String.valueOf(found.group(1)).replaceAll("\\s*///\\s*", " ").strip();
      meanings.put(
          String.valueOf(found.group(2)),
          comment.replaceAll("\\{@link (?:\\w*#)?([^}]*)}", "`$1`"));
    }
    return meanings;
  }

  /// The classes of fault that are made of each code, by `Enum.NAME`.
  Map<String, TreeSet<String>> classes() {
    Map<String, TreeSet<String>> classes = new TreeMap<>();
    for (String path : tree.sources()) {
      String source = tree.text(path).orElse("");
      Matcher made = MADE.matcher(source);
      while (made.find()) {
        add(classes, String.valueOf(made.group(2)), String.valueOf(made.group(1)));
      }
      Matcher named = NAMED.matcher(source);
      while (named.find()) {
        add(classes, String.valueOf(named.group(2)), named(String.valueOf(named.group(1))));
      }
    }
    return classes;
  }

  private static void add(Map<String, TreeSet<String>> to, String code, String faultClass) {
    to.computeIfAbsent(code, key -> new TreeSet<>()).add(faultClass);
  }

  /// The class of fault that a method of this name makes.
  private static String named(String method) {
    return switch (method) {
      case "malformed" -> "MalformedFault";
      case "invalid" -> "InvalidFault";
      default -> "Trap";
    };
  }

  /// Writes the catalogue, a table for each module, and the table of classes and exit codes.
  public void write(Book book) {
    List<Code> codes = codes();
    Map<String, TreeSet<String>> classes = classes();
    StringBuilder text = new StringBuilder();
    for (String enumName : codes.stream().map(Code::enumName).distinct().toList()) {
      List<Code> own = codes.stream().filter(code -> code.enumName.equals(enumName)).toList();
      text.append("[discrete]\n=== " + own.getFirst().module + ": `" + enumName + "`\n\n");
      text.append(catalogue(own, classes)).append("\n");
    }
    book.table("fault-codes", text.toString());
    book.figure("fault-codes", codes.size(), "the enums that implement FaultCode");
    book.table("exit-codes", exits());
  }

  private static String catalogue(List<Code> codes, Map<String, TreeSet<String>> classes) {
    List<List<String>> rows = new ArrayList<>();
    for (Code code : codes) {
      TreeSet<String> made = classes.getOrDefault(code.enumName + "." + code.name, new TreeSet<>());
      rows.add(
          List.of(
              code.id,
              Adoc.text(code.text),
              Adoc.text(code.meaning),
              made.isEmpty() ? "" : String.join(", ", made)));
    }
    return Adoc.table("2,4,6,3", List.of("id", "words", "when", "class"), rows);
  }

  private String exits() {
    String source = tree.text(EXIT_CODES).orElse("");
    Map<String, String> status = new TreeMap<>();
    Matcher constant = STATUS.matcher(source);
    while (constant.find()) {
      status.put(String.valueOf(constant.group(1)), String.valueOf(constant.group(2)));
    }
    List<List<String>> rows = new ArrayList<>();
    Matcher found = EXIT.matcher(source);
    while (found.find()) {
      String exit = String.valueOf(found.group(2));
      rows.add(
          List.of(
              Adoc.code(String.valueOf(found.group(1))),
              exit.toLowerCase(Locale.ROOT),
              status.getOrDefault(exit, "")));
    }
    return Adoc.table("3,3,2", List.of("class of fault", "class of exit", "exit code"), rows);
  }
}
