package dev.wrt.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Result;
import dev.wrt.component.Linker;
import dev.wrt.decoder.Limits;
import dev.wrt.embed.Bindings;
import dev.wrt.engine.Store;
import dev.wrt.memory.SafeMemory;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The embedding programs of the examples, run from its source as its page says.
class EmbedTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Hello, hello/hello.component.wasm, 'Hello, Java!'",
    "Basket, basket/basket.component.wasm, apple and pear: ok(150)",
    "Shop, basket/basket.component.wasm, 'Ok[value=150]'"
  })
  @DisplayName("the embedding programs run a component from Java and print what it answers")
  void embed(String program, String component, String answer)
      throws IOException, InterruptedException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("examples"))) {
      root = root.getParent();
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                "examples/embedding/" + program + ".java",
                "examples/" + component)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains(answer), output);
  }

  /// Where the classes that the program needs were loaded from.
  private static String classPath() {
    return Stream.of(
            Result.class,
            SafeMemory.class,
            Limits.class,
            Store.class,
            Linker.class,
            Bindings.class,
            MutableList.class,
            FastList.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(url -> Path.of(URI.create(url.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
