package dev.wrt.wasi;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.List;

/// `wasi:io/error` and `wasi:io/poll`; {@link StreamFunctions} has `wasi:io/streams`.
final class IoInterfaces {
  /// The resource `error`.
  static final String ERROR = WasiInterface.resource("wasi:io/error", "error");

  /// The resource `pollable`.
  static final String POLLABLE = WasiInterface.resource("wasi:io/poll", "pollable");

  private final WasiWorld world;

  IoInterfaces(WasiWorld world) {
    this.world = world;
  }

  /// `wasi:io/error`
  WasiInterface error() {
    return new WasiInterface("wasi:io/error")
        .resource("error", rep -> dropPlain(world.errors(), rep))
        .func(
            "[method]error.to-debug-string",
            "(self: borrow<error>) -> string",
            call -> Wit.returns(new Value.Str(world.errors().get(Wit.rep(call, 0)).text())));
  }

  /// `wasi:io/poll`
  WasiInterface poll() {
    return new WasiInterface("wasi:io/poll")
        .resource("pollable", rep -> dropPlain(world.pollables(), rep))
        .func(
            "[method]pollable.ready",
            "(self: borrow<pollable>) -> bool",
            call -> Wit.returns(new Value.Bool(pollable(call).ready())))
        .func("[method]pollable.block", "(self: borrow<pollable>)", this::block)
        .func("poll", "(in: list<borrow<pollable>>) -> list<u32>", this::poll);
  }

  /// A new handle of a pollable, as the result of a function.
  static Result<Values> subscribe(WasiWorld world, HostCall call, Readiness readiness) {
    return switch (Wit.own(call, POLLABLE, world.pollables(), readiness)) {
      case Result.Ok<Value> ok -> Wit.returns(ok.value());
      case Result.Err<Value> err -> Result.err(err.fault());
    };
  }

  private static <T extends Object> Result<Unit> dropPlain(ResourceTable<T> table, int rep) {
    table.remove(rep);
    return Result.ok(Unit.UNIT);
  }

  private Readiness pollable(HostCall call) {
    return world.pollables().get(Wit.rep(call, 0));
  }

  private Result<Values> block(HostCall call) {
    return switch (world.waiting().until(pollable(call))) {
      case Result.Ok<Unit> _ -> Result.ok(Values.NONE);
      case Result.Err<Unit> err -> Result.err(err.fault());
    };
  }

  // [impl->req~wasi-poll~1]
  private Result<Values> poll(HostCall call) {
    Sequence handles = Wit.list(call, 0);
    if (handles.size() == 0) {
      return Wit.trap(WasiCode.EMPTY_POLL, "poll");
    }
    Any any = new Any(new ArrayList<>(handles.size()));
    for (int i = 0; i < handles.size(); i++) {
      any.parts().add(world.pollables().get(Wit.rep(handles.get(i))));
    }
    if (world.waiting().until(any) instanceof Result.Err<Unit> err) {
      return Result.err(err.fault());
    }
    return Wit.returns(new Value.ListValue(any.readyIndices()));
  }

  /// Some things to wait for, of which one is enough.
  ///
  /// @param parts the things
  record Any(List<Readiness> parts) implements Readiness {
    @Override
    public boolean ready() {
      return parts.stream().anyMatch(Readiness::ready);
    }

    @Override
    public long wakeNanos() {
      return parts.stream().mapToLong(Readiness::wakeNanos).min().orElse(NO_TIME);
    }

    /// The indices of those that are ready, ascending.
    List<Value> readyIndices() {
      List<Value> ready = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        if (parts.get(i).ready()) {
          ready.add(new Value.U32(i));
        }
      }
      return ready;
    }
  }
}
