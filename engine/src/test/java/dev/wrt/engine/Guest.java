package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// A module of the test resources in a store of its own, with a machine to run it.
record Guest(Store store, ModuleInst instance, Machine machine) implements AutoCloseable {
  static final long PLENTY = Long.MAX_VALUE;

  /// Small enough that exhaustion is quick, large enough for 10,000 calls.
  static final EngineOptions OPTIONS =
      new EngineOptions(Verification.of(VerificationLevel.OFF), 1 << 17, 10_000, 100, 1000, 5);

  static MemoryBudget budget() {
    return MemoryBudget.root("test", 1L << 30);
  }

  static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }

  static Fault fault(Result<?> result) {
    return switch (result) {
      case Result.Ok<?> ok -> fail("a fault is expected, but got " + ok.value());
      case Result.Err<?> err -> err.fault();
    };
  }

  /// Decodes a module of the test resources, which lies beside its text.
  static Module module(String name) {
    try (InputStream in = Guest.class.getResourceAsStream(name + ".wasm")) {
      return decoded(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Decodes a module that may use all features.
  static Module decoded(byte[] bytes) {
    DecoderOptions options = new DecoderOptions(Limits.standard(), Features.ALL);
    return ok(Module.decode(bytes, 0, bytes.length, options, budget()));
  }

  static Guest of(String name) {
    return of(module(name), OPTIONS);
  }

  static Guest of(Module module, EngineOptions options) {
    Store store = ok(Store.create(options, budget()));
    ModuleInst instance = ok(store.instantiate(module, List.of()));
    return new Guest(store, instance, ok(Machine.create(store, budget())));
  }

  /// An exported function.
  FuncInst func(String name) {
    return (FuncInst) instance.export(name);
  }

  /// Calls an exported function of one result, which must return.
  long call(String name, long... args) {
    ok(machine.enter(func(name), args));
    machine.fuel(PLENTY);
    Status status = machine.run();
    if (status == Status.TRAPPED) {
      fail(machine.fault().toString());
    }
    assertEquals(Status.RETURNED, status);
    long result = machine.result(0);
    machine.leave();
    return result;
  }

  /// Calls an exported function, which must end with a fault.
  Fault failing(String name, long... args) {
    ok(machine.enter(func(name), args));
    machine.fuel(PLENTY);
    assertEquals(Status.TRAPPED, machine.run());
    Fault fault = machine.fault();
    machine.leave();
    return fault;
  }

  @Override
  public void close() {
    machine.close();
    store.close();
  }
}
