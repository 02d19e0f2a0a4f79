package dev.wrt.benchmarks;

import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// What is called: one function for each kind of value. `jco/calls.mjs` has the same cases with the
/// same arguments.
enum Case {
  /// A string of 100 ASCII characters there and back.
  STRING_ECHO("string of 100 characters", "echo-string") {
    @Override
    Values arguments() {
      return Values.of(new Value.Str("0123456789".repeat(10)));
    }
  },
  /// 64 KiB there and back.
  BYTES_ECHO("list<u8> of 64 KiB", "echo-bytes") {
    @Override
    Values arguments() {
      byte[] bytes = new byte[1 << 16];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (i * 7);
      }
      return Values.of(ByteList.owned(bytes));
    }
  },
  /// A record of five fields there and back.
  RECORD_ECHO("record of 5 fields", "echo-record") {
    @Override
    Values arguments() {
      return Values.of(reading(1));
    }
  },
  /// A hundred such records there and back.
  RECORDS_ECHO("list of 100 records", "echo-records") {
    @Override
    Values arguments() {
      List<Value> readings = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        readings.add(reading(i));
      }
      return Values.of(new Value.ListValue(readings));
    }
  },
  /// A number to a method of a resource, and a number back.
  METHOD("resource method", "[method]counter.add") {
    @Override
    Values arguments() {
      return Values.of(new Value.U32(3));
    }
  };

  private static final int RECORDS = 100;

  private final String title;
  private final String function;

  Case(String title, String function) {
    this.title = title;
    this.function = function;
  }

  /// What it is, for people.
  String title() {
    return title;
  }

  /// The export.
  String function() {
    return "wrt:benchmarks/calls#" + function;
  }

  /// The arguments; of a method, those after the resource.
  abstract Values arguments();

  private static Value reading(int number) {
    return new Value.RecordValue(
        List.of(
            new Value.U32(number),
            new Value.Str("reading " + number),
            new Value.F64(number + 0.5),
            new Value.F64(-number - 0.25),
            new Value.EnumValue(number % 3)));
  }

  /// A result in a form that both sides can make: numbers and strings as they are, bytes as their
  /// CRC-32, records as their fields, a list of records as its count and the CRC-32 of all.
  static String check(Value result) {
    return switch (result) {
      case ByteList bytes -> {
        byte[] copy = new byte[bytes.size()];
        yield bytes.read(0, copy, 0, copy.length) instanceof dev.wrt.bounded.Result.Ok
            ? copy.length + " " + crc(copy)
            : "unreadable";
      }
      case Value.RecordValue fields -> fields(fields);
      case Value.ListValue list -> {
        StringBuilder all = new StringBuilder();
        list.elements().forEach(e -> all.append(check(e)).append('\n'));
        yield list.size() + " " + crc(all.toString().getBytes(StandardCharsets.UTF_8));
      }
      case Value.Str text -> text.value();
      case Value.U32 number -> Long.toString(number.unsigned());
      case Value.F64 number -> Double.toString(number.value());
      case Value.EnumValue label -> List.of("idle", "busy", "failed").get(label.caseIndex());
      default -> result.toString();
    };
  }

  private static String fields(Value.RecordValue fields) {
    return String.join("|", fields.fields().stream().map(Case::check).toList());
  }

  private static String crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return Long.toHexString(crc.getValue());
  }
}
