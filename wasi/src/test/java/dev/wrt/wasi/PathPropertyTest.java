package dev.wrt.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.wasi.PathResolution.LastLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random trees of directories, files and symbolic links, many of which leave, and random paths.
// [utest->req~wasi-paths-inside~1]
class PathPropertyTest {
  private static final String[] NAMES = {"a", "b", "c", "d", "e"};
  private static final int ENTRIES = 40;
  private static final int PATHS = 500;

  @TempDir Path outside;

  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName(
      "what is resolved lies beneath the base, has no link in it, and is what the host finds")
  void staysInside(long seed) throws IOException {
    Random random = new Random(seed);
    Path base = Files.createDirectories(outside.toRealPath().resolve("x/base"));
    plant(random, base);
    int resolved = 0;
    int refused = 0;
    for (int i = 0; i < PATHS; i++) {
      String path = path(random);
      try {
        check(base, path, PathResolution.resolve(base, path, LastLink.FOLLOW));
        resolved++;
      } catch (FileError e) {
        refused++;
      }
    }
    assertTrue(resolved > 0 && refused > 0, resolved + " resolved, " + refused + " refused");
  }

  private static void check(Path base, String path, Place place) throws IOException {
    assertTrue(place.directory().startsWith(base), path);
    assertEquals(place.directory(), place.directory().toRealPath(), path);
    assertFalse(Files.isSymbolicLink(place.path()), path);
    Path hosts = base.resolve(path);
    assertEquals(Files.exists(place.path(), LinkOption.NOFOLLOW_LINKS), Files.exists(hosts), path);
    if (Files.exists(hosts)) {
      assertEquals(hosts.toRealPath(), place.path(), path);
    }
  }

  /// Makes entries in random directories made before; a link's target may be anything.
  private static void plant(Random random, Path base) throws IOException {
    Files.createDirectories(base.resolveSibling("a/b"));
    Files.writeString(base.resolveSibling("c"), "outside");
    List<Path> directories = new ArrayList<>(List.of(base));
    for (int i = 0; i < ENTRIES; i++) {
      Path parent = directories.get(random.nextInt(directories.size()));
      Path entry = parent.resolve(NAMES[random.nextInt(NAMES.length)]);
      if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      switch (random.nextInt(4)) {
        case 0 -> Files.writeString(entry, "inside");
        case 1 -> directories.add(Files.createDirectory(entry));
        case 2 -> Files.createSymbolicLink(entry, Path.of(path(random)));
        default ->
            Files.createSymbolicLink(
                entry, random.nextInt(8) == 0 ? base : Path.of("..", path(random)));
      }
    }
  }

  private static String path(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(5))
        .mapToObj(_ ->
            switch (random.nextInt(6)) {
              case 0 -> "..";
              case 1 -> ".";
              default -> NAMES[random.nextInt(NAMES.length)];
            })
        .collect(Collectors.joining("/"));
  }
}
