package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.core.Export;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.text.BranchHints;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.ExternVal;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.GlobalInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.ModuleInst;
import dev.wrt.engine.Status;
import dev.wrt.engine.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Executes the commands of one script: one store, one machine, the instances by their names.
///
/// Assertions of proposals' scripts that WebAssembly 3.0 has overtaken count as out of scope.
final class CoreScript implements Script, AutoCloseable {
  private static final long FUEL = 10_000_000_000L;
  private static final long BUDGET_BYTES = 16L << 30;
  private static final String LATEST = "";

  /// Words of refusals that the scripts of the threads proposal still want.
  private static final Set<String> OVERTAKEN = Set.of("multiple tables", "multiple memories");

  private final Path folder;
  private final MemoryBudget budget = MemoryBudget.root("script", BUDGET_BYTES);
  private final Features features;
  private final Store store;
  private final Machine machine;
  private final ModuleInst refKinds;
  private final List<Module> modules = new ArrayList<>();
  private final Map<String, Module> definitions = new HashMap<>();
  private final Map<String, ModuleInst> instances = new HashMap<>();
  private final Map<String, ModuleInst> registered = new HashMap<>();
  private final Map<String, ExternVal> spectest;
  private final Driver driver;

  /// How a function that was entered is run, and who sees how it ended.
  interface Driver {
    /// Runs on, as {@link Machine#run} does, which has plenty of fuel.
    Status run(Machine machine);

    /// Sees the machine after the function has returned or trapped.
    void ended(Machine machine, FuncInst function, Status status);
  }

  CoreScript(Path folder) {
    this(folder, EngineOptions.standard(), new Replay.Straight());
  }

  CoreScript(Path folder, EngineOptions options, Driver driver) {
    this.folder = folder;
    this.driver = driver;
    store = Results.value(Store.create(options, budget));
    machine = Results.value(Machine.create(store, budget));
    spectest = Spectest.functions(store);
    features = features(folder);
    refKinds = instantiate(decode(RefKinds.module()));
    offer(Spectest.module());
    if (features.has(Feature.THREADS)) {
      offer(Spectest.sharedMemory());
    }
  }

  /// Features are on for the scripts of the folder that is named as they are.
  private static Features features(Path folder) {
    String group = folder.getParent().getFileName().toString();
    return switch (group) {
      case "threads", "wide-arithmetic", "custom-page-sizes" ->
          Results.value(Features.parse(group));
      case "legacy" -> Features.NONE.with(Feature.LEGACY_EXCEPTIONS);
      default -> Features.NONE;
    };
  }

  private void offer(byte[] bytes) {
    Module module = decode(bytes);
    ModuleInst instance = instantiate(module);
    for (Export export : module.exports()) {
      spectest.put(export.name(), instance.export(export.name()));
    }
  }

  @Override
  public Verdict run(JsonNode command) {
    if (command.path("module_type").asText().equals("text") && !command.has("binary_filename")) {
      return new Verdict(Verdict.Kind.TEXT_FORMAT, "the product reads no text format");
    }
    try {
      return switch (command.get("type").asText()) {
        case "module" -> module(command);
        case "module_definition" -> definition(command);
        case "module_instance" -> instance(command);
        case "register" -> register(command);
        case "action" -> action(command);
        case "assert_return" -> assertReturn(command);
        case "assert_trap", "assert_exhaustion" -> assertTrap(command);
        case "assert_exception" -> assertException(command);
        case "assert_malformed", "assert_invalid" -> assertRefused(command, false);
        case "assert_unlinkable", "assert_uninstantiable" -> assertRefused(command, true);
        case "assert_malformed_custom", "assert_invalid_custom" -> assertCustom(command);
        default -> Verdict.failed("unknown command");
      };
    } catch (Refused | IllegalStateException e) {
      return Verdict.failed(e.getMessage());
    }
  }

  @Override
  public long end() {
    close();
    return budget.reservedBytes();
  }

