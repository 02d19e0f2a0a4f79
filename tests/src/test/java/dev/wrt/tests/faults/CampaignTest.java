package dev.wrt.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The campaign, and what it must show.
///
/// `-Dfaults.count=N` injects so many for each level and class instead of 10,000;
/// `-Dfaults.replay=LEVEL,AREA,CLASS,INDEX` repeats one injection and prints what happens.
class CampaignTest {
  private static final long COUNT = 10_000;

  /// After so many, the table is written, so that a long campaign that is ended leaves one.
  private static final long ROUND = 50_000;

  private static final Path FOLDER = Path.of("target/faults");

  // [utest->req~faults-promises~1]
  // [utest->req~faults-bite~1]
  // [utest->req~faults-table~1]
  @Test
  @DisplayName("No level lets anything pass that it promises to detect, and OFF lets much pass")
  @DisabledIfSystemProperty(named = "faults.replay", matches = ".+")
  void campaign() throws InterruptedException, IOException {
    long count = Long.getLong("faults.count", COUNT);
    long rounds = Math.max(1, count / ROUND);
    Progress progress = new Progress(System.out, System.console() != null);
    int threads = Integer.getInteger("faults.threads", 2);
    Promises promises = new Promises();
    Map<Cell, Tally> table = Map.of();
    Files.createDirectories(FOLDER);
    try (Campaign campaign = new Campaign(count / rounds, progress)) {
      for (int round = 0; round < rounds; round++) {
        table = campaign.run(threads);
        Files.writeString(FOLDER.resolve("detection.csv"), Detection.csv(table));
        Files.writeString(FOLDER.resolve("detection.html"), Page.of(table, promises));
      }
    }
    List<String> broken = promises.broken(table);
    assertEquals("", String.join("\n", broken));
    table.forEach((cell, tally) -> {
      boolean bites = cell.level() == VerificationLevel.OFF && cell.area() != Area.MODULE;
      assertTrue(!bites || tally.count(Verdict.SILENT) > 0, cell.toString());
    });
  }

  @Test
  @DisplayName("One injection is repeated")
  @EnabledIfSystemProperty(named = "faults.replay", matches = ".+")
  void replay() {
    System.out.println(Campaign.repeat(System.getProperty("faults.replay")));
  }
}
