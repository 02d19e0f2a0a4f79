package dev.wrt.tests.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Execution;
import dev.wrt.component.HostCall;
import dev.wrt.component.HostInterface;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.wasi.Wasi02;
import dev.wrt.wasi.WasiOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every typed call of the shared cases gives the value that an independent runtime gives, under
/// each memory strategy and at the levels off, standard and full; and a call that is stopped again
/// and again for want of fuel gives the same, for the same total of fuel.
///
/// The cases lie beside the project, not in it. Where they are absent the test says so and passes.
class ComponentCasesTest {
  private static final Path FOLDER = folder();

  /// Bytes that the engine of one case may reserve: the largest component has 12 MB.
  private static final long BUDGET_BYTES = 1L << 30;

  /// How a case is run.
  ///
  /// @param portion fuel that a call is given at a time; 0 for all it needs
  private record Setting(TrustLevel trust, VerificationLevel level, long portion) {
    static final Setting STANDARD = new Setting(TrustLevel.STANDARD, VerificationLevel.STANDARD, 0);

    Setting inPortionsOf(long fuel) {
      return new Setting(trust, level, fuel);
    }

    @Override
    public String toString() {
      return trust.strategy().spelling() + ", " + level;
    }
  }

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here == null ? Path.of("shared/components") : here.resolve("../shared/components");
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    Path file = FOLDER.resolve("cases.json");
    if (!Files.exists(file)) {
      return Stream.of(dynamicTest("the shared components are not here: nothing is run", () -> {}));
    }
    JsonNode all = new ObjectMapper().readTree(file.toFile());
    List<DynamicTest> tests = new ArrayList<>();
    all.properties()
        .forEach(one -> {
          for (Setting setting : settings()) {
            tests.add(
                dynamicTest(
                    one.getKey() + " (" + setting + ")", () -> run(one.getValue(), setting)));
          }
        });
    return tests.stream();
  }

  // [utest->req~component-fuel-resume~1]
  @TestFactory
  Stream<DynamicTest> portions() throws IOException {
    Path file = FOLDER.resolve("cases.json");
    if (!Files.exists(file)) {
      return Stream.of(dynamicTest("the shared components are not here: nothing is run", () -> {}));
    }
    JsonNode all = new ObjectMapper().readTree(file.toFile());
    return Stream.of(
            Map.entry("c-cabi", 1L), Map.entry("c-cabi", 7L), Map.entry("js-qjs-hello", 997L))
        .map(e ->
            dynamicTest(
                e.getKey() + " in portions of " + e.getValue() + ": the same total of fuel",
                () -> {
                  JsonNode one = all.get(e.getKey());
                  long whole = run(one, Setting.STANDARD);
                  assertEquals(whole, run(one, Setting.STANDARD.inPortionsOf(e.getValue())));
                }));
  }

  private static List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    for (TrustLevel trust : TrustLevel.values()) {
      settings.add(new Setting(trust, VerificationLevel.OFF, 0));
      settings.add(new Setting(trust, VerificationLevel.STANDARD, 0));
      settings.add(new Setting(trust, VerificationLevel.FULL, 0));
    }
    return settings;
  }

  /// Runs a case; gives the fuel that it has used.
  private static long run(JsonNode one, Setting setting) throws IOException {
    long fuelUsed;
    ComponentEngine engine =
        ComponentEngine.create(
            ComponentOptions.standard()
                .withTrust(setting.trust())
                .withVerification(Verification.of(setting.level()))
                .withMemoryBudget(BUDGET_BYTES));
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(one.get("component").asText()));
    List<String> hostLog = new ArrayList<>();
    MemoryBudget hostBudget = MemoryBudget.root("hosts", BUDGET_BYTES);
    Linker linker = new Linker().define("test:cabi/host", cabiHost(hostLog));
    try (Component component = ok(Component.decode(bytes, Limits.standard(), engine.budget()));
        Wasi02 wasi = ok(Wasi02.define(linker, WasiOptions.standard(), hostBudget));
        ComponentInstance instance = ok(linker.instantiate(engine, component))) {
      for (JsonNode call : one.get("calls")) {
        steps(instance, call, setting.portion());
      }
      fuelUsed = instance.stats().fuelUsed();
    }
    assertEquals(0, engine.budget().reservedBytes(), "everything is given back");
    if (one.has("hostLog")) {
      List<String> expected = new ArrayList<>();
      one.get("hostLog").forEach(line -> expected.add(line.asText()));
      assertEquals(expected, hostLog);
    }
    return fuelUsed;
  }

  private static HostInterface cabiHost(List<String> log) {
    return HostInterface.named("test:cabi/host")
        .func(
            "log",
            call -> {
              log.add(((Value.Str) call.arguments().get(0)).value());
              return Result.ok(Values.NONE);
            })
        .func("pick", ComponentCasesTest::pick);
  }

  private static Result<Values> pick(HostCall call) {
    Sequence list = (Sequence) call.arguments().get(0);
    Value middle =
        list.size() == 0
            ? Value.OptionValue.NONE
            : Value.OptionValue.some(list.get(list.size() / 2));
    return Result.ok(Values.of(middle));
  }

  /// One call, or several steps that share the resources they make.
  private static void steps(ComponentInstance instance, JsonNode call, long portion) {
    Map<String, Value> made = new HashMap<>();
    if (!call.has("steps")) {
      step(instance, call, made, portion);
      return;
    }
    call.get("steps").forEach(step -> step(instance, step, made, portion));
  }

  private static void step(
      ComponentInstance instance, JsonNode step, Map<String, Value> made, long portion) {
    String name = step.get("func").asText();
    ComponentFuncType type = ok(instance.export(name)).type();
    List<Value> arguments = new ArrayList<>();
    if (step.has("self")) {
      arguments.add(made.get(step.get("self").asText()));
    }
    for (JsonNode argument : step.get("args")) {
      arguments.add(argument(argument, type.params().get(arguments.size()).type(), made));
    }
    Values results = ok(call(instance, name, new Values(arguments), portion));
    if (step.has("new")) {
      made.put(step.get("new").asText(), results.get(0));
    }
    if (step.has("expect")) {
      Value expected = JsonValue.of(step.get("expect"), type.result().orElseThrow());
      assertEquals(Values.of(expected), results, name);
    }
  }

  private static Result<Values> call(
      ComponentInstance instance, String name, Values arguments, long portion) {
    if (portion == 0) {
      return instance.call(name, arguments);
    }
    instance.fuel(0);
    Execution execution = ok(instance.start(name, arguments));
    Outcome outcome = execution.run();
    while (outcome instanceof Outcome.OutOfFuel) {
      execution.addFuel(portion);
      outcome = execution.run();
    }
    return switch (outcome) {
      case Outcome.Returned r -> Result.ok(r.values());
      case Outcome.Failed f -> Result.err(f.fault());
      case Outcome.OutOfFuel o -> throw new AssertionError("not after the loop");
      case Outcome.Waiting w -> fail("waits for the host");
    };
  }

  private static Value argument(JsonNode argument, ValType type, Map<String, Value> made) {
    if (argument.has("borrow") || argument.has("own")) {
      return made.get(argument.path("borrow").asText(argument.path("own").asText()));
    }
    if (type instanceof ValType.ListType list && hasHandles(argument)) {
      List<Value> elements = new ArrayList<>();
      argument.get("value").forEach(v -> elements.add(argument(v, list.element(), made)));
      return new Value.ListValue(elements);
    }
    return JsonValue.of(argument, type);
  }

  private static boolean hasHandles(JsonNode list) {
    JsonNode first = list.path("value").path(0);
    return first.has("borrow") || first.has("own");
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }
}
