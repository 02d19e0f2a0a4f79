import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures out of the jars of a folder: {@code java Unsign.java FOLDER}.
 *
 * <p>Java verifies a signed jar at each start and keeps its classes out of start-up caches. The jars
 * are checked when the build fetches them; {@code wrtd} starts from copies without signatures.
 */
final class Unsign {
  private Unsign() {}

  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
      unsign(jar);
    }
  }

  private static void unsign(Path jar) throws IOException {
    Path copy = jar.resolveSibling(jar.getFileName() + ".unsigned");
    boolean signed = false;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (isSignature(entry.getName())) {
          signed = true;
          continue;
        }
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        out.putNextEntry(same);
        in.transferTo(out);
      }
    }
    if (signed) {
      Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(copy);
    }
  }

  private static boolean isSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && Stream.of(".SF", ".RSA", ".DSA", ".EC").anyMatch(upper::endsWith);
  }
}
