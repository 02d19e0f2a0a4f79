package dev.wrt.wasi;

import dev.wrt.component.HostCall;
import dev.wrt.component.value.Value;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Values of the types of `wasi:filesystem/types`.
final class FilesystemTypes {
  private static final int NO_CHANGE = 0;
  private static final int NOW = 1;
  private static final int NANOS_PER_SECOND = 1_000_000_000;

  private FilesystemTypes() {}

  /// A `descriptor-stat`.
  static Value stat(FileStat stat) {
    return new Value.RecordValue(
        List.of(
            new Value.EnumValue(stat.type().ordinal()),
            new Value.U64(stat.linkCount()),
            new Value.U64(stat.size()),
            time(stat.accessed()),
            time(stat.modified()),
            time(stat.changed())));
  }

  private static Value time(@Nullable FileTime time) {
    return time == null
        ? Value.OptionValue.NONE
        : Value.OptionValue.some(Wit.datetime(time.toInstant()));
  }

  /// A `directory-entry`, or none at the end.
  static Value entry(DirectoryListing.@Nullable Entry entry) {
    if (entry == null) {
      return Value.OptionValue.NONE;
    }
    Value type = new Value.EnumValue(entry.type().ordinal());
    return Value.OptionValue.some(
        new Value.RecordValue(List.of(type, new Value.Str(entry.name()))));
  }

  /// A `metadata-hash-value`.
  static Value hash(MetadataHash hash) {
    return new Value.RecordValue(List.of(new Value.U64(hash.lower()), new Value.U64(hash.upper())));
  }

  /// A `new-timestamp` argument; null for `no-change`.
  static @Nullable FileTime newTimestamp(HostCall call, int index, HostClock clock)
      throws FileError {
    if (!(call.arguments().get(index) instanceof Value.VariantValue variant)) {
      return Wit.mismatch();
    }
    return switch (variant.caseIndex()) {
      case NO_CHANGE -> null;
      case NOW -> FileTime.from(clock.wallTime());
      default -> timestamp(variant.payload());
    };
  }

  private static FileTime timestamp(@Nullable Value datetime) throws FileError {
    if (datetime instanceof Value.RecordValue record
        && record.fields().get(0) instanceof Value.U64 seconds
        && record.fields().get(1) instanceof Value.U32 nanos) {
      boolean known = seconds.bits() >= 0 && seconds.bits() <= Instant.MAX.getEpochSecond();
      FileError.unless(known && nanos.unsigned() < NANOS_PER_SECOND, ErrorCode.INVALID);
      return FileTime.from(Instant.ofEpochSecond(seconds.bits(), nanos.unsigned()));
    }
    return Wit.mismatch();
  }

  /// The flag `symlink-follow` of a `path-flags` argument.
  static boolean follow(HostCall call, int index) {
    return (Wit.flags(call, index) & 1) != 0;
  }
}
