package dev.wrt.component;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// The small components beside the tests, and short forms of what the tests do with them.
final class Samples {
  /// What the resources of {@link #things} are told to do, in order.
  final List<String> log = new ArrayList<>();

  private Samples() {}

  static Samples fresh() {
    return new Samples();
  }

  static Component component(ComponentEngine engine, String name) {
    return ok(decode(engine, name, Features.NONE));
  }

  static Result<Component> decode(ComponentEngine engine, String name, Features features) {
    try (InputStream in = Samples.class.getResourceAsStream(name + ".wasm")) {
      assertNotNull(in, name);
      return Component.decode(in.readAllBytes(), DecoderOptions.of(features), engine.budget());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ComponentInstance instance(ComponentEngine engine, Linker linker, String name) {
    return ok(linker.instantiate(engine, component(engine, name)));
  }

  /// An instance of a component that uses features which are off by default.
  static ComponentInstance featured(ComponentEngine engine, Linker linker, String name) {
    return ok(linker.instantiate(engine, ok(decode(engine, name, Features.ALL))));
  }

  static ComponentInstance featured(ComponentOptions options, String name) {
    return featured(ComponentEngine.create(options), new Linker(), name);
  }

  static ComponentInstance instance(String name) {
    return instance(ComponentEngine.create(ComponentOptions.standard()), new Linker(), name);
  }

  static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }

  static Fault fault(Result<?> result) {
    return assertInstanceOf(Result.Err.class, result).fault();
  }

  static Values u32(int... numbers) {
    Value[] values = new Value[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      values[i] = new Value.U32(numbers[i]);
    }
    return Values.of(values);
  }

  static Values str(String text) {
    return Values.of(new Value.Str(text));
  }

  /// A linker that offers what `caller.wat` imports.
  Linker linker() {
    return new Linker().define("shout", this::shout).define("test:host/things@1.2.0", things());
  }

  private Result<Values> shout(HostCall call) {
    String text = ((Value.Str) call.arguments().get(0)).value();
    log.add("shout " + text);
    return Result.ok(str(text + "!"));
  }

  private HostInterface things() {
    return HostInterface.named("test:host/things@1.2.0")
        .resource(
            "thing",
            rep -> {
              log.add("drop " + rep);
              return Result.ok(dev.wrt.bounded.Unit.UNIT);
            })
        .func(
            "[constructor]thing",
            call ->
                Result.ok(
                    Values.of(call.own("thing", ((Value.U32) call.arguments().get(0)).bits()))))
        .func("[method]thing.value", call -> Result.ok(u32(rep(call) * 10)))
        .func(
            "consume",
            call -> {
              log.add("consume " + rep(call));
              return Result.ok(u32(rep(call)));
            })
        .func("fail", call -> Result.err(new Fault.ExitFault(ComponentCode.UNSUPPORTED, 3)));
  }

  private static int rep(HostCall call) {
    return ((Value.Handle) call.arguments().get(0)).rep();
  }
}
