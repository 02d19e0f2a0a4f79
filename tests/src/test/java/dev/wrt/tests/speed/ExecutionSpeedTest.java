package dev.wrt.tests.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.Status;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.tests.engine.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmEngineException;

/// Execution beside Endive's interpreter. The figures are written, not asserted.
class ExecutionSpeedTest {
  private static final int ROUNDS = 200_000;

  @Test
  @DisplayName("what Endive executes gives the same result there; how long both took is written")
  void kinds() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String kind : Work.KINDS) {
      lines.add(line(kind));
    }
    Duel.write("execution.txt", String.join("", lines));
  }

  private static String line(String kind) {
    EngineOptions options = EngineOptions.standard();
    try (Work work = new Work(kind, options.with(Verification.of(VerificationLevel.OFF)))) {
      Instance instance = Instance.builder(Parser.parse(Work.bytes(kind))).build();
      ExportFunction theirs = instance.export("run");
      assertEquals(theirs.apply(ROUNDS)[0], ours(work), kind);
      return new Duel().fight(() -> ours(work), () -> theirs.apply(ROUNDS), 5, 5).line(kind);
    } catch (WasmEngineException e) {
      return kind + ": Endive says " + e.getMessage() + "\n";
    }
  }

  private static Object ours(Work work) {
    work.enter("run", ROUNDS);
    work.machine().fuel(1L << 40);
    assertEquals(Status.RETURNED, work.machine().run());
    long result = work.machine().result(0);
    work.machine().leave();
    return result;
  }
}
