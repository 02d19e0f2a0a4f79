package dev.wrt.benchmarks;

import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the verification levels cost: the processor time of each {@link Kernel} at each level,
/// divided by that at `OFF`.
///
/// Each kernel and level gets processes of its own, because how the JVM compiles the interpreter
/// differs from start to start; levels take turns, so that whatever the machine does meanwhile
/// meets all of them. The median of the starts counts. The interpreter executes.
// [impl->req~benchmarks-levels~1]
public final class Levels {
  private final Path project;
  private final Effort effort;
  private final Map<Kernel, Map<VerificationLevel, List<Double>>> nanos =
      new EnumMap<>(Kernel.class);

  /// Creates a measurement.
  ///
  /// @param project the project's folder
  Levels(Path project, Effort effort) {
    this.project = project;
    this.effort = effort;
  }

  /// The entry point: writes `benchmarks/levels.csv` and `benchmarks/levels.md`.
  ///
  /// @param arguments the project's folder, and how many processes of each kind there are
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path project = Path.of(arguments[0]);
    int starts = Integer.parseInt(arguments[1]);
    Levels levels = new Levels(project, new Effort(1200, 9, 40));
    for (int start = 0; start < starts; start++) {
      for (Kernel kernel : Kernel.values()) {
        levels.measure(kernel);
      }
      System.err.println("start " + (start + 1) + " of " + starts + " is over");
    }
    Path folder = project.resolve("benchmarks");
    Files.writeString(folder.resolve("levels.csv"), levels.csv());
    Files.writeString(folder.resolve("levels.md"), levels.markdown(Machine.withoutNode(), starts));
  }

  /// Measures a kernel at all levels, a process each.
  void measure(Kernel kernel) throws IOException, InterruptedException {
    String returned = "";
    for (VerificationLevel level : VerificationLevel.values()) {
      String[] fields = process(kernel, level.word()).split("\t", 2);
      if (!returned.isEmpty() && !returned.equals(fields[1])) {
        throw new IllegalStateException(kernel + " returns " + fields[1] + " at " + level);
      }
      returned = fields[1];
      add(kernel, level, Double.parseDouble(fields[0]));
    }
  }

  /// Counts a measurement.
  void add(Kernel kernel, VerificationLevel level, double time) {
    nanos
        .computeIfAbsent(kernel, k -> new EnumMap<>(VerificationLevel.class))
        .computeIfAbsent(level, l -> new ArrayList<>())
        .add(time);
  }

  private String process(Kernel kernel, String level) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin/java").toString());
    command.addAll(List.of("-cp", property("java.class.path"), LevelRun.class.getName()));
    command.addAll(List.of(project.toString(), kernel.name(), level));
    command.addAll(effort.arguments());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", command));
    }
    return line;
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }

  private double time(Kernel kernel, VerificationLevel level) {
    Map<VerificationLevel, List<Double>> of = nanos.getOrDefault(kernel, Map.of());
    List<Double> sorted = of.getOrDefault(level, List.of()).stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// How many times as long as at `OFF`.
  double ratio(Kernel kernel, VerificationLevel level) {
    return time(kernel, level) / time(kernel, VerificationLevel.OFF);
  }

  /// A line for each kernel and level.
  String csv() {
    StringBuilder csv = new StringBuilder("kernel,level,ratio_to_off\n");
    for (Kernel kernel : nanos.keySet()) {
      for (VerificationLevel level : VerificationLevel.values()) {
        csv.append(
            String.format(
                Locale.ROOT, "%s,%s,%.2f%n", kernel.title(), level.word(), ratio(kernel, level)));
      }
    }
    return csv.toString();
  }

  /// The same as a table to be read.
  String markdown(Machine machine, int starts) {
    StringBuilder text = new StringBuilder("# What the verification levels cost\n\n");
    text.append("Processor time of each kernel, divided by that at `off`: the interpreter, ");
    text.append("median of ").append(starts).append(" starts of the JVM.\n");
    text.append(machine.cpu()).append(", ").append(machine.processors());
    text.append(" processors; ").append(machine.java()).append(".\n\n| kernel | ms at off |");
    StringBuilder rule = new StringBuilder("| --- | --- |");
    StringBuilder means = new StringBuilder("| **geometric mean** | |");
    for (VerificationLevel level : VerificationLevel.values()) {
      if (level != VerificationLevel.OFF) {
        text.append(' ').append(level.word()).append(" |");
        rule.append(" --- |");
        means.append(String.format(Locale.ROOT, " **%.2f** |", mean(level)));
      }
    }
    text.append('\n').append(rule).append('\n');
    for (Kernel kernel : nanos.keySet()) {
      double off = time(kernel, VerificationLevel.OFF) / 1e6;
      text.append(String.format(Locale.ROOT, "| %s | %.2f |", kernel.title(), off));
      for (VerificationLevel level : VerificationLevel.values()) {
        if (level != VerificationLevel.OFF) {
          text.append(String.format(Locale.ROOT, " %.2f |", ratio(kernel, level)));
        }
      }
      text.append('\n');
    }
    return text.append(means).append('\n').toString();
  }

  private double mean(VerificationLevel level) {
    double logs = 0;
    for (Kernel kernel : nanos.keySet()) {
      logs += Math.log(ratio(kernel, level));
    }
    return Math.exp(logs / nanos.size());
  }
}
