package dev.wrt.wasi;

import static dev.wrt.wasi.TestGuest.bytes;
import static dev.wrt.wasi.TestGuest.errorOf;
import static dev.wrt.wasi.TestGuest.flags;
import static dev.wrt.wasi.TestGuest.okOf;
import static dev.wrt.wasi.TestGuest.str;
import static dev.wrt.wasi.TestGuest.text;
import static dev.wrt.wasi.TestGuest.u64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The methods of `descriptor` and their error-codes.
// [utest->req~wasi-files~1]
// [utest->req~wasi-read-only~1]
// [utest->req~wasi-path-race~1]
class FilesystemTest {
  private static final int CREATE = 1;
  private static final int DIRECTORY = 2;
  private static final int EXCLUSIVE = 4;
  private static final int TRUNCATE = 8;
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int MUTATE = 32;
  private static final Value NO_CHANGE = new Value.VariantValue(0, null);
  private static final Value NOW = new Value.VariantValue(1, null);

  @TempDir Path outer;
  private Path host;
  private TestGuest guest;
  private Value root;

  @BeforeEach
  void open() throws IOException {
    host = Files.createDirectory(outer.resolve("host"));
    Files.writeString(outer.resolve("secret"), "secret");
    Files.writeString(host.resolve("file"), "contents");
    Files.createDirectories(host.resolve("dir/sub"));
    Files.createSymbolicLink(host.resolve("link"), Path.of("file"));
    Files.createSymbolicLink(host.resolve("escape"), Path.of("../secret"));
    guest = TestGuest.in(host, false);
    root = guest.root();
  }

  @AfterEach
  void close() {
    guest.close();
  }

  private Value opened(String path, int flags) {
    return okOf(guest.open(root, path, 0, flags));
  }

  private void assertError(ErrorCode code, String method, Value... arguments) {
    assertEquals(code, errorOf(guest.descriptor(method, arguments)), method);
  }

  private void assertOpenError(ErrorCode code, String path, int openFlags, int flags) {
    assertEquals(code, errorOf(guest.open(root, path, openFlags, flags)), path);
  }

  private Value ok(String method, Value... arguments) {
    return okOf(guest.descriptor(method, arguments));
  }

  private static Value at(long seconds, int nanos) {
    return new Value.VariantValue(
        2, new Value.RecordValue(List.of(u64(seconds), new Value.U32(nanos))));
  }

  @Test
  @DisplayName("open-at opens files and directories and says what they are")
  void openAt() {
    Value file = opened("file", READ | WRITE);
    Value dir = opened("dir", READ);
    assertEquals(new Value.EnumValue(DescriptorType.REGULAR_FILE.ordinal()), ok("get-type", file));
    assertEquals(new Value.EnumValue(DescriptorType.DIRECTORY.ordinal()), ok("get-type", dir));
    assertEquals(flags(READ | WRITE), ok("get-flags", file));
    assertEquals(flags(READ | MUTATE), ok("get-flags", dir));
    Value nested = okOf(guest.open(dir, "sub", DIRECTORY, READ));
    assertEquals(new Value.EnumValue(DescriptorType.DIRECTORY.ordinal()), ok("get-type", nested));
  }

  @Test
  @DisplayName("open-at creates, truncates and insists on a new file as its flags say")
  void openAtCreates() throws IOException {
    okOf(guest.open(root, "new", CREATE, WRITE));
    assertTrue(Files.exists(host.resolve("new")));
    assertOpenError(ErrorCode.EXIST, "new", CREATE | EXCLUSIVE, WRITE);
    assertOpenError(ErrorCode.EXIST, "link", CREATE | EXCLUSIVE, WRITE);
    okOf(guest.open(root, "newer", CREATE | EXCLUSIVE, WRITE));
    okOf(guest.open(root, "file", CREATE, READ));
    assertEquals("contents", Files.readString(host.resolve("file")));
    okOf(guest.open(root, "file", TRUNCATE, WRITE));
    assertEquals(0, Files.size(host.resolve("file")));
  }