  @Override
  public void close() {
    machine.close();
    store.close();
    modules.forEach(Module::close);
    modules.clear();
  }

  private Verdict module(JsonNode command) {
    return named(instances, command, () -> instantiate(decode(SuiteFiles.bytes(file(command)))));
  }

  private Verdict definition(JsonNode command) {
    return named(definitions, command, () -> decode(SuiteFiles.bytes(file(command))));
  }

  private Verdict instance(JsonNode command) {
    Module module = find(definitions, command.path("module").asText(LATEST));
    instances.put(command.path("instance").asText(LATEST), instantiate(module));
    return Verdict.PASSED;
  }

  private <T> Verdict named(
      Map<String, T> space, JsonNode command, java.util.function.Supplier<T> maker) {
    space.remove(LATEST);
    T made = maker.get();
    space.put(command.path("name").asText(LATEST), made);
    space.put(LATEST, made);
    return Verdict.PASSED;
  }

  private Verdict register(JsonNode command) {
    ModuleInst instance = find(instances, command.path("name").asText(LATEST));
    registered.put(command.get("as").asText(), instance);
    return Verdict.PASSED;
  }

  private Verdict action(JsonNode command) {
    perform(command.get("action"));
    return Verdict.PASSED;
  }

  private Verdict assertReturn(JsonNode command) {
    long[] actual = perform(command.get("action"));
    JsonNode expected = command.get("expected");
    int slots = 0;
    boolean same = true;
    for (JsonNode value : expected) {
      boolean there = slots + SpecValue.slots(value) <= actual.length;
      same &= there && SpecValue.matches(value, actual, slots, this::isKind);
      slots += SpecValue.slots(value);
    }
    return same && slots == actual.length
        ? Verdict.PASSED
        : Verdict.failed("expected " + expected + ", found " + java.util.Arrays.toString(actual));
  }

  private boolean isKind(String kind, long ref) {
    return invoke((FuncInst) refKinds.export(kind), new long[] {ref})[0] == 1;
  }

  private Verdict assertTrap(JsonNode command) {
    try {
      perform(command.get("action"));
    } catch (Refused e) {
      return e.fault instanceof Fault.Trap && !isException(e.fault)
          ? Verdict.refused(command.get("text").asText(), Results.words(e.fault))
          : Verdict.failed("not a trap: " + e.fault);
    }
    return Verdict.failed("no trap: " + command.get("text").asText());
  }

  private Verdict assertException(JsonNode command) {
    try {
      perform(command.get("action"));
    } catch (Refused e) {
      return isException(e.fault) ? Verdict.PASSED : Verdict.failed("no exception: " + e.fault);
    }
    return Verdict.failed("no exception");
  }

  private static boolean isException(Fault fault) {
    return fault.code().text().equals("uncaught exception");
  }

  private Verdict assertRefused(JsonNode command, boolean valid) {
    byte[] bytes = SuiteFiles.bytes(file(command));
    try {
      Module module = decode(bytes);
      if (!valid && OVERTAKEN.contains(command.get("text").asText())) {
        return Verdict.outOfScope("WebAssembly 3.0 allows " + command.get("text").asText());
      }
      if (!valid) {
        return Verdict.failed("accepted: " + command.get("text").asText());
      }
      instantiate(module);
    } catch (Refused e) {
      return isOutside(e.fault, bytes.length)
          ? Verdict.failed("the offset is not one of the module: " + e.fault)
          : Verdict.refused(command.get("text").asText(), Results.words(e.fault));
    }
    return Verdict.failed("instantiated: " + command.get("text").asText());
  }

  /// The checks of custom sections that are not part of a module's validity.
  private Verdict assertCustom(JsonNode command) {
    Module module = decode(SuiteFiles.bytes(file(command)));
    return switch (BranchHints.check(module)) {
      case Result.Err<Unit>(Fault fault) ->
          Verdict.refused(command.get("text").asText(), Results.words(fault));
      case Result.Ok<Unit> ok -> Verdict.failed("accepted: " + command.get("text").asText());
    };
  }

