package dev.wrt.tests.differential;

import dev.wrt.decoder.core.Opcode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// A part of the language that a generated program uses or leaves alone.
///
/// `-Ddifferential.areas=CORE,VECTOR` restricts a run.
enum Area {
  /// The first version, with reference types and bulk instructions.
  CORE,
  /// `v128`.
  VECTOR,
  /// More than one memory.
  MULTI_MEMORY,
  /// Memories and tables with 64-bit addresses.
  MEMORY64,
  /// `return_call` and its like.
  TAIL_CALLS,
  /// References to functions of a known type, and such that are never null.
  TYPED_REFS,
  /// Tags, `throw`, `try_table`.
  EXCEPTIONS,
  /// Structures, arrays, `i31`.
  GC,
  /// Atomic accesses, of a memory that is not shared.
  ATOMICS,
  /// Not compared: V8 may answer otherwise than the deterministic profile.
  RELAXED,
  /// Not compared: V8 waits in shared memories only, and not in a main thread.
  WAIT,
  /// Not compared: V8 has no such instructions.
  WIDE,
  /// Not compared: instructions of the exception handling that was replaced.
  LEGACY;

  private static final Set<Area> COMPARED =
      EnumSet.complementOf(EnumSet.of(RELAXED, WAIT, WIDE, LEGACY));

  /// What this run generates.
  static Set<Area> enabled() {
    String wanted = System.getProperty("differential.areas", "");
    Set<Area> areas = EnumSet.copyOf(COMPARED);
    if (!wanted.isEmpty()) {
      areas.retainAll(Arrays.stream(wanted.split(",")).map(Area::valueOf).toList());
    }
    return areas;
  }

  /// Whether V8 is asked about it.
  boolean compared() {
    return COMPARED.contains(this);
  }

  /// The area that a row belongs to.
  static Area of(Opcode row) {
    return switch (row.prefix()) {
      case 0xFB -> GC;
      case 0xFC -> row.code() > 0x11 ? WIDE : CORE;
      case 0xFD -> row.code() >= 0x100 ? RELAXED : VECTOR;
      case 0xFE -> row.mnemonic().contains(".wait") ? WAIT : ATOMICS;
      default -> unprefixed(row);
    };
  }

  private static Area unprefixed(Opcode row) {
    return switch (row.mnemonic()) {
      case "return_call", "return_call_indirect", "return_call_ref" -> TAIL_CALLS;
      case "call_ref", "ref.as_non_null", "br_on_null", "br_on_non_null" -> TYPED_REFS;
      case "throw", "throw_ref", "try_table" -> EXCEPTIONS;
      case "ref.eq" -> GC;
      case "try", "catch", "catch_all", "rethrow", "delegate" -> LEGACY;
      default -> CORE;
    };
  }
}