  @Test
  @DisplayName("open-at gives the error-codes of POSIX")
  void openAtErrors() throws IOException {
    assertOpenError(ErrorCode.NO_ENTRY, "missing", 0, READ);
    assertOpenError(ErrorCode.NO_ENTRY, "missing/x", CREATE, WRITE);
    assertOpenError(ErrorCode.NO_ENTRY, "", CREATE, WRITE);
    assertOpenError(ErrorCode.NOT_DIRECTORY, "file/x", 0, READ);
    assertOpenError(ErrorCode.NOT_DIRECTORY, "file", DIRECTORY, READ);
    assertOpenError(ErrorCode.NOT_DIRECTORY, "file/", 0, READ);
    assertOpenError(ErrorCode.IS_DIRECTORY, "dir", 0, WRITE);
    assertOpenError(ErrorCode.IS_DIRECTORY, "dir", CREATE, READ);
    assertOpenError(ErrorCode.IS_DIRECTORY, "dir", TRUNCATE, READ);
    assertOpenError(ErrorCode.IS_DIRECTORY, "new/", CREATE, WRITE);
    assertOpenError(ErrorCode.INVALID, "dir", CREATE | DIRECTORY, READ);
    assertOpenError(ErrorCode.NOT_PERMITTED, "../secret", 0, READ);
    assertOpenError(ErrorCode.NOT_PERMITTED, "escape", 0, READ);
    assertOpenError(ErrorCode.NOT_PERMITTED, outer.resolve("secret").toString(), 0, READ);
    Value keep = okOf(guest.open(root, "link", 0, READ)); // flag symlink-follow is set by open
    assertEquals("contents", read(keep, 0, 100));
    Value.ResultValue unfollowed =
        guest.descriptor("open-at", root, flags(0), str("link"), flags(0), flags(READ));
    assertEquals(ErrorCode.LOOP, errorOf(unfollowed));
    Value file = opened("file", READ);
    assertEquals(ErrorCode.NOT_DIRECTORY, errorOf(guest.open(file, "x", 0, READ)));
  }

  @Test
  @DisplayName("open-at creates through a dangling link inside, never through one that leaves")
  void openAtThroughLinks() throws IOException {
    Files.createSymbolicLink(host.resolve("dangling"), Path.of("dir/made"));
    Files.createSymbolicLink(host.resolve("out"), Path.of("../made"));
    okOf(guest.open(root, "dangling", CREATE, WRITE));
    assertTrue(Files.exists(host.resolve("dir/made")));
    assertOpenError(ErrorCode.NOT_PERMITTED, "out", CREATE, WRITE);
    assertFalse(Files.exists(outer.resolve("made")));
  }

  @Test
  @DisplayName("what is neither a file nor a directory can't be opened")
  void openAtFifo() throws Exception {
    Path fifo = host.resolve("fifo");
    Process made = new ProcessBuilder("mkfifo", fifo.toString()).start();
    if (made.waitFor() == 0) {
      assertOpenError(ErrorCode.UNSUPPORTED, "fifo", 0, READ);
    }
  }

  private String read(Value file, long offset, long length) {
    Value.TupleValue tuple = (Value.TupleValue) ok("read", file, u64(length), u64(offset));
    return text(tuple.elements().get(0));
  }

  @Test
  @DisplayName("read gives bytes from an offset, at most as many as asked for, and tells the end")
  void readFile() {
    Value file = opened("file", READ);
    assertEquals("tent", read(file, 3, 4));
    assertEquals("nts", read(file, 5, -1));
    Value end = ok("read", file, u64(10), u64(8));
    assertEquals(
        new Value.TupleValue(List.of(ByteList.of(), new Value.Bool(true))), end, "at the end");
    Value none = ok("read", file, u64(0), u64(0));
    assertEquals(new Value.TupleValue(List.of(ByteList.of(), new Value.Bool(false))), none);
    assertError(ErrorCode.INVALID, "read", file, u64(1), u64(-1));
    assertError(ErrorCode.IS_DIRECTORY, "read", root, u64(1), u64(0));
    assertError(ErrorCode.BAD_DESCRIPTOR, "read", opened("file", WRITE), u64(1), u64(0));
  }

  @Test
  @DisplayName("a file that says it is empty is read nevertheless")
  void readProc() {
    Path proc = Path.of("/proc/self");
    if (Files.isDirectory(proc)) {
      try (TestGuest reader = TestGuest.in(proc, true)) {
        Value file = okOf(reader.open(reader.root(), "status", 0, READ));
        Value read = okOf(reader.descriptor("read", file, u64(100), u64(0)));
        assertTrue(text(((Value.TupleValue) read).elements().get(0)).startsWith("Name:"));
      }
    }
  }

