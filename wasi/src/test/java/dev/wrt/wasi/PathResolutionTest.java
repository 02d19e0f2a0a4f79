package dev.wrt.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.wasi.PathResolution.LastLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~wasi-paths-inside~1]
class PathResolutionTest {
  @TempDir Path outside;
  private Path base;

  /// `base` holds a, a/b, a/file, links inside, and links that try to leave; `outside/secret` is
  /// the target of the attacks.
  @BeforeEach
  void layOut() throws IOException {
    base = Files.createDirectory(outside.toRealPath().resolve("base"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createDirectories(base.resolve("a/b"));
    Files.writeString(base.resolve("a/file"), "file");
    link("to-a", "a");
    link("to-file", "a/file");
    link("to-b-through-link", "to-a/b");
    link("dangling", "a/new");
    link("up", "..");
    link("up-and-in", "../base/a");
    link("escape", "../secret");
    link("absolute", outside.resolve("secret").toString());
    link("absolute-inside", base.resolve("a").toString());
    link("a/up-twice", "../..");
    link("a/b/to-top-file", "../../a/file");
    link("self", "self");
    link("ping", "pong");
    link("pong", "ping");
    link("slash-target", "a/");
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(base.resolve(name), Path.of(target));
  }

  private ErrorCode error(String path, LastLink last) {
    return ErrorCode.of(
        assertThrows(IOException.class, () -> PathResolution.resolve(base, path, last), path));
  }

  private String resolved(String path, LastLink last) throws IOException {
    return base.relativize(PathResolution.resolve(base, path, last).path()).toString();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName("attacks and mistakes end in their error-code, whatever is done with a last link")
  @CsvSource({
    "'', NO_ENTRY",
    "/, NOT_PERMITTED",
    "/etc/passwd, NOT_PERMITTED",
    "//etc/passwd, NOT_PERMITTED",
    ".., NOT_PERMITTED",
    "../, NOT_PERMITTED",
    "../base/a, NOT_PERMITTED",
    "./.., NOT_PERMITTED",
    "a/../.., NOT_PERMITTED",
    "a/../../secret, NOT_PERMITTED",
    "a/b/../../../secret, NOT_PERMITTED",
    "up/secret, NOT_PERMITTED",
    "up-and-in/file, NOT_PERMITTED",
    "a/up-twice/secret, NOT_PERMITTED",
    "to-a/up-twice/secret, NOT_PERMITTED",
    "to-b-through-link/../../.., NOT_PERMITTED",
    "absolute-inside/file, NOT_PERMITTED",
    "self/x, LOOP",
    "ping/x, LOOP",
    "nothing/x, NO_ENTRY",
    "nothing/.., NO_ENTRY",
    "a/file/x, NOT_DIRECTORY",
    "a/file/.., NOT_DIRECTORY",
    "a/file/., NOT_DIRECTORY",
    "a/file/, NOT_DIRECTORY",
    "to-file/x, NOT_DIRECTORY"
  })
  void refused(String path, ErrorCode code) {
    for (LastLink last : LastLink.values()) {
      assertEquals(code, error(path, last), last.toString());
    }
  }

  @ParameterizedTest(name = "{0} followed is {1}")
  @DisplayName("a symbolic link at the end that leaves, or leads nowhere, can't be followed")
  @CsvSource({
    "up, NOT_PERMITTED",
    "escape, NOT_PERMITTED",
    "absolute, NOT_PERMITTED",
    "absolute-inside, NOT_PERMITTED",
    "a/up-twice, NOT_PERMITTED",
    "self, LOOP",
    "ping, LOOP"
  })
  void refusedWhenFollowed(String path, ErrorCode code) throws IOException {
    assertEquals(code, error(path, LastLink.FOLLOW));
    assertEquals(code, error(path + "/", LastLink.KEEP));
    assertEquals(path, resolved(path, LastLink.KEEP));
    assertEquals(path, resolved(path, LastLink.ENTRY));
  }

  @ParameterizedTest(name = "{0} leads to {1}")
  @DisplayName("paths that stay inside lead where the host would lead them")
  @CsvSource({
    "., ''",
    "./, ''",
    "a/.., ''",
    "a/b/../.., ''",
    "a, a",
    "a/, a",
    "a//b, a/b",
    "a/./b/., a/b",
    "a/b/.., a",
    "a/new, a/new",
    "to-a/file, a/file",
    "to-a/../a/file, a/file",
    "to-file, a/file",
    "to-b-through-link, a/b",
    "to-b-through-link/../file, a/file",
    "a/b/to-top-file, a/file",
    "dangling, a/new",
    "slash-target, a",
    "slash-target/b, a/b"
  })
  void accepted(String path, String expected) throws IOException {
    assertEquals(expected, resolved(path, LastLink.FOLLOW));
  }

  @Test
  @DisplayName("an entry that is removed or renamed is the link itself, a slash after it an error")
  void entryMode() throws IOException {
    assertEquals("to-a", resolved("to-a", LastLink.ENTRY));
    assertEquals(ErrorCode.NOT_DIRECTORY, error("to-a/", LastLink.ENTRY));
    assertEquals("a", resolved("to-a/", LastLink.KEEP));
  }

  @Test
  @DisplayName("forty links are followed, forty-one are a loop")
  void linksMax() throws IOException {
    link("chain-0", "a");
    for (int i = 1; i <= PathResolution.LINKS_MAX; i++) {
      link("chain-" + i, "chain-" + (i - 1));
    }
    assertEquals("a", resolved("chain-" + (PathResolution.LINKS_MAX - 1), LastLink.FOLLOW));
    assertEquals(ErrorCode.LOOP, error("chain-" + PathResolution.LINKS_MAX, LastLink.FOLLOW));
  }

  @Test
  @DisplayName("paths and names that are too long, or hold a NUL, are errors")
  void lengths() {
    int max = PathResolution.PATH_LENGTH_MAX;
    assertEquals(ErrorCode.NAME_TOO_LONG, error("a/".repeat(max / 2) + "x", LastLink.FOLLOW));
    assertEquals(ErrorCode.NAME_TOO_LONG, error("x".repeat(256), LastLink.FOLLOW));
    assertEquals(ErrorCode.INVALID, error("a\0b", LastLink.FOLLOW));
  }
}
