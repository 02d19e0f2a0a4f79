import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Builds the distribution twice, in two folders, time zones and languages, and compares each byte:
 * {@code java Reproduce.java ROOT}.
 *
 * <p>Only what git knows is copied, as it is in the working tree. The report is {@code
 * target/reproducible/report.csv}; the exit code is 0 if all files are equal, else 1.
 */
final class Reproduce {
  private static final String DIST = "cli/target/dist";

  private Reproduce() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).toRealPath();
    Path work = root.resolve("target/reproducible");
    Path first = work.resolve("first");
    Path second = work.resolve("the second one, with blanks in its name");
    build(root, first, "UTC", "en");
    build(root, second, "Pacific/Auckland", "tr");
    List<String> different = compare(first.resolve(DIST), second.resolve(DIST), work);
    if (different.isEmpty()) {
      System.err.println("wrt: both builds are the same, byte for byte");
      return;
    }
    System.err.println("error: two builds of the same sources differ");
    different.forEach(line -> System.err.println("  where: " + line));
    System.err.println("  do:    compare the two folders below " + work);
    System.exit(1);
  }

  private static void build(Path root, Path to, String zone, String language) throws Exception {
    System.err.println("wrt: building in " + to);
    delete(to);
    for (String file : output(root, "git", "ls-files").split("\n")) {
      Path source = root.resolve(file);
      if (Files.isRegularFile(source)) {
        Path target = to.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(source, target);
        target.toFile().setExecutable(Files.isExecutable(source));
      }
    }
    List<String> command =
        List.of(
            to.resolve("mvnw").toString(),
            "-B",
            "-ntp",
            "-q",
            "-Dfast",
            "-DskipTests",
            "package",
            "-pl",
            "cli",
            "-am");
    ProcessBuilder builder = new ProcessBuilder(command).directory(to.toFile()).inheritIO();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TZ", zone);
    builder
        .environment()
        .put("MAVEN_OPTS", "-Duser.timezone=" + zone + " -Duser.language=" + language);
    if (builder.start().waitFor() != 0) {
      throw new IOException("the build in " + to + " failed");
    }
  }

  private static String output(Path folder, String... command) throws Exception {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String text = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed in " + folder);
    }
    return text;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = new ArrayList<>(files.toList());
    }
    for (Path path : all.reversed()) {
      Files.delete(path);
    }
  }

  private static List<String> compare(Path first, Path second, Path work) throws Exception {
    Map<String, String> left = hashes(first);
    Map<String, String> right = hashes(second);
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    List<String> report = new ArrayList<>(List.of("file,first_sha256,second_sha256,equal"));
    List<String> different = new ArrayList<>();
    for (String name : names) {
      String a = left.getOrDefault(name, "");
      String b = right.getOrDefault(name, "");
      report.add(name + "," + a + "," + b + "," + a.equals(b));
      if (!a.equals(b)) {
        different.add(name + entries(first.resolve(name), second.resolve(name)));
      }
    }
    Files.write(work.resolve("report.csv"), report);
    return different;
  }

  private static Map<String, String> hashes(Path folder) throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      hashes.put(name, sha256(Files.readAllBytes(file)));
    }
    return hashes;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Which entries of two archives differ, as text. */
  private static String entries(Path first, Path second) throws Exception {
    if (!first.toString().endsWith(".jar") || !Files.exists(first) || !Files.exists(second)) {
      return "";
    }
    Map<String, String> left = contents(first);
    Map<String, String> right = contents(second);
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    names.removeIf(name -> Objects.equals(left.get(name), right.get(name)));
    return names.isEmpty() ? " (order or headers of the archive)" : " " + names;
  }

  private static Map<String, String> contents(Path jar) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          contents.put(entry.getName(), entry.getTime() + sha256(in.readAllBytes()));
        }
      }
    }
    return contents;
  }
}
