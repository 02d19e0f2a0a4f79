package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.DecoderCode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Faults have a stable id, the suite's words, the offset of the cause and a subject.
// [utest->req~decoder-malformed~1]
final class FaultTest {
  /// Offset of the first instruction of {@link Wasm#function}.
  private static final int BODY = 23;

  private static Fault invalid(DecoderCode code, long offset, String subject) {
    return new Fault.InvalidFault(code, offset, subject);
  }

  private static Fault malformed(DecoderCode code, long offset, String subject) {
    return new Fault.MalformedFault(code, offset, subject);
  }

  @Test
  @DisplayName("ids of codes are different and of the decoder's form")
  void ids() {
    DecoderCode[] codes = DecoderCode.values();
    var ids = Arrays.stream(codes).map(DecoderCode::id).collect(Collectors.toSet());
    assertEquals(codes.length, ids.size());
    assertTrue(ids.stream().allMatch(id -> id.matches("WRT-D-\\d{3}")));
  }

  @Test
  @DisplayName("a fault in code has the offset of the instruction")
  void inCode() {
    assertEquals(
        invalid(
            DecoderCode.TYPE_MISMATCH,
            BODY + 1,
            "instruction requires [a value] but stack has [] (drop)"),
        Wasm.fault(Wasm.function(1, 0x1A)));
    assertEquals(
        invalid(
            DecoderCode.TYPE_MISMATCH,
            BODY + 2,
            "instruction requires [i64] but stack has [i32] (i64.eqz)"),
        Wasm.fault(Wasm.function(0x41, 0, 0x50)));
    assertEquals(invalid(DecoderCode.UNKNOWN_LABEL, BODY, "1"), Wasm.fault(Wasm.function(0x0C, 1)));
    assertEquals(
        invalid(DecoderCode.UNKNOWN_LOCAL, BODY, "4294967295"),
        Wasm.fault(Wasm.function(0x20, u32(0xFFFF_FFFFL))));
    assertEquals(
        malformed(DecoderCode.ILLEGAL_OPCODE, BODY, "ff"), Wasm.fault(Wasm.function(0xFF)));
    assertEquals(
        malformed(DecoderCode.ILLEGAL_OPCODE, BODY, "fc 7f"),
        Wasm.fault(Wasm.function(0xFC, 0x7F)));
    assertEquals(malformed(DecoderCode.END_EXPECTED, BODY, ""), Wasm.fault(Wasm.function(0x05)));
  }

  @Test
  @DisplayName("a fault elsewhere has the offset of the byte that causes it")
  void elsewhere() {
    assertEquals(malformed(DecoderCode.BAD_MAGIC, 0, ""), Wasm.fault(new byte[8]));
    assertEquals(
        malformed(DecoderCode.BAD_VERSION, 4, ""),
        Wasm.fault(bytes(0, 0x61, 0x73, 0x6D, 2, 0, 0, 0)));
    assertEquals(
        malformed(DecoderCode.MALFORMED_SECTION_ID, 8, "14"), Wasm.fault(Wasm.module(14, 0)));
    assertEquals(
        malformed(DecoderCode.MALFORMED_REF_TYPE, 13, "01"),
        Wasm.fault(Wasm.module(section(1, 1, 0x60, 1, 1, 0))));
    assertEquals(
        invalid(DecoderCode.UNKNOWN_TYPE, 11, "3"), Wasm.fault(Wasm.module(section(3, 1, 3))));
    assertEquals(
        malformed(DecoderCode.SECTION_SIZE_MISMATCH, 10, ""),
        Wasm.fault(Wasm.module(section(1, 0, 0))));
    assertEquals(
        malformed(DecoderCode.UNEXPECTED_CONTENT, 14, "section out of order"),
        Wasm.fault(Wasm.module(Wasm.noType(), section(1, 0))));
  }
}
