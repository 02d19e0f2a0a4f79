import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.HostInterface;
import dev.wrt.component.Linker;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.component.value.Wave;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the basket component: its import {@code prices} is implemented here, in plain Java. */
final class Basket {
  private static final Map<String, Integer> PRICES = Map.of("apple", 30, "pear", 45);

  public static void main(String[] args) throws Exception {
    ComponentEngine engine =
        ComponentEngine.create(ComponentOptions.standard().withFuel(1_000_000));
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    try (Component component = ok(Component.decode(bytes, Limits.standard(), engine.budget()))) {
      HostInterface prices =
          HostInterface.named("wrt:examples/prices")
              .func("lookup", call -> Result.ok(Values.of(lookup(call.arguments().get(0)))));
      Linker linker = new Linker().define("wrt:examples/prices", prices);
      try (ComponentInstance basket = ok(linker.instantiate(engine, component))) {
        Values total =
            ok(basket.call("wrt:examples/shop#total", Values.of(lines("apple", "pear"))));
        var type = ok(basket.export("wrt:examples/shop#total")).type().result().orElseThrow();
        System.out.println("apple and pear: " + Wave.print(total.get(0), type));
        System.out.println("fuel used:      " + basket.stats().fuelUsed());
      }
    }
  }

  private static Value lookup(Value item) {
    Integer price = PRICES.get(((Value.Str) item).value());
    return price == null
        ? Value.ResultValue.err(new Value.Str("we do not sell that"))
        : Value.ResultValue.ok(new Value.U32(price));
  }

  private static Value lines(String... items) {
    return new Value.ListValue(
        List.of(items).stream()
            .<Value>map(
                item -> new Value.RecordValue(List.of(new Value.Str(item), new Value.U32(2))))
            .toList());
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new IllegalStateException(err.fault().toString());
    };
  }
}
