package dev.wrt.tests.differential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Func;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The generator of programs, without anything to compare with.
class GeneratorTest {
  private static final int PROGRAMS = 1500;
  private static final Set<Area> AREAS = Area.enabled();

  @Test
  @DisplayName("a seed always gives the same bytes")
  void deterministic() {
    for (long seed = 1; seed <= 50; seed++) {
      assertArrayEquals(
          Generator.program(seed, AREAS).bytes(), Generator.program(seed, AREAS).bytes());
    }
  }

  // [utest->req~differential-complete~1]
  @Test
  @DisplayName("1500 programs are valid and contain every instruction that V8 is asked about")
  void complete() {
    Set<Opcode> missing = EnumSet.noneOf(Opcode.class);
    Arrays.stream(Opcode.values()).filter(r -> AREAS.contains(Area.of(r))).forEach(missing::add);
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      strike(Generator.program(seed, AREAS), missing);
    }
    assertEquals(List.of(), List.copyOf(missing));
  }

  private static void strike(Program program, Set<Opcode> missing) {
    byte[] bytes = program.bytes();
    MemoryBudget budget = MemoryBudget.root("generator", 1L << 26);
    Result<Module> decoded =
        Module.decode(bytes, 0, bytes.length, DecoderOptions.of(Features.ALL), budget);
    switch (decoded) {
      case Result.Err<Module>(Fault fault) ->
          throw new AssertionError("seed " + program.seed() + ": " + fault);
      case Result.Ok<Module>(Module module) -> {
        CodeReader reader = new CodeReader(module);
        for (Func func : module.funcs()) {
          reader.enter(func);
          while (reader.next()) {
            missing.remove(reader.opcode());
          }
        }
        module.close();
      }
    }
  }
}