  @Test
  @DisplayName("flags that ask for synchronous writing are kept")
  void syncFlags() {
    int flags = WRITE | Descriptor.FILE_INTEGRITY_SYNC | Descriptor.DATA_INTEGRITY_SYNC;
    Value file = opened("file", flags);
    assertEquals(flags(flags), ok("get-flags", file));
    ok("write", file, bytes("x"), u64(0));
  }

  @Test
  @DisplayName("a file that is opened for nothing can be looked at but not read")
  void noFlags() {
    Value file = opened("file", 0);
    assertEquals(u64(8), stat(file).get(2));
    assertError(ErrorCode.BAD_DESCRIPTOR, "read", file, u64(1), u64(0));
  }

  @Test
  @DisplayName("a read never gives more than the maximum, however much is asked for")
  void readMax() throws IOException {
    int max = WasiLimits.standard().readBytesMax();
    Files.write(host.resolve("large"), new byte[max + 1]);
    assertEquals(max, read(opened("large", READ), 0, -1).length());
  }

  @Test
  @DisplayName("write puts bytes at an offset and fills a gap with zeroes")
  void writeFile() throws IOException {
    Value file = opened("file", WRITE);
    assertEquals(u64(2), ok("write", file, bytes("NT"), u64(2)));
    assertEquals("coNTents", Files.readString(host.resolve("file")));
    ok("write", file, bytes("!"), u64(10));
    assertEquals("coNTents\0\0!", Files.readString(host.resolve("file")));
    assertError(ErrorCode.INVALID, "write", file, bytes("x"), u64(-1));
    assertError(ErrorCode.FILE_TOO_LARGE, "write", file, bytes("xy"), u64(Long.MAX_VALUE - 1));
    assertError(ErrorCode.BAD_DESCRIPTOR, "write", opened("file", READ), bytes("x"), u64(0));
    assertError(ErrorCode.IS_DIRECTORY, "write", root, bytes("x"), u64(0));
  }

  @Test
  @DisplayName("a write of more than the buffer is a short write")
  void writeMax() {
    int max = WasiLimits.standard().writeBytesMax();
    Value file = okOf(guest.open(root, "large", CREATE, WRITE));
    assertEquals(u64(max), ok("write", file, ByteList.owned(new byte[max + 1]), u64(0)));
  }

  @Test
  @DisplayName("set-size cuts a file and makes it longer with zeroes")
  void setSize() throws IOException {
    Value file = opened("file", READ | WRITE);
    ok("set-size", file, u64(3));
    assertEquals("con", Files.readString(host.resolve("file")));
    ok("set-size", file, u64(5));
    assertEquals("con\0\0", Files.readString(host.resolve("file")));
    ok("set-size", file, u64(5));
    assertError(ErrorCode.FILE_TOO_LARGE, "set-size", file, u64(-1));
    assertError(ErrorCode.FILE_TOO_LARGE, "set-size", file, u64(Long.MAX_VALUE));
    assertError(ErrorCode.BAD_DESCRIPTOR, "set-size", opened("file", READ), u64(0));
    assertError(ErrorCode.IS_DIRECTORY, "set-size", root, u64(0));
  }

  @Test
  @DisplayName("sync, sync-data and advise accept what they can do and check their arguments")
  void syncAndAdvise() {
    Value file = opened("file", WRITE);
    Value advice = new Value.EnumValue(3);
    ok("sync", file);
    ok("sync-data", file);
    ok("sync", opened("file", READ));
    ok("sync", root);
    ok("advise", file, u64(0), u64(10), advice);
    assertError(ErrorCode.INVALID, "advise", file, u64(1), u64(Long.MAX_VALUE), advice);
    assertError(ErrorCode.INVALID, "advise", file, u64(-1), u64(0), advice);
    assertError(ErrorCode.IS_DIRECTORY, "advise", root, u64(0), u64(0), advice);
  }

  private List<Value> stat(Value descriptor) {
    return ((Value.RecordValue) ok("stat", descriptor)).fields();
  }

