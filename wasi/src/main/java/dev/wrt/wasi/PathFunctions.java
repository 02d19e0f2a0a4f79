package dev.wrt.wasi;

import dev.wrt.bounded.Result;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The methods of `descriptor` that take a path beneath it.
final class PathFunctions {
  private static final String SELF = "(self: borrow<descriptor>";
  private static final String FIND = SELF + ", path-flags: $path-flags, path: string";
  private static final String DONE = ") -> result<_, $error-code>";

  private final WasiWorld world;

  PathFunctions(WasiWorld world) {
    this.world = world;
  }

  /// Adds them to the interface `types`.
  void define(WasiInterface types) {
    defineFinding(types);
    defineChanging(types);
  }

  private void defineFinding(WasiInterface types) {
    types
        .func(
            "[method]descriptor.open-at",
            FIND
                + ", open-flags: $open-flags, flags: $descriptor-flags)"
                + " -> result<own<descriptor>, $error-code>",
            this::openAt)
        .func(
            "[method]descriptor.stat-at",
            FIND + ") -> result<$descriptor-stat, $error-code>",
            call -> Attempt.of(() -> FilesystemTypes.stat(statAt(call))))
        .func(
            "[method]descriptor.metadata-hash-at",
            FIND + ") -> result<$metadata-hash-value, $error-code>",
            call ->
                Attempt.of(
                    () -> FilesystemTypes.hash(MetadataHash.of(statAt(call), world.secret()))))
        .func(
            "[method]descriptor.readlink-at",
            SELF + ", path: string) -> result<string, $error-code>",
            this::readlinkAt);
  }

  private void defineChanging(WasiInterface types) {
    String one = SELF + ", path: string" + DONE;
    types
        .func(
            "[method]descriptor.set-times-at",
            FIND
                + ", data-access-timestamp: $new-timestamp"
                + ", data-modification-timestamp: $new-timestamp"
                + DONE,
            this::setTimesAt)
        .func("[method]descriptor.create-directory-at", one, this::createDirectoryAt)
        .func("[method]descriptor.remove-directory-at", one, this::removeDirectoryAt)
        .func("[method]descriptor.unlink-file-at", one, this::unlinkFileAt)
        .func(
            "[method]descriptor.link-at",
            SELF
                + ", old-path-flags: $path-flags, old-path: string"
                + ", new-descriptor: borrow<descriptor>, new-path: string"
                + DONE,
            this::linkAt)
        .func(
            "[method]descriptor.rename-at",
            SELF
                + ", old-path: string, new-descriptor: borrow<descriptor>, new-path: string"
                + DONE,
            this::renameAt)
        .func(
            "[method]descriptor.symlink-at",
            SELF + ", old-path: string, new-path: string" + DONE,
            this::symlinkAt);
  }

  private Descriptor descriptor(HostCall call, int index) {
    return world.descriptors().get(Wit.rep(call, index));
  }

  private FileStat statAt(HostCall call) throws IOException {
    boolean follow = FilesystemTypes.follow(call, 1);
    return DirectoryOperations.statAt(descriptor(call, 0), follow, Wit.string(call, 2));
  }

  private Result<Values> openAt(HostCall call) {
    OpenRequest request =
        new OpenRequest(
            FilesystemTypes.follow(call, 1),
            Wit.string(call, 2),
            Wit.flags(call, 3),
            Wit.flags(call, 4));
    return FilesystemInterfaces.make(
        call,
        FilesystemInterfaces.DESCRIPTOR,
        world.descriptors(),
        () -> Opening.openAt(descriptor(call, 0), request));
  }

  private Result<Values> readlinkAt(HostCall call) {
    return Attempt.of(() ->
        new Value.Str(DirectoryOperations.readlinkAt(descriptor(call, 0), Wit.string(call, 1))));
  }

  private Result<Values> setTimesAt(HostCall call) {
    return Attempt.of(() -> {
      @Nullable FileTime accessed = FilesystemTypes.newTimestamp(call, 3, world.clock());
      @Nullable FileTime modified = FilesystemTypes.newTimestamp(call, 4, world.clock());
      DirectoryOperations.setTimesAt(
          descriptor(call, 0),
          FilesystemTypes.follow(call, 1),
          Wit.string(call, 2),
          accessed,
          modified);
    });
  }

  private Result<Values> createDirectoryAt(HostCall call) {
    return Attempt.of(
        () -> DirectoryOperations.createDirectoryAt(descriptor(call, 0), Wit.string(call, 1)));
  }

  private Result<Values> removeDirectoryAt(HostCall call) {
    return Attempt.of(
        () -> DirectoryOperations.removeDirectoryAt(descriptor(call, 0), Wit.string(call, 1)));
  }

  private Result<Values> unlinkFileAt(HostCall call) {
    return Attempt.of(
        () -> DirectoryOperations.unlinkFileAt(descriptor(call, 0), Wit.string(call, 1)));
  }

  private Result<Values> linkAt(HostCall call) {
    DirectoryOperations.Entry old =
        new DirectoryOperations.Entry(FilesystemTypes.follow(call, 1), Wit.string(call, 2));
    return Attempt.of(() ->
        DirectoryOperations.linkAt(
            descriptor(call, 0), old, descriptor(call, 3), Wit.string(call, 4)));
  }

  private Result<Values> renameAt(HostCall call) {
    return Attempt.of(() ->
        world.renamed(
            DirectoryOperations.renameAt(
                descriptor(call, 0),
                Wit.string(call, 1),
                descriptor(call, 2),
                Wit.string(call, 3))));
  }

  private Result<Values> symlinkAt(HostCall call) {
    return Attempt.of(() ->
        DirectoryOperations.symlinkAt(
            descriptor(call, 0), Wit.string(call, 1), Wit.string(call, 2)));
  }
}
