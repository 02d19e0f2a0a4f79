package dev.wrt.tests.speed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.Module;
import dev.wrt.tests.differential.LargeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import run.endive.wasm.Parser;

/// Decoding and validation of large modules.
class DecodeSpeedTest {
  private static final int BYTES = 10_500_000;

  // [utest->req~decoder-speed~1]
  @Test
  @DisplayName("a module of 10 MB is decoded and validated at least as fast as by Endive")
  void generated() throws IOException {
    byte[] bytes = LargeModule.of(1, BYTES);
    Duel duel = new Duel().fight(() -> ours(bytes), () -> Parser.parse(bytes), 1, 2);
    String line = duel.line("decode and validate, generated, " + bytes.length + " bytes");
    Duel.write("decode.txt", line);
    assertTrue(duel.ratio() >= 1, line);
  }

  // [utest->req~decoder-speed~1]
  @Test
  @DisplayName("so is the largest module of a real component, with -Dspeed.real=true")
  void real() throws IOException {
    Assumptions.assumeTrue(Boolean.getBoolean("speed.real"), "not wanted");
    Path file = Path.of("../../shared/components/js-sm-hello.component.wasm");
    Assumptions.assumeTrue(Files.exists(file), file + " is not there");
    byte[] bytes = largestModule(Files.readAllBytes(file));
    Duel duel = new Duel().fight(() -> ours(bytes), () -> Parser.parse(bytes), 1, 2);
    String line = duel.line("decode and validate, js-sm-hello, " + bytes.length + " bytes");
    Duel.write("decode-real.txt", line);
    assertTrue(duel.ratio() >= 1, line);
  }

  /// The sections of a component begin with their number and length; a core module is number 1.
  private static byte[] largestModule(byte[] component) {
    byte[] largest = {};
    int at = 8;
    while (at < component.length) {
      int id = component[at++];
      int length = 0;
      int shift = 0;
      do {
        length |= (component[at] & 0x7F) << shift;
        shift += 7;
      } while (component[at++] < 0);
      if (id == 1 && length > largest.length) {
        largest = Arrays.copyOfRange(component, at, at + length);
      }
      at += length;
    }
    return largest;
  }

  private static Object ours(byte[] bytes) {
    MemoryBudget budget = MemoryBudget.root("speed", 1L << 30);
    return switch (Module.decode(bytes, 0, bytes.length, Limits.standard(), budget)) {
      case Result.Ok<Module>(Module module) -> {
        module.close();
        yield module;
      }
      case Result.Err<Module>(Fault fault) -> throw new AssertionError(fault.toString());
    };
  }
}
