package dev.wrt.tests.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.wasi.HostClock;
import dev.wrt.wasi.Preopen;
import dev.wrt.wasi.RandomSource;
import dev.wrt.wasi.WasiOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Commands made by real toolchains print, read, write and exit as they do on another runtime, with
/// every memory strategy and level of verification.
// [utest->req~wasi-commands~1]
class CommandsTest {
  private static final String FILES = "c-files.component.wasm";
  private static final String RUST = "rust-hello.component.wasm";

  @TempDir Path directories;

  static boolean present() {
    return Samples.present();
  }

  @TestFactory
  @DisplayName("every command gives its output and exit code")
  Stream<DynamicContainer> commands(TestReporter reporter) {
    if (!present()) {
      reporter.publishEntry("not run", "there is no " + Samples.folder());
      return Stream.empty();
    }
    List<DynamicContainer> commands = new ArrayList<>();
    for (JsonNode command : Samples.json("commands.json")) {
      String name = command.path("component").asText() + " " + command.path("args");
      commands.add(DynamicContainer.dynamicContainer(name, everyWay(command)));
    }
    return commands.stream();
  }

  private Stream<DynamicTest> everyWay(JsonNode command) {
    List<MemoryStrategy> strategies =
        Stream.of(TrustLevel.values()).map(TrustLevel::strategy).toList();
    return Stream.of(VerificationLevel.OFF, VerificationLevel.STANDARD, VerificationLevel.FULL)
        .flatMap(level ->
            strategies.stream()
                .map(strategy ->
                    dynamicTest(level + " " + strategy, () -> run(command, level, strategy))));
  }

  private void run(JsonNode command, VerificationLevel level, MemoryStrategy strategy)
      throws IOException {
    ComponentOptions options =
        ComponentOptions.standard()
            .withVerification(new Verification(level, 1))
            .withStrategy(strategy);
    byte[] component = Samples.bytes(command.path("component").asText());
    CommandRun run = CommandRun.of(component, options, wasi(command));
    assertEquals(command.path("stdout").asText(), run.stdout(), () -> "" + run.fault());
    if (command.has("stderr")) {
      assertEquals(command.path("stderr").asText(), run.stderr());
    }
    // The preview-1 adapter calls exit(err) for every code but 0.
    assertEquals(Math.min(command.path("exit").asInt(), 1), run.status(), () -> "" + run.fault());
  }

  private WasiOptions wasi(JsonNode command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command.path("component").asText()));
    command.path("args").forEach(a -> arguments.add(a.asText()));
    Map<String, String> environment = new LinkedHashMap<>();
    command
        .path("env")
        .properties()
        .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
    byte[] stdin = command.path("stdin").asText("").getBytes(StandardCharsets.UTF_8);
    WasiOptions options =
        WasiOptions.standard()
            .withArguments(arguments)
            .withEnvironment(environment)
            .withStdin(new ByteArrayInputStream(stdin));
    String guest = command.path("preopen").asText("");
    return guest.isEmpty() ? options : options.withPreopens(List.of(fresh(guest, false)));
  }

  private Preopen fresh(String guest, boolean readOnly) throws IOException {
    return new Preopen(Files.createTempDirectory(directories, "preopen"), guest, readOnly);
  }

  private static CommandRun files(List<Preopen> preopens) {
    WasiOptions wasi =
        WasiOptions.standard().withArguments(List.of(FILES, "/data")).withPreopens(preopens);
    return CommandRun.of(Samples.bytes(FILES), ComponentOptions.standard(), wasi);
  }

  @Test
  @EnabledIf("present")
  @DisplayName(
      "a command that works on files gets nowhere without a directory, or with a read-only one")
  void noDirectory() throws IOException {
    assertNotEquals(0, files(List.of()).status());
    Preopen readOnly = fresh("/data", true);
    assertNotEquals(0, files(List.of(readOnly)).status());
    try (Stream<Path> left = Files.list(readOnly.host())) {
      assertEquals(0, left.count());
    }
  }

  @Test
  @EnabledIf("present")
  @DisplayName("with a seed and a virtual clock a command takes the same fuel each time")
  void deterministic() {
    WasiOptions wasi =
        WasiOptions.standard().withArguments(List.of(RUST, "0")).withRandom(RandomSource.seeded(1));
    ComponentOptions options = ComponentOptions.standard().withFuel(1L << 40);
    byte[] component = Samples.bytes(RUST);
    List<CommandRun> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      runs.add(CommandRun.of(component, options, wasi.withClock(HostClock.virtual(Instant.EPOCH))));
    }
    assertEquals(runs.get(0), runs.get(1));
  }
}
