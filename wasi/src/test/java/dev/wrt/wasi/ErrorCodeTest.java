package dev.wrt.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How exceptions and modes of the host become cases of WASI's enums.
// [utest->req~wasi-error-codes~1]
class ErrorCodeTest {
  @Test
  @DisplayName("each exception of the host has its error-code")
  void exceptions() {
    Map<Exception, ErrorCode> expected =
        Map.ofEntries(
            Map.entry(new FileError(ErrorCode.QUOTA), ErrorCode.QUOTA),
            Map.entry(new NoSuchFileException("f"), ErrorCode.NO_ENTRY),
            Map.entry(new FileAlreadyExistsException("f"), ErrorCode.EXIST),
            Map.entry(new DirectoryNotEmptyException("f"), ErrorCode.NOT_EMPTY),
            Map.entry(new NotDirectoryException("f"), ErrorCode.NOT_DIRECTORY),
            Map.entry(new AccessDeniedException("f"), ErrorCode.ACCESS),
            Map.entry(new FileSystemLoopException("f"), ErrorCode.LOOP),
            Map.entry(new NotLinkException("f"), ErrorCode.INVALID),
            Map.entry(new AtomicMoveNotSupportedException("f", "g", "r"), ErrorCode.CROSS_DEVICE),
            Map.entry(new ClosedByInterruptException(), ErrorCode.INTERRUPTED),
            Map.entry(new ClosedChannelException(), ErrorCode.BAD_DESCRIPTOR),
            Map.entry(new NonReadableChannelException(), ErrorCode.BAD_DESCRIPTOR),
            Map.entry(new NonWritableChannelException(), ErrorCode.BAD_DESCRIPTOR),
            Map.entry(new ReadOnlyFileSystemException(), ErrorCode.READ_ONLY),
            Map.entry(new InvalidPathException("f", "r"), ErrorCode.ILLEGAL_BYTE_SEQUENCE),
            Map.entry(new IllegalArgumentException(), ErrorCode.INVALID),
            Map.entry(new UnsupportedOperationException(), ErrorCode.UNSUPPORTED),
            Map.entry(
                new FileSystemException("f", null, "No space left on device"),
                ErrorCode.INSUFFICIENT_SPACE),
            Map.entry(new FileSystemException("f", null, "never heard of"), ErrorCode.IO),
            Map.entry(new FileSystemException("f"), ErrorCode.IO),
            Map.entry(new IOException("Broken pipe"), ErrorCode.PIPE),
            Map.entry(new IOException(), ErrorCode.IO),
            Map.entry(new IllegalStateException(), ErrorCode.IO));
    expected.forEach((e, code) -> assertEquals(code, ErrorCode.of(e), e.toString()));
  }

  @ParameterizedTest
  @DisplayName("each st_mode of POSIX has its descriptor-type")
  @CsvSource({
    "0x11a4, FIFO",
    "0x21a4, CHARACTER_DEVICE",
    "0x41ed, DIRECTORY",
    "0x61a4, BLOCK_DEVICE",
    "0x81a4, REGULAR_FILE",
    "0xa1ff, SYMBOLIC_LINK",
    "0xc1a4, SOCKET",
    "0, UNKNOWN"
  })
  void modes(String mode, DescriptorType type) {
    assertEquals(type, DescriptorType.ofMode(Integer.decode(mode)));
  }

  @Test
  @DisplayName("the order of the enums is that of the WIT")
  void order() {
    assertEquals(37, ErrorCode.values().length);
    assertEquals(0, ErrorCode.ACCESS.ordinal());
    assertEquals(20, ErrorCode.NO_ENTRY.ordinal());
    assertEquals(36, ErrorCode.CROSS_DEVICE.ordinal());
    assertEquals(8, DescriptorType.values().length);
    assertEquals("no-entry", ErrorCode.NO_ENTRY.wit());
  }

  @Test
  @DisplayName(
      "an error of a stream keeps little of the host's message, and no code if it is no file's")
  void ioErrors() {
    assertEquals("IOException", IoError.of(new IOException(), false).text());
    assertEquals(80, IoError.of(new IOException("x".repeat(1000)), false).text().length());
    assertNull(IoError.of(new IOException("Broken pipe"), false).code());
    assertEquals(ErrorCode.PIPE, IoError.of(new IOException("Broken pipe"), true).code());
  }
}