  private List<Value> statAt(String path, boolean follow) {
    Value stat = ok("stat-at", root, flags(follow ? 1 : 0), str(path));
    return ((Value.RecordValue) stat).fields();
  }

  private static Value type(DescriptorType type) {
    return new Value.EnumValue(type.ordinal());
  }

  @Test
  @DisplayName("stat and stat-at give type, links, size and times")
  void statOf() throws IOException {
    Instant time = Instant.ofEpochSecond(1_000_000_000, 5_000);
    Files.setLastModifiedTime(host.resolve("file"), FileTime.from(time));
    List<Value> stat = stat(opened("file", READ));
    assertEquals(type(DescriptorType.REGULAR_FILE), stat.get(0));
    assertEquals(u64(1), stat.get(1));
    assertEquals(u64(8), stat.get(2));
    assertEquals(Value.OptionValue.some(Wit.datetime(time)), stat.get(4));
    assertEquals(stat, statAt("file", false));
    assertEquals(stat, statAt("link", true));
    assertEquals(type(DescriptorType.SYMBOLIC_LINK), statAt("link", false).get(0));
    assertEquals(u64(4), statAt("link", false).get(2));
    assertEquals(type(DescriptorType.DIRECTORY), statAt(".", false).get(0));
    assertEquals(type(DescriptorType.SYMBOLIC_LINK), statAt("escape", false).get(0));
    assertError(ErrorCode.NOT_PERMITTED, "stat-at", root, flags(1), str("escape"));
    assertError(ErrorCode.NO_ENTRY, "stat-at", root, flags(1), str("missing"));
  }

  @Test
  @DisplayName("an open file lives on after it is unlinked, an open directory does not")
  void unlinkedWhileOpen() throws IOException {
    Value file = opened("file", READ | WRITE);
    Value sub = opened("dir/sub", READ);
    ok("unlink-file-at", root, str("file"));
    ok("remove-directory-at", root, str("dir/sub"));
    Files.writeString(host.resolve("file"), "another one");
    assertEquals("contents", read(file, 0, 100));
    assertEquals(u64(0), stat(file).get(1));
    assertEquals(u64(8), stat(file).get(2));
    assertError(ErrorCode.NO_ENTRY, "set-times", file, NOW, NOW);
    assertError(ErrorCode.NO_ENTRY, "stat", sub);
    assertError(ErrorCode.NO_ENTRY, "create-directory-at", sub, str("x"));
    Files.createDirectory(host.resolve("dir/sub"));
    assertError(ErrorCode.NO_ENTRY, "read-directory", sub);
  }

  @Test
  @DisplayName("set-times and set-times-at set, keep, or take the clock's time")
  void setTimes() throws IOException {
    Value file = opened("file", READ);
    ok("set-times", file, at(100, 7_000), at(200, 0));
    List<Value> stat = stat(file);
    assertEquals(
        Value.OptionValue.some(Wit.datetime(Instant.ofEpochSecond(100, 7_000))), stat.get(3));
    assertEquals(Value.OptionValue.some(Wit.datetime(Instant.ofEpochSecond(200))), stat.get(4));
    ok("set-times", file, NO_CHANGE, at(300, 0));
    assertEquals(stat.get(3), stat(file).get(3));
    ok("set-times-at", root, flags(1), str("link"), NO_CHANGE, at(400, 0));
    assertEquals(
        Instant.ofEpochSecond(400), Files.getLastModifiedTime(host.resolve("file")).toInstant());
    ok("set-times-at", root, flags(0), str("link"), NO_CHANGE, at(500, 0));
    assertEquals(
        Instant.ofEpochSecond(500),
        Files.getLastModifiedTime(host.resolve("link"), LinkOption.NOFOLLOW_LINKS).toInstant());
    ok("set-times", root, NOW, NOW);
    assertError(ErrorCode.INVALID, "set-times", file, NO_CHANGE, at(1, 1_000_000_000));
    assertError(ErrorCode.INVALID, "set-times", file, at(-1, 0), NO_CHANGE);
    assertError(ErrorCode.NO_ENTRY, "set-times-at", root, flags(0), str("missing"), NOW, NO_CHANGE);
  }

