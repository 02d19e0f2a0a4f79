package dev.wrt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The line that tells what goes on while loading takes long. */
// [utest->req~cli-progress~1]
class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("nothing is shown within the first second, then the stage with its time")
  void patience() {
    try (Progress progress = Progress.start(terminal, false)) {
      progress.stage("decoding big.wasm");
      progress.show(999_999_999L);
      assertEquals("", shown());
      progress.show(1_500_000_000L);
      assertEquals("\r\u001b[Kwrtd: decoding big.wasm (1.5 s)", shown());
    }
  }

  @Test
  @DisplayName("the line is wiped once, before anything else is printed, and does not come back")
  void wiped() {
    Progress progress = Progress.start(terminal, false);
    progress.show(2_000_000_000L);
    bytes.reset();
    progress.close();
    progress.close();
    progress.show(3_000_000_000L);
    assertEquals("\r\u001b[K", shown());
  }

  @Test
  @DisplayName("a run that was quick leaves no trace on the terminal")
  void quick() {
    Progress.start(terminal, true).close();
    assertEquals("", shown());
  }
}
