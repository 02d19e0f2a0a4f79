import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts the same Maven with the same arguments on a JDK 25, because the Maven that reads this
 * build runs on an older one. Runs from source on Java 17 or newer.
 */
final class Relaunch {
  private static final int JAVA = 25;

  private Relaunch() {}

  public static void main(String[] args) throws Exception {
    Optional<Path> home = candidates().filter(Relaunch::isWantedJdk).findFirst();
    if (home.isEmpty()) {
      System.err.println("error: wrt needs a JDK 25 or newer, and none was found");
      System.err.println(
          "  where: JDK25_HOME, JAVA_HOME, /usr/lib/jvm, ~/.sdkman, ~/.jdks,"
              + " /Library/Java/JavaVirtualMachines, C:\\Program Files\\Java, Eclipse Adoptium");
      System.err.println(
          "  do:    install one (for example Temurin 25), or set JDK25_HOME to its folder");
      System.exit(1);
    }
    System.exit(maven(Path.of(args[0]), home.get()));
  }

  private static int maven(Path mavenHome, Path javaHome) throws Exception {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> command = new ArrayList<>();
    command.add(mavenHome.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn").toString());
    String line = System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "").trim();
    if (!line.isEmpty()) {
      command.addAll(List.of(line.split("\\s+")));
    }
    System.err.printf(
        "wrt: Maven runs on Java %d; starting it again on %s%n",
        Runtime.version().feature(), javaHome);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("JAVA_HOME", javaHome.toString());
    return builder.start().waitFor();
  }

  private static Stream<Path> candidates() {
    String user = System.getProperty("user.home");
    Stream<Path> named =
        Stream.of("JDK25_HOME", "JAVA_HOME")
            .map(System::getenv)
            .filter(value -> value != null && !value.isEmpty())
            .map(Path::of);
    Stream<Path> listed =
        Stream.of(
                "/usr/lib/jvm",
                user + "/.sdkman/candidates/java",
                user + "/.jdks",
                user + "/Library/Java/JavaVirtualMachines",
                "/Library/Java/JavaVirtualMachines",
                "C:\\Program Files\\Java",
                "C:\\Program Files\\Eclipse Adoptium")
            .map(Path::of)
            .flatMap(Relaunch::entries);
    return Stream.concat(named, listed)
        .flatMap(path -> Stream.of(path, path.resolve("Contents").resolve("Home")));
  }

  private static Stream<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean isWantedJdk(Path home) {
    Path bin = home.resolve("bin");
    if (!Files.exists(bin.resolve("javac")) && !Files.exists(bin.resolve("javac.exe"))) {
      return false;
    }
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
          .anyMatch(version -> !version.isEmpty() && Integer.parseInt(version) >= JAVA);
    } catch (IOException e) {
      return false;
    }
  }
}
