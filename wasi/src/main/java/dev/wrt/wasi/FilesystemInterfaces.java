package dev.wrt.wasi;

import dev.wrt.bounded.Result;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `wasi:filesystem`: the interfaces `types` and `preopens`. The methods of `descriptor` are in
/// {@link DescriptorFunctions} and {@link PathFunctions}.
final class FilesystemInterfaces {
  /// The resource `descriptor`.
  static final String DESCRIPTOR = WasiInterface.resource("wasi:filesystem/types", "descriptor");

  private final WasiWorld world;
  private final List<Preopened> preopens;

  /// A preopened directory that was found on the host.
  ///
  /// @param name its name for the guest
  /// @param descriptor the directory
  record Preopened(String name, Descriptor descriptor) {}

  FilesystemInterfaces(WasiWorld world, List<Preopened> preopens) {
    this.world = world;
    this.preopens = List.copyOf(preopens);
  }

  /// `wasi:filesystem/types`
  WasiInterface types() {
    WasiInterface types =
        new WasiInterface("wasi:filesystem/types")
            .resource("descriptor", rep -> WasiWorld.drop(world.descriptors(), rep))
            .resource("directory-entry-stream", rep -> WasiWorld.drop(world.listings(), rep))
            .func(
                "[method]directory-entry-stream.read-directory-entry",
                "(self: borrow<directory-entry-stream>)"
                    + " -> result<option<$directory-entry>, $error-code>",
                this::readDirectoryEntry)
            .func(
                "filesystem-error-code",
                "(err: borrow<error>) -> option<$error-code>",
                this::errorCode);
    new DescriptorFunctions(world).define(types);
    new PathFunctions(world).define(types);
    return types;
  }

  /// `wasi:filesystem/preopens`
  WasiInterface preopens() {
    return new WasiInterface("wasi:filesystem/preopens")
        .func("get-directories", "() -> list<tuple<own<descriptor>, string>>", this::directories);
  }

  /// Puts what an operation makes into a table and gives `ok` with its new handle. A full table is
  /// seen before anything is made.
  ///
  /// @param name the resource as in {@link HostCall#own}
  static <T extends Closeable> Result<Values> make(
      HostCall call, String name, ResourceTable<T> table, Attempt.Making<T> making) {
    if (table.isFull()) {
      return Result.err(table.full());
    }
    return Attempt.of(() -> own(call, name, table, making.run()));
  }

  private static <T extends Closeable> Value own(
      HostCall call, String name, ResourceTable<T> table, T made) throws IOException {
    return switch (Wit.own(call, name, table, made)) {
      case Result.Ok<Value> ok -> ok.value();
      case Result.Err<Value> _ -> {
        made.close();
        throw new FileError(ErrorCode.INSUFFICIENT_MEMORY);
      }
    };
  }

  private Result<Values> readDirectoryEntry(HostCall call) {
    DirectoryListing listing = world.listings().get(Wit.rep(call, 0));
    return Attempt.of(() -> FilesystemTypes.entry(listing.next()));
  }

  private Result<Values> errorCode(HostCall call) {
    @Nullable ErrorCode code = world.errors().get(Wit.rep(call, 0)).code();
    return Wit.returns(
        code == null
            ? Value.OptionValue.NONE
            : Value.OptionValue.some(new Value.EnumValue(code.ordinal())));
  }

  private Result<Values> directories(HostCall call) {
    List<Value> directories = new ArrayList<>();
    for (Preopened preopen : preopens) {
      switch (Wit.own(call, DESCRIPTOR, world.descriptors(), preopen.descriptor())) {
        case Result.Ok<Value> ok ->
            directories.add(
                new Value.TupleValue(List.of(ok.value(), new Value.Str(preopen.name()))));
        case Result.Err<Value> err -> {
          return Result.err(err.fault());
        }
      }
    }
    return Wit.returns(new Value.ListValue(directories));
  }
}