  @Test
  @DisplayName("create-directory-at makes one directory")
  void createDirectory() {
    ok("create-directory-at", root, str("made"));
    ok("create-directory-at", root, str("made/nested/"));
    assertTrue(Files.isDirectory(host.resolve("made/nested")));
    assertError(ErrorCode.EXIST, "create-directory-at", root, str("made"));
    assertError(ErrorCode.EXIST, "create-directory-at", root, str("file"));
    assertError(ErrorCode.EXIST, "create-directory-at", root, str("escape"));
    assertError(ErrorCode.EXIST, "create-directory-at", root, str("."));
    assertError(ErrorCode.NO_ENTRY, "create-directory-at", root, str("missing/x"));
    assertError(ErrorCode.NOT_DIRECTORY, "create-directory-at", root, str("file/x"));
    assertError(ErrorCode.NOT_PERMITTED, "create-directory-at", root, str("../made"));
    assertFalse(Files.exists(outer.resolve("made")));
  }

  @Test
  @DisplayName("remove-directory-at removes an empty directory and nothing else")
  void removeDirectory() {
    assertError(ErrorCode.NOT_EMPTY, "remove-directory-at", root, str("dir"));
    ok("remove-directory-at", root, str("dir/sub/"));
    ok("remove-directory-at", root, str("dir"));
    assertError(ErrorCode.NO_ENTRY, "remove-directory-at", root, str("dir"));
    assertError(ErrorCode.NOT_DIRECTORY, "remove-directory-at", root, str("file"));
    assertError(ErrorCode.NOT_DIRECTORY, "remove-directory-at", root, str("link"));
    assertError(ErrorCode.INVALID, "remove-directory-at", root, str("."));
    assertError(ErrorCode.NOT_PERMITTED, "remove-directory-at", root, str(".."));
  }

  @Test
  @DisplayName("unlink-file-at removes a file or a link, not what the link leads to")
  void unlinkFile() {
    ok("unlink-file-at", root, str("link"));
    ok("unlink-file-at", root, str("escape"));
    assertTrue(Files.exists(host.resolve("file")));
    assertTrue(Files.exists(outer.resolve("secret")));
    ok("unlink-file-at", root, str("file"));
    assertError(ErrorCode.NO_ENTRY, "unlink-file-at", root, str("file"));
    assertError(ErrorCode.IS_DIRECTORY, "unlink-file-at", root, str("dir"));
    assertError(ErrorCode.IS_DIRECTORY, "unlink-file-at", root, str("."));
    assertError(ErrorCode.NOT_PERMITTED, "unlink-file-at", root, str("../secret"));
  }

  @Test
  @DisplayName("rename-at replaces as POSIX does, and open descriptors follow")
  void rename() throws IOException {
    Value sub = opened("dir/sub", READ);
    ok("rename-at", root, str("dir"), root, str("moved"));
    ok("create-directory-at", sub, str("inner"));
    assertTrue(Files.isDirectory(host.resolve("moved/sub/inner")));
    Files.writeString(host.resolve("other"), "other");
    ok("rename-at", root, str("other"), root, str("file"));
    assertEquals("other", Files.readString(host.resolve("file")));
    ok("rename-at", root, str("file"), sub, str("file"));
    assertTrue(Files.exists(host.resolve("moved/sub/file")));
    ok("rename-at", root, str("escape"), root, str("escaped"));
    assertTrue(Files.exists(outer.resolve("secret")));
    ok("rename-at", sub, str("file"), sub, str("file"));
    Files.createDirectory(host.resolve("empty"));
    ok("rename-at", root, str("moved/sub/inner"), root, str("empty"));
  }

  @Test
  @DisplayName("rename-at gives the error-codes of POSIX")
  void renameErrors() {
    assertError(ErrorCode.NO_ENTRY, "rename-at", root, str("missing"), root, str("x"));
    assertError(ErrorCode.IS_DIRECTORY, "rename-at", root, str("file"), root, str("dir"));
    assertError(ErrorCode.NOT_DIRECTORY, "rename-at", root, str("dir"), root, str("file"));
    assertError(ErrorCode.NOT_DIRECTORY, "rename-at", root, str("file"), root, str("x/"));
    assertError(ErrorCode.NOT_EMPTY, "rename-at", root, str("dir/sub"), root, str("dir"));
    assertError(ErrorCode.INVALID, "rename-at", root, str("dir"), root, str("dir/sub/x"));
    assertError(ErrorCode.BUSY, "rename-at", root, str("."), root, str("x"));
    assertError(ErrorCode.NOT_PERMITTED, "rename-at", root, str("file"), root, str("../x"));
    assertError(ErrorCode.NOT_PERMITTED, "rename-at", root, str("../secret"), root, str("x"));
    assertTrue(Files.exists(outer.resolve("secret")));
  }

