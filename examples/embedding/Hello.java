import dev.wrt.bounded.Result;
import dev.wrt.component.*;
import dev.wrt.component.value.*;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one function of a component, with at most a million units of fuel. */
final class Hello {
  public static void main(String[] args) throws Exception {
    var engine = ComponentEngine.create(ComponentOptions.standard().withFuel(1_000_000));
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    try (Component component = ok(Component.decode(bytes, Limits.standard(), engine.budget()));
        ComponentInstance hello = ok(new Linker().instantiate(engine, component))) {
      Values greeting = ok(hello.call("greet", Values.of(new Value.Str("Java"))));
      System.out.println(((Value.Str) greeting.get(0)).value());
    }
  }

  /** What a success carries; a fault ends the program. */
  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new IllegalStateException(err.fault().toString());
    };
  }
}
