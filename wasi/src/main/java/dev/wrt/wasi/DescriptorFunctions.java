package dev.wrt.wasi;

import dev.wrt.bounded.Result;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The methods of `descriptor` that take no path.
final class DescriptorFunctions {
  private static final String SELF = "(self: borrow<descriptor>";
  private static final String DONE = ") -> result<_, $error-code>";
  private static final String LISTING =
      WasiInterface.resource("wasi:filesystem/types", "directory-entry-stream");

  private final WasiWorld world;

  DescriptorFunctions(WasiWorld world) {
    this.world = world;
  }

  /// Adds them to the interface `types`.
  void define(WasiInterface types) {
    defineStreams(types);
    defineReading(types);
    defineChanging(types);
  }

  private void defineStreams(WasiInterface types) {
    types
        .func(
            "[method]descriptor.read-via-stream",
            SELF + ", offset: u64) -> result<own<input-stream>, $error-code>",
            this::readViaStream)
        .func(
            "[method]descriptor.write-via-stream",
            SELF + ", offset: u64) -> result<own<output-stream>, $error-code>",
            call -> output(call, () -> sink(call)))
        .func(
            "[method]descriptor.append-via-stream",
            SELF + ") -> result<own<output-stream>, $error-code>",
            call -> output(call, () -> appending(call)))
        .func(
            "[method]descriptor.read-directory",
            SELF + ") -> result<own<directory-entry-stream>, $error-code>",
            this::readDirectory);
  }

  private void defineReading(WasiInterface types) {
    types
        .func(
            "[method]descriptor.advise",
            SELF + ", offset: u64, length: u64, advice: $advice" + DONE,
            this::advise)
        .func(
            "[method]descriptor.get-flags",
            SELF + ") -> result<$descriptor-flags, $error-code>",
            call -> Wit.ok(new Value.FlagsValue(self(call).flags())))
        .func(
            "[method]descriptor.get-type",
            SELF + ") -> result<$descriptor-type, $error-code>",
            call -> Wit.ok(new Value.EnumValue(self(call).type().ordinal())))
        .func(
            "[method]descriptor.read",
            SELF + ", length: u64, offset: u64) -> result<tuple<list<u8>, bool>, $error-code>",
            this::read)
        .func(
            "[method]descriptor.stat",
            SELF + ") -> result<$descriptor-stat, $error-code>",
            call -> Attempt.of(() -> FilesystemTypes.stat(self(call).stat())))
        .func(
            "[method]descriptor.is-same-object",
            SELF + ", other: borrow<descriptor>) -> bool",
            this::isSameObject)
        .func(
            "[method]descriptor.metadata-hash",
            SELF + ") -> result<$metadata-hash-value, $error-code>",
            this::metadataHash);
  }

  private void defineChanging(WasiInterface types) {
    types
        .func(
            "[method]descriptor.write",
            SELF + ", buffer: list<u8>, offset: u64) -> result<u64, $error-code>",
            this::write)
        .func("[method]descriptor.set-size", SELF + ", size: u64" + DONE, this::setSize)
        .func(
            "[method]descriptor.set-times",
            SELF
                + ", data-access-timestamp: $new-timestamp"
                + ", data-modification-timestamp: $new-timestamp"
                + DONE,
            this::setTimes)
        .func("[method]descriptor.sync-data", SELF + DONE, call -> sync(call, false))
        .func("[method]descriptor.sync", SELF + DONE, call -> sync(call, true));
  }

  private Descriptor self(HostCall call) {
    return world.descriptors().get(Wit.rep(call, 0));
  }

  private Result<Values> readViaStream(HostCall call) {
    long offset = Wit.u64(call, 1);
    return FilesystemInterfaces.make(
        call,
        StreamFunctions.INPUT_STREAM,
        world.inputs(),
        () -> new WasiInputStream(FileOperations.source(self(call), offset), true));
  }

  private WasiOutputStream sink(HostCall call) throws IOException {
    return new WasiOutputStream(FileOperations.sink(self(call), Wit.u64(call, 1)), true);
  }

  private WasiOutputStream appending(HostCall call) throws IOException {
    return new WasiOutputStream(FileOperations.appending(self(call)), true);
  }

  private Result<Values> output(HostCall call, Attempt.Making<WasiOutputStream> making) {
    return FilesystemInterfaces.make(call, StreamFunctions.OUTPUT_STREAM, world.outputs(), making);
  }

  private Result<Values> readDirectory(HostCall call) {
    int max = world.limits().directoryEntriesMax();
    return FilesystemInterfaces.make(
        call,
        LISTING,
        world.listings(),
        () -> DirectoryListing.open(self(call), world.budget(), max));
  }

  private Result<Values> advise(HostCall call) {
    return Attempt.of(() -> FileOperations.advise(self(call), Wit.u64(call, 1), Wit.u64(call, 2)));
  }

  private Result<Values> read(HostCall call) {
    int max = world.limits().readBytesMax();
    return Attempt.of(() -> {
      FileOperations.Chunk chunk =
          FileOperations.read(self(call), Wit.u64(call, 1), Wit.u64(call, 2), max);
      Value bytes = ByteList.owned(chunk.bytes());
      return new Value.TupleValue(List.of(bytes, new Value.Bool(chunk.end())));
    });
  }

  /// Writes as much as our buffer takes: a guest that brings more gets a short write.
  private Result<Values> write(HostCall call) {
    Sequence buffer = Wit.list(call, 1);
    int count = Math.min(buffer.size(), world.limits().writeBytesMax());
    return switch (Wit.bytes(buffer, 0, count)) {
      case Result.Ok<byte[]> ok ->
          Attempt.of(
              () -> new Value.U64(FileOperations.write(self(call), ok.value(), Wit.u64(call, 2))));
      case Result.Err<byte[]> err -> Result.err(err.fault());
    };
  }

  private Result<Values> setSize(HostCall call) {
    return Attempt.of(() -> FileOperations.setSize(self(call), Wit.u64(call, 1)));
  }

  private Result<Values> setTimes(HostCall call) {
    return Attempt.of(() -> {
      @Nullable FileTime accessed = FilesystemTypes.newTimestamp(call, 1, world.clock());
      @Nullable FileTime modified = FilesystemTypes.newTimestamp(call, 2, world.clock());
      FileOperations.setTimes(self(call), accessed, modified);
    });
  }

  private Result<Values> sync(HostCall call, boolean metadata) {
    return Attempt.of(() -> FileOperations.sync(self(call), metadata));
  }

  private Result<Values> isSameObject(HostCall call) {
    Descriptor other = world.descriptors().get(Wit.rep(call, 1));
    return Wit.returns(new Value.Bool(self(call).identity().equals(other.identity())));
  }

  private Result<Values> metadataHash(HostCall call) {
    return Attempt.of(
        () -> FilesystemTypes.hash(MetadataHash.of(self(call).stat(), world.secret())));
  }
}