  @Test
  @DisplayName("link-at makes a second name of a file")
  void link() throws IOException {
    Value dir = opened("dir", READ);
    ok("link-at", root, flags(0), str("file"), dir, str("hard"));
    assertEquals("contents", Files.readString(host.resolve("dir/hard")));
    assertEquals(u64(2), statAt("file", false).get(1));
    ok("link-at", root, flags(1), str("link"), root, str("followed"));
    assertEquals(type(DescriptorType.REGULAR_FILE), statAt("followed", false).get(0));
    ok("link-at", root, flags(0), str("link"), root, str("link2"));
    assertEquals(type(DescriptorType.SYMBOLIC_LINK), statAt("link2", false).get(0));
    assertError(ErrorCode.NOT_PERMITTED, "link-at", root, flags(0), str("dir"), root, str("x"));
    assertError(ErrorCode.NOT_PERMITTED, "link-at", root, flags(1), str("escape"), root, str("x"));
    assertError(ErrorCode.EXIST, "link-at", root, flags(0), str("file"), root, str("link"));
    assertError(ErrorCode.NO_ENTRY, "link-at", root, flags(0), str("missing"), root, str("x"));
    assertError(ErrorCode.NO_ENTRY, "link-at", root, flags(0), str("file"), root, str("x/"));
  }

  @Test
  @DisplayName("symlink-at makes links with relative contents, readlink-at reads them")
  void symlink() throws IOException {
    ok("symlink-at", root, str("dir/sub"), str("made"));
    assertEquals(str("dir/sub"), ok("readlink-at", root, str("made")));
    ok("symlink-at", root, str("../../secret"), str("leaves"));
    assertEquals(str("../../secret"), ok("readlink-at", root, str("leaves")));
    assertOpenError(ErrorCode.NOT_PERMITTED, "leaves", 0, READ);
    assertError(ErrorCode.NOT_PERMITTED, "symlink-at", root, str("/etc"), str("x"));
    assertError(ErrorCode.NO_ENTRY, "symlink-at", root, str(""), str("x"));
    assertError(ErrorCode.NO_ENTRY, "symlink-at", root, str("file"), str("x/"));
    assertError(ErrorCode.EXIST, "symlink-at", root, str("file"), str("link"));
    assertError(ErrorCode.EXIST, "symlink-at", root, str("file"), str("."));
    assertError(ErrorCode.INVALID, "readlink-at", root, str("file"));
    assertError(ErrorCode.NO_ENTRY, "readlink-at", root, str("missing"));
    Files.createSymbolicLink(host.resolve("absolute"), outer.resolve("secret"));
    assertError(ErrorCode.NOT_PERMITTED, "readlink-at", root, str("absolute"));
  }

  private List<String> names(Value directory) {
    Value listing = ok("read-directory", directory);
    List<String> names = new ArrayList<>();
    String function = "[method]directory-entry-stream.read-directory-entry";
    Value entry = okOf((Value.ResultValue) guest.value(TestGuest.TYPES, function, listing));
    while (entry instanceof Value.OptionValue(Value.RecordValue(List<Value> fields))) {
      names.add(((Value.Str) fields.get(1)).value());
      entry = okOf((Value.ResultValue) guest.value(TestGuest.TYPES, function, listing));
    }
    guest.drop(TestGuest.TYPES, listing);
    return names;
  }

  @Test
  @DisplayName("read-directory gives all entries, sorted, without . and ..")
  void readDirectory() {
    assertEquals(List.of("dir", "escape", "file", "link"), names(root));
    assertEquals(List.of(), names(opened("dir/sub", READ)));
    assertError(ErrorCode.NOT_DIRECTORY, "read-directory", opened("file", READ));
  }

