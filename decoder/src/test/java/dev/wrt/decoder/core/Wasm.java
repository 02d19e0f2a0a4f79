package dev.wrt.decoder.core;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes modules for tests: numbers are bytes, arrays are spliced in, strings are names with their
/// lengths.
final class Wasm {
  static final int I32 = 0x7F;
  static final int I64 = 0x7E;
  static final int F32 = 0x7D;
  static final int F64 = 0x7C;
  static final int V128 = 0x7B;
  static final int FUNCREF = 0x70;
  static final int ANYREF = 0x6E;
  static final int EXTERNREF = 0x6F;
  static final int EMPTY = 0x40;
  static final int END = 0x0B;

  /// Enough for every test module.
  static final long BUDGET = 64 << 20;

  private Wasm() {}

  static byte[] bytes(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      switch (part) {
        case Integer number -> out.write(number);
        case byte[] array -> out.writeBytes(array);
        case String name -> out.writeBytes(name(name));
        default -> throw new IllegalArgumentException(part.toString());
      }
    }
    return out.toByteArray();
  }

  private static byte[] name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return bytes(u32(utf8.length), utf8);
  }

  static byte[] u32(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  /// A type index where a heap type stands: signed, at least 0.
  static byte[] s33(int typeidx) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rest = typeidx;
    while (rest >= 0x40) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    return out.toByteArray();
  }

  /// A part several times.
  static byte[] times(long count, Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] one = bytes(parts);
    for (long i = 0; i < count; i++) {
      out.writeBytes(one);
    }
    return out.toByteArray();
  }

  /// A vector of one element several times.
  static byte[] vec(long count, Object... element) {
    return bytes(u32(count), times(count, element));
  }

  static byte[] section(int id, Object... parts) {
    byte[] content = bytes(parts);
    return bytes(id, u32(content.length), content);
  }

  static byte[] module(Object... sections) {
    return bytes(0, (int) 'a', (int) 's', (int) 'm', 1, 0, 0, 0, bytes(sections));
  }

  /// A type section with `[] -> []` only.
  static byte[] noType() {
    return section(1, 1, 0x60, 0, 0);
  }

  /// A module with one function of type `[] -> []` and a body, its `end` not included.
  static byte[] function(Object... body) {
    return module(noType(), section(3, 1, 0), codeOf(body));
  }

  /// A code section with one function without locals.
  static byte[] codeOf(Object... body) {
    byte[] code = bytes(0, bytes(body), END);
    return section(10, 1, u32(code.length), code);
  }

  static Result<Module> decode(byte[] bytes) {
    return decode(bytes, Limits.standard());
  }

  static Result<Module> decode(byte[] bytes, Limits limits) {
    return Module.decode(bytes, 0, bytes.length, limits, MemoryBudget.root("test", BUDGET));
  }

  /// Decodes with features.
  static Result<Module> decode(byte[] bytes, Features features) {
    MemoryBudget budget = MemoryBudget.root("test", BUDGET);
    return Module.decode(bytes, 0, bytes.length, DecoderOptions.of(features), budget);
  }

  /// The features that a row needs.
  static Features features(Opcode row) {
    Feature feature = row.feature();
    return feature == null ? Features.NONE : Features.NONE.with(feature);
  }

  static Module valid(byte[] bytes) {
    return valid(bytes, Features.NONE);
  }

  static Module valid(byte[] bytes, Features features) {
    return switch (decode(bytes, features)) {
      case Result.Ok<Module>(Module module) -> module;
      case Result.Err<Module>(Fault fault) -> throw new AssertionError(fault.toString());
    };
  }

  static Fault fault(byte[] bytes) {
    return fault(bytes, Limits.standard());
  }

  static Fault fault(byte[] bytes, Limits limits) {
    return fault(decode(bytes, limits));
  }

  static Fault fault(byte[] bytes, Features features) {
    return fault(decode(bytes, features));
  }

  private static Fault fault(Result<Module> decoded) {
    return switch (decoded) {
      case Result.Ok<Module>(Module module) -> throw new AssertionError("accepted");
      case Result.Err<Module>(Fault fault) -> fault;
    };
  }
}
