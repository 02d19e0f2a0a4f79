package dev.wrt.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs all configurations in turns, each in a process of its own, several rounds, and writes the
/// tables.
///
/// A process gives the median of its batches; of the rounds, the smallest counts, because what
/// disturbs a measurement from outside can only make it slower. Both sides call the same component
/// with the same arguments, and a result that differs ends the comparison.
// [impl->req~benchmarks-side-by-side~1]
public final class Comparison {
  private final Path folder;
  private final Effort effort;
  private final Map<Configuration, Map<Case, Figures>> figures = new LinkedHashMap<>();

  /// Creates a comparison.
  ///
  /// @param folder `benchmarks/`
  Comparison(Path folder, Effort effort) {
    this.folder = folder;
    this.effort = effort;
  }

  /// The entry point.
  ///
  /// @param arguments the folder `benchmarks/`, the number of rounds, and Node and the folder of
  ///   its packages where jco is to be measured too
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Comparison comparison = new Comparison(folder, Effort.FULL);
    Machine machine =
        arguments.length > 3
            ? Machine.of(arguments[2], Path.of(arguments[3]))
            : Machine.withoutNode();
    for (int round = 0; round < rounds; round++) {
      if (arguments.length > 3) {
        comparison.jco(arguments[2], Path.of(arguments[3]));
      }
      for (Configuration each : Configuration.ofWrt()) {
        comparison.wrt(each);
      }
      System.err.println("round " + (round + 1) + " of " + rounds + " is over");
    }
    Files.writeString(
        folder.resolve("results.md"), Tables.markdown(comparison.figures(), machine, rounds));
    Files.writeString(folder.resolve("results.json"), Tables.json(comparison.figures(), machine));
  }

  /// What was measured so far.
  Map<Configuration, Map<Case, Figures>> figures() {
    return figures;
  }

  private Path component() {
    return folder.resolve("guest/calls.component.wasm");
  }

  /// Measures wrt in a new Java process.
  void wrt(Configuration configuration) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin/java").toString());
    command.addAll(List.of("-cp", property("java.class.path"), CallRun.class.getName()));
    command.add(component().toString());
    command.addAll(List.of(configuration.strategy(), configuration.verification()));
    command.addAll(effort.arguments());
    add(configuration, process(command));
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }

  /// Measures jco: time in a process as it is by default, bytes in one whose young generation is so
  /// large that nothing is collected meanwhile.
  void jco(String node, Path packages) {
    add(Configuration.JCO, process(jcoCommand(node, packages, List.of(), effort)));
    List<String> options =
        List.of("--expose-gc", "--min-semi-space-size=64", "--max-semi-space-size=64");
    Map<Case, Figures> memory =
        process(jcoCommand(node, packages, options, new Effort(effort.warmMillis(), 1, 0)));
    memory.replaceAll((c, f) -> new Figures(Double.POSITIVE_INFINITY, f.bytes(), f.check()));
    add(Configuration.JCO, memory);
  }

  private List<String> jcoCommand(String node, Path packages, List<String> options, Effort given) {
    List<String> command = new ArrayList<>(List.of(node));
    command.addAll(options);
    command.add(folder.resolve("jco/calls.mjs").toString());
    command.add(packages.toString());
    command.add(component().toString());
    command.addAll(given.arguments());
    return command;
  }

  private void add(Configuration configuration, Map<Case, Figures> measured) {
    Map<Case, Figures> known = figures.computeIfAbsent(configuration, c -> new LinkedHashMap<>());
    measured.forEach((c, f) -> {
      for (Map<Case, Figures> others : figures.values()) {
        Figures other = others.get(c);
        if (other != null && !other.check().equals(f.check())) {
          String what = c + " of " + configuration + " returns " + f.check();
          throw new IllegalStateException(what + ", not " + other.check());
        }
      }
      known.merge(c, f, Figures::least);
    });
  }

  private static Map<Case, Figures> process(List<String> command) {
    Map<Case, Figures> measured = new LinkedHashMap<>();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] fields = line.split("\t", 4);
          measured.put(Case.valueOf(fields[0]), Figures.of(fields[1], fields[2], fields[3]));
        }
      }
      if (process.waitFor() != 0 || measured.size() != Case.values().length) {
        throw new IllegalStateException("failed: " + String.join(" ", command));
      }
      return measured;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