  private static boolean isOutside(Fault fault, int length) {
    long offset =
        switch (fault) {
          case Fault.MalformedFault f -> f.offset();
          case Fault.InvalidFault f -> f.offset();
          default -> 0;
        };
    return offset < 0 || offset > length;
  }

  private Path file(JsonNode command) {
    String key = command.has("binary_filename") ? "binary_filename" : "filename";
    return folder.resolve(command.get(key).asText());
  }

  private Module decode(byte[] bytes) {
    Result<Module> result =
        Module.decode(
            bytes,
            0,
            bytes.length,
            DecoderOptions.of(features),
            budget.child("module", BUDGET_BYTES));
    Module module = ok(result);
    modules.add(module);
    return module;
  }

  private <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T>(T value) -> value;
      case Result.Err<T>(Fault fault) -> throw new Refused(fault);
    };
  }

  private ModuleInst instantiate(Module module) {
    List<ExternVal> imports = new ArrayList<>();
    for (Import wanted : module.imports()) {
      imports.add(offered(wanted));
    }
    ModuleInst instance = ok(store.instantiate(module, imports));
    FuncInst start = instance.start();
    if (start != null) {
      invoke(start, new long[0]);
    }
    return instance;
  }

  private ExternVal offered(Import wanted) {
    ExternVal found = null;
    if (wanted.module().equals("spectest")) {
      found = spectest.get(wanted.name());
    } else if (registered.containsKey(wanted.module())) {
      found = find(registered, wanted.module()).export(wanted.name());
    }
    if (found == null) {
      String name = wanted.module() + "." + wanted.name();
      throw new Refused(
          new Fault.LinkFault(dev.wrt.engine.EngineCode.UNKNOWN_IMPORT, name, "", ""));
    }
    return found;
  }

  private static <T> T find(Map<String, T> space, String name) {
    T found = space.get(name);
    if (found == null) {
      throw new IllegalStateException("the module that is named was not made");
    }
    return found;
  }

  private long[] perform(JsonNode action) {
    ModuleInst instance = find(instances, action.path("module").asText(LATEST));
    ExternVal export = instance.export(action.get("field").asText());
    if (action.get("type").asText().equals("get")) {
      return new long[] {((GlobalInst) export).get()};
    }
    return invoke((FuncInst) export, arguments(action.get("args")));
  }

  private static long[] arguments(JsonNode values) {
    int count = 0;
    for (JsonNode value : values) {
      count += SpecValue.slots(value);
    }
    long[] slots = new long[count];
    int at = 0;
    for (JsonNode value : values) {
      SpecValue.write(value, slots, at);
      at += SpecValue.slots(value);
    }
    return slots;
  }

  private long[] invoke(FuncInst function, long[] args) {
    ok(machine.enter(function, args));
    machine.fuel(FUEL);
    while (true) {
      switch (driver.run(machine)) {
        case HOST_CALL -> machine.resume();
        case WAITING -> machine.timeOut();
        case RETURNED -> {
          driver.ended(machine, function, Status.RETURNED);
          return results(function);
        }
        case TRAPPED -> {
          driver.ended(machine, function, Status.TRAPPED);
          Fault fault = machine.fault();
          machine.unwind();
          throw new Refused(fault);
        }
        case OUT_OF_FUEL -> {
          machine.unwind();
          throw new AssertionError("no script needs that much fuel");
        }
      }
    }
  }

  private long[] results(FuncInst function) {
    long[] results = new long[slots(function.type())];
    for (int i = 0; i < results.length; i++) {
      results[i] = machine.result(i);
    }
    machine.leave();
    return results;
  }

  static int slots(FuncType type) {
    return type.results().stream().mapToInt(t -> t.isVec() ? 2 : 1).sum();
  }
}
