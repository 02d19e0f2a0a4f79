package dev.wrt.wasi;

import dev.wrt.component.value.Value;
import java.time.Instant;
import java.util.stream.Stream;

/// `wasi:clocks`: monotonic-clock and wall-clock.
// [impl->req~wasi-clocks~1]
final class ClockInterfaces {
  private final WasiWorld world;

  ClockInterfaces(WasiWorld world) {
    this.world = world;
  }

  /// Both of them.
  Stream<WasiInterface> interfaces() {
    return Stream.of(monotonicClock(), wallClock());
  }

  private WasiInterface monotonicClock() {
    HostClock clock = world.clock();
    String subscribe = "(when: u64) -> own<pollable>";
    return new WasiInterface("wasi:clocks/monotonic-clock")
        .func("now", "() -> u64", _ -> Wit.returns(new Value.U64(clock.monotonicNanos())))
        .func("resolution", "() -> u64", _ -> Wit.returns(new Value.U64(clock.resolutionNanos())))
        .func(
            "subscribe-instant",
            subscribe,
            c -> IoInterfaces.subscribe(world, c, Timer.at(clock, Wit.u64(c, 0))))
        .func(
            "subscribe-duration",
            subscribe,
            c -> IoInterfaces.subscribe(world, c, Timer.after(clock, Wit.u64(c, 0))));
  }

  private WasiInterface wallClock() {
    HostClock clock = world.clock();
    return new WasiInterface("wasi:clocks/wall-clock")
        .func("now", "() -> $datetime", _ -> Wit.returns(Wit.datetime(clock.wallTime())))
        .func(
            "resolution",
            "() -> $datetime",
            _ -> Wit.returns(Wit.datetime(Instant.EPOCH.plusNanos(clock.resolutionNanos()))));
  }
}
