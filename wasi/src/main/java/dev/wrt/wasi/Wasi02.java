package dev.wrt.wasi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.Linker;
import dev.wrt.wasi.FilesystemInterfaces.Preopened;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The WASI 0.2 host: what components of the world `wasi:cli/command` may import, apart from
/// sockets.
///
/// One object serves the components of one linked tree, as all handles share its tables. Closing it
/// flushes stdout and stderr, closes all files and gives its bytes back; the instances have to be
/// closed before.
///
/// What this is not: `wasi:sockets` and `wasi:http`, and what the WIT marks as unstable
/// (`wasi:clocks/timezone`). A component that imports them is refused by the linker with the
/// import's name.
// [impl->req~wasi-commands~1]
public final class Wasi02 implements AutoCloseable {
  private final WasiWorld world;
  private final List<WasiInterface> interfaces;

  private Wasi02(WasiWorld world, List<Preopened> preopens) {
    this.world = world;
    IoInterfaces io = new IoInterfaces(world);
    FilesystemInterfaces filesystem = new FilesystemInterfaces(world, preopens);
    interfaces =
        Stream.of(
                Stream.of(io.error(), io.poll(), new StreamFunctions(world).streams()),
                new CliInterfaces(world).interfaces(),
                new ClockInterfaces(world).interfaces(),
                new RandomInterfaces(world).interfaces(),
                Stream.of(filesystem.types(), filesystem.preopens()))
            .flatMap(s -> s)
            .toList();
  }

  /// Offers all interfaces to a linker.
  ///
  /// @param linker where they are offered
  /// @param options what the guests are given
  /// @param budget who pays for what the host holds for them
  public static Result<Wasi02> define(Linker linker, WasiOptions options, MemoryBudget budget) {
    Result<Wasi02> created = create(options, budget);
    if (created instanceof Result.Ok<Wasi02> ok) {
      ok.value().interfaces.forEach(i -> linker.define(i.name(), i.host()));
    }
    return created;
  }

  /// Makes a host that is not offered to anybody yet.
  static Result<Wasi02> create(WasiOptions options, MemoryBudget budget) {
    List<Preopened> preopens = new ArrayList<>();
    for (Preopen preopen : options.preopens()) {
      switch (open(preopen)) {
        case Result.Ok<Preopened> ok -> preopens.add(ok.value());
        case Result.Err<Preopened> err -> {
          return Result.err(err.fault());
        }
      }
    }
    return switch (WasiWorld.create(options, budget)) {
      case Result.Ok<WasiWorld> ok -> Result.ok(new Wasi02(ok.value(), preopens));
      case Result.Err<WasiWorld> err -> Result.err(err.fault());
    };
  }

  /// The interfaces that are offered.
  List<WasiInterface> interfaces() {
    return interfaces;
  }

  /// From now on a guest that waits gets a fault when so much time has passed.
  ///
  /// @param nanos at least 0
  public void timeout(long nanos) {
    world.waiting().timeout(nanos);
  }

  @Override
  public void close() {
    world.close();
  }

  private static Result<Preopened> open(Preopen preopen) {
    Path host = preopen.host();
    try {
      Descriptor directory = Descriptor.preopen(host.toRealPath(), preopen.readOnly());
      return Result.ok(new Preopened(preopen.guest(), directory));
    } catch (IOException | InvalidPathException e) {
      return Result.err(
          new Fault.HostFault(WasiCode.PREOPEN_UNUSABLE, host.toString(), ErrorCode.of(e).wit()));
    }
  }
}
