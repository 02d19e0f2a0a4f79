package dev.wrt.decoder.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes and reads components for tests: numbers are bytes, arrays are spliced in, strings are
/// names with their lengths.
final class Bytes {
  /// Enough for every test component.
  static final long BUDGET = 256 << 20;

  private Bytes() {}

  static byte[] of(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      switch (part) {
        case Integer number -> out.write(number);
        case byte[] array -> out.writeBytes(array);
        case String name -> {
          byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
          out.writeBytes(u32(utf8.length));
          out.writeBytes(utf8);
        }
        default -> throw new IllegalArgumentException(part.toString());
      }
    }
    return out.toByteArray();
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

  /// A vector of one element several times.
  static byte[] vec(long count, Object... element) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(u32(count));
    byte[] one = of(element);
    for (long i = 0; i < count; i++) {
      out.writeBytes(one);
    }
    return out.toByteArray();
  }

  static byte[] section(int id, Object... parts) {
    byte[] content = of(parts);
    return of(id, u32(content.length), content);
  }

  static byte[] component(Object... sections) {
    return of(0, (int) 'a', (int) 's', (int) 'm', 0x0d, 0, 1, 0, of(sections));
  }

  /// A component that defines types only.
  static byte[] types(int count, Object... types) {
    return component(section(7, u32(count), of(types)));
  }

  /// The file beside the tests.
  static byte[] resource(String name) {
    try (InputStream in = Bytes.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Component valid(byte[] bytes) {
    return valid(bytes, Limits.standard());
  }

  static Component valid(byte[] bytes, Limits limits) {
    return value(Component.decode(bytes, limits, MemoryBudget.root("test", BUDGET)));
  }

  static Fault fault(byte[] bytes) {
    return fault(bytes, Limits.standard());
  }

  /// The fault of a component, after which the budget is back at its start.
  static Fault fault(byte[] bytes, Limits limits) {
    MemoryBudget budget = MemoryBudget.root("test", BUDGET);
    Fault fault = fault(Component.decode(bytes, limits, budget));
    if (budget.reservedBytes() != 0) {
      throw new AssertionError(budget.reservedBytes() + " bytes are left of " + fault);
    }
    return fault;
  }

  static <T> T value(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  static Fault fault(Result<?> result) {
    return switch (result) {
      case Result.Ok<?> ok -> throw new AssertionError("accepted");
      case Result.Err<?> err -> err.fault();
    };
  }
}
