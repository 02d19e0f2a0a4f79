import static dev.wrt.embed.Bindings.orThrow;

import dev.wrt.component.*;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import dev.wrt.embed.*;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the basket component through plain Java types, bound to its WIT. */
public final class Shop {
  public record Line(String item, int quantity) {}

  public sealed interface Problem {
    record Empty() implements Problem {}

    record NoPrice(String item) implements Problem {}
  }

  /** What the component exports: {@code wrt:examples/shop}. */
  public interface Shopping {
    WitResult<Long, Problem> total(List<Line> basket);
  }

  /** What it imports: {@code wrt:examples/prices}. */
  public static final class Prices {
    public WitResult<Integer, String> lookup(String item) {
      Integer price = Map.of("apple", 30, "pear", 45).get(item);
      return price == null ? WitResult.err("we do not sell that") : WitResult.ok(price);
    }
  }

  public static void main(String[] args) throws Exception {
    var engine = ComponentEngine.create(ComponentOptions.standard().withFuel(1_000_000));
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    String prices = "wrt:examples/prices";
    var linker = new Linker().define(prices, Bindings.host(prices, new Prices()));
    try (var component = orThrow(Component.decode(bytes, Limits.standard(), engine.budget()));
        var instance = orThrow(linker.instantiate(engine, component))) {
      var shop = orThrow(Bindings.export(instance, "wrt:examples/shop", Shopping.class));
      System.out.println(shop.total(List.of(new Line("apple", 2), new Line("pear", 2))));
      System.out.println(shop.total(List.of()));
    }
  }
}
