package dev.wrt.wasi;

import static dev.wrt.wasi.TestGuest.errorOf;
import static dev.wrt.wasi.TestGuest.flags;
import static dev.wrt.wasi.TestGuest.okOf;
import static dev.wrt.wasi.TestGuest.str;
import static dev.wrt.wasi.TestGuest.u64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.wrt.component.value.Value;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host without directory handles, inode numbers and the attributes of Unix: a zip file stands
/// for it.
// [utest->req~wasi-paths-inside~1]
class OtherHostTest {
  @TempDir Path temporary;
  private FileSystem zip;
  private TestGuest guest;
  private Value root;

  @BeforeEach
  void layOut() throws IOException {
    zip = FileSystems.newFileSystem(temporary.resolve("host.zip"), Map.of("create", "true"));
    Files.createDirectories(zip.getPath("/data/dir"));
    Files.writeString(zip.getPath("/data/dir/file"), "contents");
    Files.writeString(zip.getPath("/secret"), "secret");
    guest = TestGuest.in(zip.getPath("/data"), false);
    root = guest.root();
  }

  @AfterEach
  void close() throws IOException {
    guest.close();
    zip.close();
  }

  @Test
  @DisplayName("the host of this test has no directory handles and no attributes of Unix")
  void otherHost() throws IOException {
    assertFalse(zip.supportedFileAttributeViews().contains("unix"));
    try (var stream = Files.newDirectoryStream(zip.getPath("/data"))) {
      assertFalse(stream instanceof SecureDirectoryStream);
    }
  }

  @Test
  @DisplayName("a host that can't open a file without following links does not open it at all")
  void open() {
    assertEquals(ErrorCode.INVALID, errorOf(guest.open(root, "dir/file", 0, 1)));
  }

  @Test
  @DisplayName("files are renamed and removed there too")
  void files() {
    okOf(guest.descriptor("rename-at", root, str("dir/file"), root, str("renamed")));
    okOf(guest.descriptor("unlink-file-at", root, str("renamed")));
    assertEquals(
        ErrorCode.NO_ENTRY, errorOf(guest.descriptor("unlink-file-at", root, str("renamed"))));
  }

  @Test
  @DisplayName("directories keep their identity there while a guest renames them")
  void directories() {
    Value dir = okOf(guest.open(root, "dir", 0, 1));
    okOf(guest.descriptor("create-directory-at", root, str("empty")));
    Value empty = okOf(guest.open(root, "empty", 0, 1));
    okOf(guest.descriptor("rename-at", root, str("empty"), root, str("other")));
    okOf(guest.descriptor("stat", empty));
    okOf(guest.descriptor("remove-directory-at", root, str("other")));
    assertEquals(ErrorCode.NO_ENTRY, errorOf(guest.descriptor("stat", empty)));
    Value stat = okOf(guest.descriptor("stat-at", dir, flags(0), str("file")));
    List<Value> fields = ((Value.RecordValue) stat).fields();
    assertEquals(new Value.EnumValue(DescriptorType.REGULAR_FILE.ordinal()), fields.get(0));
    assertEquals(u64(8), fields.get(2));
    assertEquals(Value.OptionValue.NONE, fields.get(5), "no time of a status change");
  }

  @Test
  @DisplayName("nothing leaves the preopened directory there either")
  void attacks() {
    for (String path : List.of("../secret", "/secret", "dir/../../secret")) {
      assertEquals(ErrorCode.NOT_PERMITTED, errorOf(guest.open(root, path, 0, 1)), path);
    }
  }

  @Test
  @DisplayName("what that host can't do is unsupported")
  void unsupported() {
    assertEquals(
        ErrorCode.UNSUPPORTED,
        errorOf(guest.descriptor("symlink-at", root, str("dir"), str("link"))));
    assertEquals(
        ErrorCode.UNSUPPORTED,
        errorOf(guest.descriptor("link-at", root, flags(0), str("dir/file"), root, str("link"))));
  }
}
