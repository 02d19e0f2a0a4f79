package dev.wrt.tests.limits;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.Linker;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.core.Module;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Hostile inputs, one after the other, in a Java virtual machine of its own whose heap is small.
/// Prints, for each, its name, the most bytes that its budget held, and how it ended.
final class HostileRun {
  /// What each input may make the host hold.
  static final long BUDGET_BYTES = 32L << 20;

  private static final byte[] MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final byte[] COMPONENT = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};
  private static final int DEEP = 100_000;

  private HostileRun() {}

  public static void main(String[] arguments) {
    decoding("2^32 - 1 locals", HostileRun::module, locals(1));
    decoding("2^32 - 1 locals, a thousand times", HostileRun::module, locals(1000));
    decoding("custom section of 1 GiB", HostileRun::module, customSection(MODULE));
    decoding(
        "custom section of 1 GiB in a component", HostileRun::component, customSection(COMPONENT));
    decoding("vector of 2^32 - 1 types", HostileRun::module, vector());
    decoding("components in components", HostileRun::component, nestedComponents());
    decoding("lists of lists", HostileRun::component, nestedLists());
    decoding("names of a megabyte", HostileRun::component, longNames());
    for (String export : List.of("handles", "sets")) {
      calling(export + " without end", "/dev/wrt/tests/limits/uses.wasm", export, new Value.U32(0));
    }
    Value text = new Value.Str("x".repeat(1 << 20));
    calling("string beyond the memory", "/dev/wrt/tests/limits/uses.wasm", "take-string", text);
    calling(
        "string of 2^28 - 1 bytes",
        "/dev/wrt/tests/limits/uses.wasm",
        "give-string",
        new Value.U32((1 << 28) - 1));
    calling("pages", "/dev/wrt/tests/limits/uses.wasm", "pages", new Value.U32(4095));
    calling("elements", "/dev/wrt/tests/limits/uses.wasm", "elements", new Value.U32(9_999_999));
    calling("array", "/dev/wrt/tests/limits/uses.wasm", "array", new Value.U32(200 << 20));
    for (String flood :
        List.of("streams", "futures", "sets", "members", "errors", "resources", "threads")) {
      calling("flood of " + flood, "/dev/wrt/tests/async/flood.wasm", flood, null);
    }
  }

  private static void decoding(
      String name, BiFunction<byte[], MemoryBudget, Result<?>> decode, byte[] bytes) {
    MemoryBudget budget = MemoryBudget.root("engine", BUDGET_BYTES);
    report(name, budget, decode.apply(bytes, budget));
  }

  private static Result<?> module(byte[] bytes, MemoryBudget budget) {
    return Module.decode(bytes, 0, bytes.length, DecoderOptions.of(Features.ALL), budget);
  }

  private static Result<?> component(byte[] bytes, MemoryBudget budget) {
    return Component.decode(bytes, DecoderOptions.of(Features.ALL), budget);
  }

  private static void calling(String name, String file, String export, Value argument) {
    ComponentOptions options =
        ComponentOptions.standard()
            .withMemoryBudget(BUDGET_BYTES)
            .withFuel(100_000_000)
            .with(GuestLimit.FRAMES, 1000)
            .with(GuestLimit.VALUE_SLOTS, 1 << 14)
            .with(GuestLimit.HANDLES, GuestLimit.HANDLES.largest())
            .with(GuestLimit.WAITABLES, GuestLimit.WAITABLES.largest())
            .with(GuestLimit.TASKS, GuestLimit.TASKS.smallest() + 100_000);
    ComponentEngine engine = ComponentEngine.create(options);
    try (Component component =
            Guests.ok(
                Component.decode(
                    Guests.resource(file), DecoderOptions.of(Features.ALL), engine.budget()));
        ComponentInstance guest =
            Guests.ok(
                new Linker()
                    .define("tick", call -> Result.ok(Values.NONE))
                    .instantiate(engine, component))) {
      Values values = argument == null ? Values.NONE : Values.of(argument);
      report(name, engine.budget(), guest.call(export, values));
    }
  }

  private static void report(String name, MemoryBudget budget, Result<?> result) {
    String end = result instanceof Result.Err<?> err ? describe(err.fault()) : "ok";
    System.out.println(name + "\t" + budget.highWaterBytes() + "\t" + end);
  }

  private static String describe(Fault fault) {
    return fault.getClass().getSimpleName() + " " + fault.code().id();
  }

  /// So many functions, each with as many locals as can be declared.
  private static byte[] locals(int functions) {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    unsigned(code, functions);
    for (int i = 0; i < functions; i++) {
      byte[] body = {1, -1, -1, -1, -1, 0x0F, 0x7F, 0x0B};
      unsigned(code, body.length);
      code.writeBytes(body);
    }
    ByteArrayOutputStream declared = new ByteArrayOutputStream();
    unsigned(declared, functions);
    declared.writeBytes(new byte[functions]);
    ByteArrayOutputStream out = start(MODULE);
    section(out, 1, new byte[] {1, 0x60, 0, 0});
    section(out, 3, declared.toByteArray());
    section(out, 10, code.toByteArray());
    return out.toByteArray();
  }

  private static byte[] customSection(byte[] preamble) {
    ByteArrayOutputStream out = start(preamble);
    out.write(0);
    unsigned(out, 1 << 30);
    out.writeBytes(new byte[100]);
    return out.toByteArray();
  }

  private static byte[] vector() {
    ByteArrayOutputStream out = start(MODULE);
    section(out, 1, new byte[] {-1, -1, -1, -1, 0x0F, 0x60, 0, 0});
    return out.toByteArray();
  }

  private static byte[] nestedComponents() {
    List<Integer> sizes = new ArrayList<>();
    int size = COMPONENT.length;
    for (int i = 0; i < DEEP; i++) {
      sizes.add(size);
      ByteArrayOutputStream length = new ByteArrayOutputStream();
      unsigned(length, size);
      size += COMPONENT.length + 1 + length.size();
    }
    ByteArrayOutputStream out = start(COMPONENT);
    for (int i = sizes.size() - 1; i >= 0; i--) {
      out.write(4);
      unsigned(out, sizes.get(i));
      out.writeBytes(COMPONENT);
    }
    return out.toByteArray();
  }

  /// Types each of which is a list of the one before.
  private static byte[] nestedLists() {
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    unsigned(types, DEEP);
    types.writeBytes(new byte[] {0x70, 0x7F});
    for (int i = 0; i < DEEP - 1; i++) {
      types.write(0x70);
      unsigned(types, i);
    }
    ByteArrayOutputStream out = start(COMPONENT);
    section(out, 7, types.toByteArray());
    return out.toByteArray();
  }

  /// A record whose fields have names of a megabyte.
  private static byte[] longNames() {
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    types.writeBytes(new byte[] {1, 0x72});
    unsigned(types, 20);
    for (int i = 0; i < 20; i++) {
      unsigned(types, 1 << 20);
      types.writeBytes("a".repeat((1 << 20) - 1).getBytes());
      types.write('a' + i);
      types.write(0x7F);
    }
    ByteArrayOutputStream out = start(COMPONENT);
    section(out, 7, types.toByteArray());
    return out.toByteArray();
  }

  private static ByteArrayOutputStream start(byte[] preamble) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(preamble);
    return out;
  }

  private static void section(ByteArrayOutputStream out, int id, byte[] content) {
    out.write(id);
    unsigned(out, content.length);
    out.writeBytes(content);
  }

  private static void unsigned(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
