package dev.wrt.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Facts of the machine that measured.
///
/// @param cpu model of its processor
/// @param processors how many the JVM sees
/// @param java the JVM
/// @param node version of Node; empty if jco was not measured
/// @param jco version of jco; empty if it was not measured
record Machine(String cpu, int processors, String java, String node, String jco) {
  /// A machine that measures wrt alone.
  static Machine withoutNode() throws IOException {
    return new Machine(
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        "",
        "");
  }

  /// A machine that measures jco too.
  ///
  /// @param node the program
  /// @param packages the folder that jco is installed in
  static Machine of(String node, Path packages) throws IOException {
    Machine plain = withoutNode();
    Process process = new ProcessBuilder(node, "--version").start();
    String version =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Path manifest = packages.resolve("node_modules/@bytecodealliance/jco/package.json");
    Matcher jco = Pattern.compile("\"version\": *\"([^\"]+)\"").matcher(Files.readString(manifest));
    String found = jco.find() ? jco.group(1) : null;
    String release = found == null ? "unknown" : found;
    return new Machine(plain.cpu, plain.processors, plain.java, version, release);
  }

  private static String cpuModel() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      for (String line : Files.readAllLines(info)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return System.getProperty("os.arch") + ", model unknown";
  }
}
