package dev.wrt.tests.engine;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.Module;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.ModuleInst;
import dev.wrt.engine.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// One of the modules of `work/`, ready to run: each keeps the machine busy with one kind of
/// instructions, in as many rounds as `run` is told.
public final class Work implements AutoCloseable {
  /// The kinds, by the names of their modules.
  public static final List<String> KINDS =
      List.of(
          "numeric",
          "calls",
          "indirect",
          "vectors",
          "memory",
          "references",
          "objects",
          "exceptions");

  private final MemoryBudget budget = MemoryBudget.root("work", 1L << 30);
  private final Module module;
  private final Store store;
  private final Machine machine;
  private final ModuleInst instance;

  /// Loads a module and creates a machine for it.
  public Work(String name, EngineOptions options) {
    byte[] bytes = bytes(name);
    module = ok(Module.decode(bytes, 0, bytes.length, Limits.standard(), budget));
    store = ok(Store.create(options, budget));
    instance = ok(store.instantiate(module, List.of()));
    machine = ok(Machine.create(store, budget));
  }

  /// The binary of a module.
  public static byte[] bytes(String name) {
    try (InputStream in = Work.class.getResourceAsStream("work/" + name + ".wasm")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  /// The machine.
  public Machine machine() {
    return machine;
  }

  /// One number for the state of the store.
  public long stateDigest() {
    return store.digest();
  }

  /// Enters an exported function that takes an `i32`.
  public void enter(String export, int argument) {
    ok(machine.enter((FuncInst) instance.export(export), new long[] {argument}));
  }

  @Override
  public void close() {
    machine.close();
    store.close();
    module.close();
  }
}
