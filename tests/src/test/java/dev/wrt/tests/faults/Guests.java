package dev.wrt.tests.faults;

import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.memory.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The programs that run while faults are injected: two core modules that use everything a module
/// can keep, and the example components, which a C compiler has made.
enum Guests {
  /// Memory of all widths, a table that changes, globals, recursion, calls of the host.
  MILL("mill") {
    @Override
    Rig load(Verification verification) {
      return new CoreRig(resource("mill.wasm"), 2, 1, verification);
    }
  },
  /// Trees and arrays in the heap, with collections.
  GROVE("grove") {
    @Override
    Rig load(Verification verification) {
      return new CoreRig(resource("grove.wasm"), 2, 1, verification);
    }
  },
  /// Strings in and out.
  HELLO("hello") {
    @Override
    Rig load(Verification verification) {
      List<ComponentRig.Call> script =
          List.of(
              new ComponentRig.Call("greet", kept -> Values.of(new Value.Str("World"))),
              new ComponentRig.Call("greet", kept -> Values.of(new Value.Str("Grüße, Jürgen"))),
              new ComponentRig.Call("greet", kept -> Values.of(new Value.Str(""))));
      return new ComponentRig(example("hello"), script, verification);
    }
  },
  /// Resources: made, used, lent and dropped inside.
  COUNTER("counter") {
    @Override
    Rig load(Verification verification) {
      String counters = "wrt:examples/counters#";
      String constructor = counters + "[constructor]counter";
      String add = counters + "[method]counter.add";
      Values run =
          Values.of(
              new Value.S32(5), new Value.ListValue(List.of(new Value.S32(1), new Value.S32(-40))));
      List<ComponentRig.Call> script =
          List.of(
              new ComponentRig.Call(constructor, kept -> Values.of(new Value.S32(7))),
              new ComponentRig.Call(constructor, kept -> Values.of(new Value.S32(9))),
              new ComponentRig.Call(add, kept -> Values.of(kept[0], new Value.S32(30))),
              new ComponentRig.Call(counters + "run", kept -> run),
              new ComponentRig.Call(
                  counters + "[static]counter.larger", kept -> Values.of(kept[0], kept[1])),
              new ComponentRig.Call(counters + "live", kept -> Values.NONE));
      return new ComponentRig(example("counter"), script, verification);
    }
  },
  /// Records and variants, and calls of the host with strings.
  BASKET("basket") {
    @Override
    Rig load(Verification verification) {
      Values basket = Values.of(new Value.ListValue(List.of(line("apple", 3), line("melon", 2))));
      Values unknown = Values.of(new Value.ListValue(List.of(line("plum", 1))));
      List<ComponentRig.Call> script =
          List.of(
              new ComponentRig.Call("wrt:examples/shop#total", kept -> basket),
              new ComponentRig.Call("wrt:examples/shop#total", kept -> unknown));
      return new ComponentRig(example("basket"), script, verification);
    }
  };

  /// What it is called in tables.
  final String label;

  Guests(String label) {
    this.label = label;
  }

  /// Loads it.
  abstract Rig load(Verification verification);

  private static Value line(String item, int quantity) {
    return new Value.RecordValue(List.of(new Value.Str(item), new Value.U32(quantity)));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Guests.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] example(String name) {
    try {
      return Files.readAllBytes(Path.of("../examples", name, name + ".component.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