  @Test
  @DisplayName("is-same-object compares objects, not paths")
  void isSameObject() {
    Value a = opened("file", READ);
    Value b = opened("link", WRITE);
    String function = "[method]descriptor.is-same-object";
    assertEquals(new Value.Bool(true), guest.value(TestGuest.TYPES, function, a, b));
    assertEquals(new Value.Bool(false), guest.value(TestGuest.TYPES, function, a, root));
  }

  @Test
  @DisplayName("metadata-hash is the same for the same state and another one after a change")
  void metadataHash() {
    Value file = opened("file", READ | WRITE);
    Value hash = ok("metadata-hash", file);
    assertEquals(hash, ok("metadata-hash", file));
    assertEquals(hash, ok("metadata-hash-at", root, flags(1), str("link")));
    assertNotEquals(hash, ok("metadata-hash-at", root, flags(0), str("link")));
    ok("set-size", file, u64(1));
    assertNotEquals(hash, ok("metadata-hash", file));
  }

  @Test
  @DisplayName("beneath a read-only preopen everything can be read and nothing changed")
  void readOnly() {
    try (TestGuest reader = TestGuest.in(host, true)) {
      Value base = reader.root();
      assertEquals(flags(READ), okOf(reader.descriptor("get-flags", base)));
      Value file = okOf(reader.open(base, "file", 0, READ));
      okOf(reader.descriptor("read", file, u64(1), u64(0)));
      Value dir = okOf(reader.open(base, "dir", 0, READ));
      for (int openFlags : new int[] {CREATE, TRUNCATE}) {
        assertEquals(ErrorCode.READ_ONLY, errorOf(reader.open(base, "file", openFlags, READ)));
      }
      assertEquals(ErrorCode.READ_ONLY, errorOf(reader.open(base, "file", 0, WRITE)));
      assertEquals(ErrorCode.READ_ONLY, errorOf(reader.open(base, "dir", 0, READ | MUTATE)));
      for (String method :
          List.of("create-directory-at", "remove-directory-at", "unlink-file-at")) {
        assertEquals(ErrorCode.READ_ONLY, errorOf(reader.descriptor(method, dir, str("x"))));
      }
      assertEquals(
          ErrorCode.READ_ONLY,
          errorOf(reader.descriptor("rename-at", base, str("file"), dir, str("x"))));
      assertEquals(
          ErrorCode.READ_ONLY,
          errorOf(reader.descriptor("symlink-at", base, str("file"), str("x"))));
      assertEquals(
          ErrorCode.READ_ONLY,
          errorOf(reader.descriptor("link-at", base, flags(0), str("file"), base, str("x"))));
      assertEquals(ErrorCode.READ_ONLY, errorOf(reader.descriptor("set-times", file, NOW, NOW)));
      assertEquals(
          ErrorCode.READ_ONLY,
          errorOf(reader.descriptor("set-times-at", base, flags(0), str("file"), NOW, NOW)));
    }
  }

  @Test
  @DisplayName("a directory exchanged for a link after it was opened is an error, not a way out")
  void exchangedDirectory() throws IOException {
    Value dir = opened("dir", READ);
    Files.move(host.resolve("dir"), host.resolve("aside"));
    Files.createSymbolicLink(host.resolve("dir"), outer.toAbsolutePath());
    assertEquals(ErrorCode.NO_ENTRY, errorOf(guest.open(dir, "secret", 0, READ)));
    assertError(ErrorCode.NO_ENTRY, "unlink-file-at", dir, str("secret"));
    assertTrue(Files.exists(outer.resolve("secret")));
  }

  @Test
  @DisplayName(
      "directories are opened handle by handle, so a link on the way is refused by the host")
  void anchored() throws IOException {
    Path real = host.toRealPath();
    Files.createSymbolicLink(real.resolve("dir/out"), outer.toRealPath());
    try (AnchoredDirectory dir = AnchoredDirectory.open(real, real.resolve("dir/sub"))) {
      assertFalse(dir.toString().isEmpty());
    }
    for (Path way : List.of(real.resolve("dir/out"), real.resolve("dir/out/host"))) {
      IOException e = assertThrows(IOException.class, () -> AnchoredDirectory.open(real, way));
      assertTrue(
          List.of(ErrorCode.LOOP, ErrorCode.NOT_DIRECTORY).contains(ErrorCode.of(e)), e.toString());
    }
  }
}
