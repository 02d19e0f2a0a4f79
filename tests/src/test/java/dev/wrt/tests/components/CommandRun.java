package dev.wrt.tests.components;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Linker;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import dev.wrt.wasi.Wasi02;
import dev.wrt.wasi.WasiOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// One run of a component as a command, and what came of it.
///
/// @param status its exit code, or -1 after any other fault than an exit
/// @param fault that fault, or the exit's; null if `run` returned
/// @param stdout what it wrote
/// @param stderr what it wrote there
/// @param fuelUsed the fuel that it took
record CommandRun(int status, Fault fault, String stdout, String stderr, long fuelUsed) {
  private static final String RUN = "wasi:cli/run#run";

  /// Runs a component in an engine of its own, and checks that everything is given back.
  static CommandRun of(byte[] component, ComponentOptions options, WasiOptions wasi) {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    ComponentEngine engine = ComponentEngine.create(options);
    Linker linker = new Linker();
    Result<Values> result;
    long fuelUsed;
    try (Component decoded = ok(Component.decode(component, Limits.standard(), engine.budget()));
        Wasi02 host =
            ok(Wasi02.define(linker, wasi.withStdout(stdout).withStderr(stderr), engine.budget()));
        ComponentInstance instance = ok(linker.instantiate(engine, decoded))) {
      result = instance.call(RUN, Values.NONE);
      fuelUsed = options.fuel() - instance.fuel();
    }
    assertEquals(0, engine.budget().reservedBytes(), "everything is given back");
    Fault fault = result instanceof Result.Err<Values> err ? err.fault() : null;
    return new CommandRun(status(result), fault, text(stdout), text(stderr), fuelUsed);
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  private static int status(Result<Values> result) {
    return switch (result) {
      case Result.Ok<Values> ok -> ok.value().get(0).equals(Value.ResultValue.ok(null)) ? 0 : 1;
      case Result.Err<Values>(Fault.ExitFault exit) -> exit.status();
      case Result.Err<Values> _ -> -1;
    };
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
