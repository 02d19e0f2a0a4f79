package dev.wrt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// The file of `--config`: the same options as on the command line, in TOML.
///
/// It becomes arguments that come before those that are typed, so it means what the same words
/// would mean there. What is typed replaces what the file says, except for limits, variables and
/// levels of single components, of which each is for itself.
// [impl->req~cli-config~1]
final class ConfigFile {
  /// The largest file that is read.
  private static final long BYTES_MAX = 1 << 20;

  /// What a key may have as its value.
  private enum Kind {
    NUMBER,
    WORD,
    SWITCH,
    /// Words, joined by commas.
    NAMES,
    /// Words, each an option of its own.
    REPEATED,
    /// A table, each entry an option of its own.
    ENTRIES
  }

  private static final Map<String, Kind> KEYS = keys();

  private final Path path;
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private @Nullable FaultReport refusal;

  private ConfigFile(Path path) {
    this.path = path;
  }

  private static Map<String, Kind> keys() {
    Map<String, Kind> keys = new TreeMap<>();
    for (String name : List.of("fuel", "seed", "stream-max", "timeout")) {
      keys.put(name, Kind.NUMBER);
    }
    for (String name :
        List.of(
            "verification",
            "memory-strategy",
            "trust-level",
            "memory-budget",
            "buffer-size",
            "log-level",
            "call")) {
      keys.put(name, Kind.WORD);
    }
    keys.put("stats", Kind.SWITCH);
    keys.put("json", Kind.SWITCH);
    keys.put("feature", Kind.NAMES);
    keys.put("interceptors", Kind.NAMES);
    keys.put("dir", Kind.REPEATED);
    keys.put("firewall", Kind.REPEATED);
    keys.put("limits", Kind.ENTRIES);
    keys.put("env", Kind.ENTRIES);
    keys.put("verification-of", Kind.ENTRIES);
    return keys;
  }

  /// Reads a file.
  ///
  /// @param path the file
  /// @param typed whether an option is typed, and so replaces what the file says
  static ConfigFile read(Path path, Predicate<String> typed) {
    ConfigFile file = new ConfigFile(path);
    try {
      if (Files.size(path) > BYTES_MAX) {
        file.refuse(CliCode.CONFIG_VALUE, path.toString(), "at most 1 MiB is read", "");
        return file;
      }
      file.take(Toml.parse(path), typed);
    } catch (NoSuchFileException e) {
      file.refuse(CliCode.NO_SUCH_FILE, path.toString(), CliCode.NO_SUCH_FILE.advice(), "");
    } catch (IOException e) {
      file.refuse(CliCode.UNREADABLE, path.toString(), CliCode.UNREADABLE.advice(), "");
    }
    return file;
  }

  /// Why the file can't be used; null if it can.
  @Nullable FaultReport refusal() {
    return refusal;
  }

  /// Arguments to be put before those that are typed.
  List<String> arguments() {
    return arguments;
  }

  /// Where each option and its value come from, by both as one text.
  Map<String, String> places() {
    return places;
  }

  private void take(TomlParseResult toml, Predicate<String> typed) {
    if (toml.hasErrors()) {
      TomlParseError first = toml.errors().getFirst();
      String what = String.valueOf(first.getMessage());
      refuse(CliCode.CONFIG_SYNTAX, place(first.position()), CliCode.CONFIG_SYNTAX.advice(), what);
      return;
    }
    for (String key : toml.keySet()) {
      String place = place(toml.inputPositionOf(List.of(key)));
      Kind kind = KEYS.get(key);
      if (kind == null) {
        refuse(CliCode.CONFIG_KEY, place, "known: " + String.join(", ", KEYS.keySet()), key);
        return;
      }
      boolean replaced = kind != Kind.ENTRIES && typed.test("--" + key);
      if (!replaced && !take(key, kind, toml, place)) {
        return;
      }
    }
  }

  private boolean take(String key, Kind kind, TomlTable toml, String place) {
    Object value = toml.get(List.of(key));
    String option = "--" + key;
    return switch (kind) {
      case NUMBER ->
          value instanceof Number || value instanceof String
              ? add(option, String.valueOf(value), place)
              : wrong(key, "a number", place);
      case WORD ->
          value instanceof String word
              ? add(option, word, place)
              : wrong(key, "a text in quotes", place);
      case SWITCH ->
          value instanceof Boolean on
              ? !on || arguments.add(option)
              : wrong(key, "true or false", place);
      case NAMES ->
          words(value) instanceof List<String> words
              ? add(option, String.join(",", words), place)
              : wrong(key, "an array of texts", place);
      case REPEATED ->
          words(value) instanceof List<String> words
              ? words.stream().allMatch(word -> add(option, word, place))
              : wrong(key, "an array of texts", place);
      case ENTRIES ->
          value instanceof TomlTable table ? entries(key, table) : wrong(key, "a table", place);
    };
  }

  private boolean entries(String key, TomlTable table) {
    String option =
        switch (key) {
          case "limits" -> "--limit";
          case "verification-of" -> "--verification";
          default -> "--" + key;
        };
    for (String name : table.keySet()) {
      Object value = table.get(List.of(name));
      String place = place(table.inputPositionOf(List.of(name)));
      if (value instanceof TomlTable || value instanceof TomlArray) {
        return wrong(key + "." + name, "a text or a number", place);
      }
      add(option, name + "=" + value, place);
    }
    return true;
  }

  /// The texts of an array; null if it is none.
  private static @Nullable List<String> words(@Nullable Object value) {
    if (!(value instanceof TomlArray array)) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (Object each : array.toList()) {
      if (!(each instanceof String word)) {
        return null;
      }
      words.add(word);
    }
    return words;
  }

  private boolean add(String option, String value, String place) {
    arguments.add(option + "=" + value);
    places.put(option + " " + value, place);
    return true;
  }

  private boolean wrong(String key, String expected, String place) {
    refuse(CliCode.CONFIG_VALUE, place, key + " takes " + expected, key);
    return false;
  }

  private String place(@Nullable TomlPosition position) {
    return position == null ? path.toString() : path + ", line " + position.line();
  }

  private void refuse(CliCode code, String where, String advice, String subject) {
    String what = subject.isEmpty() ? code.text() : code.text() + ": " + subject;
    refusal = new FaultReport(ExitCode.USAGE, code.id(), what, where, advice, List.of());
  }
}
