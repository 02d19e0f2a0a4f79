package dev.wrt.cli;

import dev.wrt.wasi.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One run of {@code wrtd} within the test's process, and what it printed. */
record WrtdRun(int status, String out, String err) {
  static final Path COMPONENTS = Path.of("src/test/resources/components");

  static WrtdRun of(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminals.NONE);
    int status = Main.run(texts, console);
    return new WrtdRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Path component(String name) {
    return COMPONENTS.resolve(name + ".wasm");
  }

  /** A sample component of the project. */
  static Path example(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("examples"))) {
      root = root.getParent();
    }
    return root.resolve("examples").resolve(name).resolve(name + ".component.wasm");
  }
}
