package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.Linker;
import dev.wrt.component.abi.AbiCode;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ValidationCode;
import dev.wrt.decoder.core.Module;
import dev.wrt.tests.components.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Executes the commands of one script of the component suite. Each component is instantiated on
/// its own, without imports.
///
/// A component that uses a gated feature makes the commands that need it count as out of scope,
/// with the gate as the reason.
final class ComponentScript implements Script, AutoCloseable {
  private static final long BUDGET_BYTES = 1L << 31;
  private static final int LAYER_AT = 6;
  private static final int COMPONENT_LAYER = 1;
  private static final String LATEST = "";

  private final Path folder;
  private final DecoderOptions options;
  private final ComponentEngine engine;
  private final ComponentRuns runs;
  private final List<Component> components = new ArrayList<>();
  private final List<ComponentInstance> opened = new ArrayList<>();
  private final Map<String, Named<Component>> definitions = new HashMap<>();
  private final Map<String, Named<ComponentInstance>> instances = new HashMap<>();

  /// A script.
  ///
  /// @param folder where its binaries are
  /// @param needs what it is run with
  /// @param runs how its calls are run
  ComponentScript(Path folder, SuiteFeatures.Needs needs, ComponentRuns runs) {
    this.folder = folder;
    this.options = DecoderOptions.of(needs.features());
    this.engine =
        ComponentEngine.create(
            ComponentOptions.standard()
                .withMemoryBudget(BUDGET_BYTES)
                .with(GuestLimit.VALUE_SLOTS, 1 << 16)
                .withFuel(runs.fuel())
                .withParentChildCalls(needs.parentChildCalls()));
    this.runs = runs;
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
        case "action" -> {
          perform(command.get("action"));
          yield Verdict.PASSED;
        }
        case "assert_return" -> assertReturn(command);
        case "assert_trap" -> assertTrap(command);
        case "assert_malformed", "assert_invalid" -> assertRefused(command);
        case "assert_uninstantiable", "assert_unlinkable" -> assertUninstantiable(command);
        default -> Verdict.failed("unknown command");
      };
    } catch (OutOfScope e) {
      return Verdict.outOfScope(e.getMessage());
    } catch (Refused e) {
      return Verdict.failed(e.getMessage());
    }
  }

  /// The feature that a command's component needs and that is off, or nothing.
  String gate(JsonNode command) {
    if (!command.has("binary_filename") && !command.path("module_type").asText().equals("binary")) {
      return "";
    }
    byte[] bytes = bytes(command);
    try {
      if (bytes.length > LAYER_AT && bytes[LAYER_AT] == COMPONENT_LAYER) {
        decode(bytes);
      }
      return "";
    } catch (OutOfScope e) {
      return e.getMessage();
    } catch (Refused e) {
      return "";
    }
  }

  @Override
  public long end() {
    close();
    return engine.budget().reservedBytes();
  }

  @Override
  public void close() {
    opened.forEach(ComponentInstance::close);
    opened.clear();
    components.forEach(Component::close);
    components.clear();
  }

  private Verdict module(JsonNode command) {
    byte[] bytes = bytes(command);
    if (bytes[LAYER_AT] != COMPONENT_LAYER) {
      ok(Module.decode(bytes, 0, bytes.length, options, engine.budget())).close();
      return Verdict.PASSED;
    }
    return named(instances, command, () -> instantiate(decode(bytes)));
  }

  private Verdict definition(JsonNode command) {
    return named(definitions, command, () -> decode(bytes(command)));
  }

  private Verdict instance(JsonNode command) {
    return named(
        instances,
        command.path("instance").asText(LATEST),
        () -> instantiate(find(definitions, command.path("module").asText(LATEST))));
  }

  private <T> Verdict named(
      Map<String, Named<T>> space, JsonNode command, java.util.function.Supplier<T> maker) {
    return named(space, command.path("name").asText(LATEST), maker);
  }

  private <T> Verdict named(
      Map<String, Named<T>> space, String name, java.util.function.Supplier<T> maker) {
    Named<T> made = new Named<>(null, "the component before failed");
    try {
      made = new Named<>(maker.get(), "");
      return Verdict.PASSED;
    } catch (OutOfScope e) {
      made = new Named<>(null, e.getMessage());
      throw e;
    } finally {
      space.put(name, made);
      space.put(LATEST, made);
    }
  }

  private Verdict assertReturn(JsonNode command) {
    JsonNode action = command.get("action");
    Values actual = perform(action);
    ComponentFuncType type = type(action);
    JsonNode expected = command.get("expected");
    boolean same = actual.size() == expected.size();
    if (same && actual.size() == 1) {
      Value wanted = JsonValue.of(expected.get(0), type.result().orElseThrow());
      same = actual.get(0).equals(wanted);
    }
    return same
        ? Verdict.PASSED
        : Verdict.failed("expected " + expected + ", found " + actual.list());
  }

  private Verdict assertTrap(JsonNode command) {
    try {
      perform(command.get("action"));
    } catch (Refused e) {
      return refused(command, e.fault);
    }
    return Verdict.failed("no trap: " + command.get("text").asText());
  }

  private Verdict assertUninstantiable(JsonNode command) {
    Component component = decode(bytes(command));
    try {
      instantiate(component);
    } catch (Refused e) {
      return refused(command, e.fault);
    }
    return Verdict.failed("instantiated: " + command.get("text").asText());
  }

  private Verdict assertRefused(JsonNode command) {
    long before = engine.budget().reservedBytes();
    try {
      decode(bytes(command));
    } catch (Refused e) {
      return engine.budget().reservedBytes() == before
          ? refused(command, e.fault)
          : Verdict.failed("the budget is not back to its start");
    }
    return Verdict.failed("accepted: " + command.get("text").asText());
  }

  /// A refusal has the script's words if each of them occurs in ours: what varies stands at the end
  /// of our texts, and not in their middle. That a trap is a trap of wasm need not be said.
  private static Verdict refused(JsonNode command, Fault fault) {
    String expected = command.get("text").asText().replace("wasm trap: ", "");
    String actual = Results.words(fault);
    boolean same = true;
    for (String word : expected.split("[^\\w-]+")) {
      same &= actual.contains(word);
    }
    same |= fault.code() instanceof AbiCode code && code.words(expected);
    return same ? Verdict.PASSED : Verdict.refused(expected, actual);
  }

  private byte[] bytes(JsonNode command) {
    String key = command.has("binary_filename") ? "binary_filename" : "filename";
    return SuiteFiles.bytes(folder.resolve(command.get(key).asText()));
  }

  private Component decode(byte[] bytes) {
    Component component = ok(Component.decode(bytes, options, engine.budget()));
    components.add(component);
    return component;
  }

  private ComponentInstance instantiate(Component component) {
    ComponentInstance instance = ok(runs.instantiated(ok(new Linker().begin(engine, component))));
    opened.add(instance);
    return instance;
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T>(T value) -> value;
      case Result.Err<T>(Fault fault) -> throw refusal(fault);
    };
  }

  /// What is behind a gate or a feature that is off is out of scope.
  private static RuntimeException refusal(Fault fault) {
    if (fault.code() == ValidationCode.GATED && fault instanceof Fault.InvalidFault f) {
      return new OutOfScope(f.subject());
    }
    if (fault.code() == DecoderCode.UNSUPPORTED && fault instanceof Fault.MalformedFault f) {
      return new OutOfScope(f.subject());
    }
    return new Refused(fault);
  }

  private static <T> T find(Map<String, Named<T>> space, String name) {
    Named<T> named = space.get(name);
    if (named == null || named.value() == null) {
      throw new OutOfScope(named == null ? "no component of that name" : named.reason());
    }
    return named.value();
  }

  private ComponentFuncType type(JsonNode action) {
    ComponentInstance instance = find(instances, action.path("module").asText(LATEST));
    return ok(instance.export(action.get("field").asText())).type();
  }

  private Values perform(JsonNode action) {
    ComponentInstance instance = find(instances, action.path("module").asText(LATEST));
    ComponentFuncType type = type(action);
    List<Value> arguments = new ArrayList<>();
    for (JsonNode argument : action.get("args")) {
      arguments.add(JsonValue.of(argument, type.params().get(arguments.size()).type()));
    }
    return ok(runs.called(instance, action.get("field").asText(), new Values(arguments)));
  }
}
