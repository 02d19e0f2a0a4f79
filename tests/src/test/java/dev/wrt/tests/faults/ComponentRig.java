package dev.wrt.tests.faults;

import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.ComponentSeam;
import dev.wrt.component.Execution;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.HostInterface;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import dev.wrt.engine.Machine;
import dev.wrt.engine.Store;
import dev.wrt.memory.Verification;
import java.util.List;

/// A component, of which a script of calls is made. What one call returns, the next ones may use.
final class ComponentRig extends Rig {
  /// One call.
  ///
  /// @param export name of the function
  /// @param arguments its arguments, from the results so far
  record Call(String export, Arguments arguments) {}

  /// Arguments of a call.
  interface Arguments {
    /// Makes them.
    ///
    /// @param kept what the calls before have returned
    Values of(Value[] kept);
  }

  private static final int CALLS_MAX = 96;
  private static final int BUFFER_BYTES = 1024;
  private static final int STACK_SLOTS = 1024;

  private final byte[] bytes;
  private final Component component;
  private final ComponentInstance instance;
  private final List<Call> script;
  private final Value[] kept;
  private Execution execution;

  /// Loads a component.
  ComponentRig(byte[] bytes, List<Call> script, Verification verification) {
    ComponentOptions options =
        ComponentOptions.standard()
            .withVerification(verification)
            .withFuel(1 << 20)
            .withStrategy(new MemoryStrategy.BoundedCopy(BUFFER_BYTES))
            .with(GuestLimit.FRAMES, CALLS_MAX)
            .with(GuestLimit.VALUE_SLOTS, STACK_SLOTS);
    this.bytes = bytes;
    ComponentEngine engine = ComponentEngine.create(options);
    component = ok(Component.decode(bytes, Limits.standard(), engine.budget()));
    Linker linker = new Linker().define("wrt:examples/prices", prices());
    instance = ok(linker.instantiate(engine, component));
    instance.fuel(0);
    this.script = script;
    this.kept = new Value[script.size()];
  }

  /// What the basket asks for: a price for each item.
  private HostInterface prices() {
    return HostInterface.named("wrt:examples/prices")
        .func(
            "lookup",
            call -> {
              transcript.tell(call.arguments());
              String item = ((Value.Str) call.arguments().get(0)).value();
              Value answer =
                  item.equals("plum")
                      ? Value.ResultValue.err(new Value.Str("none today"))
                      : Value.ResultValue.ok(new Value.U32(10 * item.length()));
              return Result.ok(Values.of(answer));
            });
  }

  @Override
  void begin() {
    super.begin();
    start();
  }

  private void start() {
    Call call = script.get(done);
    switch (instance.start(call.export(), call.arguments().of(kept))) {
      case Result.Ok<Execution> ok -> execution = ok.value();
      case Result.Err<Execution> err -> fault = err.fault();
    }
  }

  @Override
  void advance(long fuel) {
    instance.fuel(Math.clamp(instance.fuel(), 0, Long.MAX_VALUE / 2) + fuel);
    while (goesOn()) {
      switch (execution.run()) {
        case Outcome.OutOfFuel _ -> {
          return;
        }
        case Outcome.Failed failed -> fault = failed.fault();
        case Outcome.Returned returned -> returned(returned.values());
        case Outcome.Waiting _ -> throw new AssertionError("nobody waits here");
      }
    }
  }

  private void returned(Values values) {
    transcript.tell(values);
    kept[done] = values.list().isEmpty() ? null : values.get(0);
    done++;
    if (done == script.size()) {
      ended = true;
    } else {
      start();
    }
  }

  @Override
  byte[] bytes() {
    return bytes;
  }

  @Override
  Store store() {
    return ComponentSeam.store(instance);
  }

  @Override
  Machine machine() {
    return ComponentSeam.machine(instance);
  }

  @Override
  public void close() {
    instance.close();
    component.close();
  }
}
